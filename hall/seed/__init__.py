"""A utility to try things on: invented, plausible, and the same again from the same seed and day."""
