"""How texts speak about each type of fact: written by its owner, tried before it is saved."""
