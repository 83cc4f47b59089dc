"""`kiosk demo`: the whole house on one machine, for whoever wants to try it."""
