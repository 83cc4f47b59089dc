"""The bench window: hands for the simulated hardware. It is only a client of their control socket."""
