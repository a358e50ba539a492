"""The screens of central texts: taking one, what was taken, who takes ours, comparing."""
