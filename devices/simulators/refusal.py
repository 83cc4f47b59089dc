"""What a hand at the hardware cannot do."""

from __future__ import annotations


class RefusedError(Exception):
    """Physics does not allow it now, and nothing has changed. `reason` is one word for a program."""

    def __init__(self, message: str, reason: str) -> None:
        super().__init__(f"{message}: {reason}")
        self.reason = reason
