"""A banknote validator that speaks SSP (Innovative Technology, GA138), as NV9 and NV200 do."""
