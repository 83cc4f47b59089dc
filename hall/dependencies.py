"""What a route is given: the hall it stands in, and a session that is committed before the answer leaves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from hall.clock import Clock
from hall.database import read_session, write_session
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


def the_hall(request: Request) -> Hall:
    hall: Hall = request.app.state.hall
    return hall


TheHall = Annotated[Hall, Depends(the_hall)]


def reading(hall: TheHall) -> Iterator[Session]:
    with read_session(hall.engine) as session:
        yield session


def writing(hall: TheHall) -> Iterator[Session]:
    with write_session(hall.engine) as session:
        yield session


# The scope matters: by default FastAPI would commit after the answer has gone.
ReadSession = Annotated[Session, Depends(reading, scope="function")]
WriteSession = Annotated[Session, Depends(writing, scope="function")]
