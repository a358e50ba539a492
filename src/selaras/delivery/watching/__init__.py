"""What changes in the database is known in every process within a fraction of a second."""
