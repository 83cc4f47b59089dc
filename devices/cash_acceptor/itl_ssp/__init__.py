"""ITL SSP, the protocol of the NV9 and NV200 validators (manual GA138), without its encrypted layer."""
