"""What to mend, for whoever wrote it; and how well the country agrees, for whoever oversees it."""
