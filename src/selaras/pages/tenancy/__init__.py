"""What Wagtail's admin shows to an editor: her own institutions', and nothing else."""
