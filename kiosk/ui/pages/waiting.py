"""How long an answer has been waited for, as the customer is told it."""

from __future__ import annotations

from enum import Enum

from kiosk.session.limits import Limits
from kiosk.session.state import Asking


class Wait(Enum):
    SHORT = 0
    """Nothing is waited for, or not long enough to say so."""
    SHOWN = 1
    LONG = 2
    """A way out is offered."""


def wait_of(asking: Asking | None, now: float, limits: Limits) -> Wait:
    if asking is None or now < asking.since + limits.show_waiting:
        return Wait.SHORT
    return Wait.SHOWN if now < asking.since + limits.offer_way_out else Wait.LONG
