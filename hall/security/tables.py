"""Kiosks and the codes by which they enrol."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from hall.database import Base, Instant

KEY_BYTES = 32


class Kiosk(Base):
    """A terminal on its site. Until it has enrolled it has no key and can say nothing."""

    __tablename__ = "kiosk"
    __table_args__ = (
        CheckConstraint("ordinal BETWEEN 1 AND 999999", name="ordinal_range"),
        CheckConstraint("(public_key IS NULL) = (enrolled_at IS NULL)", name="enrolled_with_key"),
    )

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    ordinal: Mapped[int] = mapped_column(unique=True)
    site_name: Mapped[str] = mapped_column(String(64))
    site_name_en: Mapped[str] = mapped_column(String(64))
    town: Mapped[str] = mapped_column(String(32))
    public_key: Mapped[bytes | None] = mapped_column(LargeBinary(KEY_BYTES))
    """Raw Ed25519."""
    enrolled_at: Mapped[datetime | None] = mapped_column(Instant)


class EnrolCode(Base):
    """A one-time code, kept as its hash only."""

    __tablename__ = "enrol_code"

    code_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    kiosk_id: Mapped[str] = mapped_column(ForeignKey("kiosk.id", ondelete="RESTRICT"), index=True)
    expires_at: Mapped[datetime] = mapped_column(Instant)
    used_at: Mapped[datetime | None] = mapped_column(Instant)
