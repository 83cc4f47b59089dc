"""The far end of each wire: simulated devices written from their manuals, and the bench window that works them.

Nothing here is shared with the drivers: a far end that used the driver's codec would agree with its mistakes.
"""
