"""The screens of alignment: an institution's list, and the board."""
