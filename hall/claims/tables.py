"""Claims with their evidence."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import JSON, BigInteger, CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from hall.contract import ClaimKind, ClaimStatus
from hall.database import Base, Instant, text_enum


class Claim(Base):
    __tablename__ = "claim"
    __table_args__ = (CheckConstraint("amount_minor >= 0", name="amount_not_negative"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(String(24), index=True)
    """As the kiosk gave it, or the receipt's number where the money of a payment lies in suspense."""
    kind: Mapped[ClaimKind] = mapped_column(text_enum(ClaimKind))
    status: Mapped[ClaimStatus] = mapped_column(text_enum(ClaimStatus))
    currency: Mapped[str] = mapped_column(String(3))
    amount_minor: Mapped[int | None] = mapped_column(BigInteger)
    payment_id: Mapped[UUID | None] = mapped_column(index=True)
    """A claim may come before its payment, so this refers to none yet."""
    account_number: Mapped[str | None] = mapped_column(String(16), index=True)
    kiosk_id: Mapped[str] = mapped_column(ForeignKey("kiosk.id", ondelete="RESTRICT"), index=True)
    owner: Mapped[str] = mapped_column(String(64))
    occurred_at: Mapped[datetime] = mapped_column(Instant)
    filed_at: Mapped[datetime] = mapped_column(Instant)
    answer_due: Mapped[datetime] = mapped_column(Instant)
    evidence: Mapped[dict[str, str]] = mapped_column(JSON)
