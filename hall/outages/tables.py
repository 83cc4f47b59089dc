"""Where power is out, for whom and why."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from hall.database import Base, Instant, text_enum


class Kind(StrEnum):
    """The four kinds of the public contract, and two that are nobody else's business."""

    PLANNED = "planned"
    TEMPORARY = "temporary"
    FAULT = "fault"
    CURTAILMENT = "curtailment"
    ARREARS = "arrears"
    BREACH = "breach"


class Outage(Base):
    """What happened and when; its status follows from that and the time of asking."""

    __tablename__ = "outage"
    __table_args__ = (
        CheckConstraint("estimated_restoration >= starts_at", name="estimate_after_start"),
        CheckConstraint("restored_at >= starts_at", name="restored_after_start"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[Kind] = mapped_column(text_enum(Kind))
    town: Mapped[str] = mapped_column(String(32))
    area: Mapped[str] = mapped_column(String(128))
    area_en: Mapped[str] = mapped_column(String(128))
    line_name: Mapped[str] = mapped_column(String(64))
    reason: Mapped[str] = mapped_column(String(256))
    reason_en: Mapped[str] = mapped_column(String(256))
    starts_at: Mapped[datetime] = mapped_column(Instant, index=True)
    estimated_restoration: Mapped[datetime | None] = mapped_column(Instant)
    restored_at: Mapped[datetime | None] = mapped_column(Instant)
    cancelled_at: Mapped[datetime | None] = mapped_column(Instant)
