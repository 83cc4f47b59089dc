"""Meters, their registers and the monthly readings."""
