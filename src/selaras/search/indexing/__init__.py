"""The index kept in step with the database: what waits, who settles it, whether both agree."""
