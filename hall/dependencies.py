"""What a route is given: the hall it stands in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from sqlalchemy import Engine

from hall.clock import Clock
from hall.security.keys import KnownKeys
from hall.security.limits import LookUpGate
from hall.tariffs.late_fee import LateFees
from hall.utility import Utility


@dataclass(frozen=True, slots=True)
class Hall:
    """The parts that live as long as the process."""

    engine: Engine
    utility: Utility
    late_fees: LateFees
    clock: Clock
    gate: LookUpGate
    keys: KnownKeys


async def the_hall(request: Request) -> Hall:  # async: a plain one would go through a thread for this
    hall: Hall = request.app.state.hall
    return hall


TheHall = Annotated[Hall, Depends(the_hall)]
