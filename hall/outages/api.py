"""`/v1/outages`."""

from __future__ import annotations

from fastapi import APIRouter

from hall.contract import OutageNotice
from hall.dependencies import ReadSession, TheHall
from hall.outages.service import public_outages

router = APIRouter(tags=["outages"])


@router.get("/outages")
def outages(session: ReadSession, hall: TheHall) -> list[OutageNotice]:
    """Public outages, under way and announced; for everybody to read."""
    return public_outages(session, hall.clock())
