"""Bills, what is due of them, and quotes."""
