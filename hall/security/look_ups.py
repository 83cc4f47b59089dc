"""Whether a kiosk may ask about a number now."""

from __future__ import annotations

import math
import time

from hall.dependencies import Hall
from hall.problems import ProblemError
from hall.security.keys import EnrolledKiosk


def let_through(hall: Hall, kiosk: EnrolledKiosk, number: str) -> None:
    """Count a question about an account; too many are refused with 429 and the seconds to wait."""
    wait_s = hall.gate.wait_s(kiosk.id, number, time.monotonic())
    if wait_s:
        raise ProblemError(
            429, "Too many look-ups; please wait", headers={"Retry-After": str(math.ceil(wait_s))}
        )
