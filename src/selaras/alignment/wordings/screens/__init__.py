"""The screens of wordings, on the editors' host."""
