"""Money that kiosks have taken: booked once, and never refused."""
