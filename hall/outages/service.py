"""Which outages the public may read, and how they stand."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from hall.contract import OutageKind, OutageNotice, OutageStatus
from hall.outages.tables import Kind, Outage

PUBLIC_KINDS = tuple(Kind(kind.value) for kind in OutageKind)


def public_outages(session: Session, now: datetime) -> list[OutageNotice]:
    """Those under way or announced, soonest first; outages for arrears or breach are never among them."""
    outages = session.scalars(
        select(Outage)
        .where(
            Outage.kind.in_(PUBLIC_KINDS),
            Outage.cancelled_at.is_(None),
            or_(Outage.restored_at.is_(None), Outage.restored_at > now),
        )
        .order_by(Outage.starts_at, Outage.id)
    )
    return [_notice(outage, now) for outage in outages]


def _notice(outage: Outage, now: datetime) -> OutageNotice:
    estimate = outage.estimated_restoration
    return OutageNotice(
        id=outage.id,
        kind=OutageKind(outage.kind.value),
        status=OutageStatus.OUT if outage.starts_at <= now else OutageStatus.ANNOUNCED,
        area=outage.area,
        area_en=outage.area_en,
        town=outage.town,
        line_name=outage.line_name,
        reason=outage.reason,
        reason_en=outage.reason_en,
        starts_at=outage.starts_at,
        # An estimate that has passed tells nobody when the light comes back.
        estimated_restoration=estimate if estimate is not None and estimate > now else None,
    )
