"""The screens of objections, on the editors' host."""
