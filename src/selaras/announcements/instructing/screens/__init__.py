"""The screens of instructions: those of who instructs, and those of who is instructed."""
