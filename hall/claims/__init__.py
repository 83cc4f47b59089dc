"""Money that could not be settled by asking: each with a number, an owner and a day of answer."""
