"""Payments as they were taken and as they were booked."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, BigInteger, CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from hall.database import Base, Instant, text_enum


class Source(StrEnum):
    KIOSK = "kiosk"
    HAND = "hand"
    """Settled by the office, by the same payment's id."""


class Payment(Base):
    """One payment: its id is the kiosk's, so a repeat finds it."""

    __tablename__ = "payment"
    __table_args__ = (CheckConstraint("amount_minor > 0", name="amount_positive"),)

    id: Mapped[UUID] = mapped_column(ForeignKey("entry.id", ondelete="RESTRICT"), primary_key=True)
    source: Mapped[Source] = mapped_column(text_enum(Source))
    kiosk_id: Mapped[str] = mapped_column(ForeignKey("kiosk.id", ondelete="RESTRICT"), index=True)
    receipt_number: Mapped[str] = mapped_column(String(24), index=True)
    amount_minor: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str] = mapped_column(String(3))
    taken_at: Mapped[datetime] = mapped_column(Instant, index=True)
    taken: Mapped[dict[str, Any]] = mapped_column(JSON)
    """The whole of what was said: accounts, tenders, each note."""
    posted: Mapped[str] = mapped_column(Text)
    """The answer, word for word, for whoever asks again."""
