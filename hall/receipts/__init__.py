"""Receipts that kiosks sign: checked when a payment comes in, and without the hall by an exported key file."""
