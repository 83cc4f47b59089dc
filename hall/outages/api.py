"""`/v1/outages`."""

from __future__ import annotations

from fastapi import APIRouter

from hall.contract import OutageNotice
from hall.database import read_session
from hall.dependencies import TheHall
from hall.outages.service import public_outages

router = APIRouter(tags=["outages"])


@router.get("/outages")
def outages(hall: TheHall) -> list[OutageNotice]:
    """Public outages, under way and announced; for everybody to read."""
    with read_session(hall.engine) as session:
        return public_outages(session, hall.clock())
