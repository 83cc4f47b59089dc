"""Orders to the field and the head end that came from the hall."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from hall.database import Base, Instant

STILL_OPEN = text("done_at IS NULL")


class ReconnectOrder(Base):
    """Bring the supply of a cut-off account back; an account has one such order open at most."""

    __tablename__ = "reconnect_order"
    __table_args__ = (
        CheckConstraint("promised_by > ordered_at", name="promised_after_ordered"),
        Index(
            "uq_reconnect_order_open",
            "account_id",
            unique=True,
            sqlite_where=STILL_OPEN,
            postgresql_where=STILL_OPEN,
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(
        ForeignKey("customer_account.id", ondelete="RESTRICT"), index=True
    )
    ordered_at: Mapped[datetime] = mapped_column(Instant)
    promised_by: Mapped[datetime] = mapped_column(Instant)
    done_at: Mapped[datetime | None] = mapped_column(Instant)
