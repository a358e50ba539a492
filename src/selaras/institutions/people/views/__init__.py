"""The screens about people, on the editors' host."""
