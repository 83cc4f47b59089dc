"""Where power is out or will be, for the public to read."""
