"""`python -m selaras` is the console command."""

from selaras.config.cli import main

main()
