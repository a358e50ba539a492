"""What is measured: ours, and others as one would set them up well in an afternoon."""
