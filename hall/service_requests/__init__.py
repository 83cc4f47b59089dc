"""What a customer asks the utility to do: for now, to reconnect a supply."""
