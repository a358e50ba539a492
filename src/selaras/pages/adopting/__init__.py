"""Pages that begin as a central text: it stays linked, and what is local survives."""
