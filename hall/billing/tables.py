"""Bills with their lines. A bill keeps all that it was reckoned from but the readings themselves."""

from __future__ import annotations

from datetime import date

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from hall.database import Base, text_enum
from hall.tariffs.charges import Item


class Bill(Base):
    """One account's bill for one month; receivable and received are kept apart, for principal and late fee."""

    __tablename__ = "bill"
    __table_args__ = (
        UniqueConstraint("account_id", "billing_month"),
        CheckConstraint("length(billing_month) = 7", name="billing_month_length"),
        CheckConstraint("year_to_date_wh >= 0 AND household >= 1", name="reckoned_from"),
        CheckConstraint(
            "principal_received_minor BETWEEN 0 AND principal_minor", name="principal_received_fits"
        ),
        CheckConstraint("late_fee_kept_minor >= 0", name="late_fee_kept_not_negative"),
        CheckConstraint("late_fee_received_minor >= 0", name="late_fee_received_not_negative"),
        CheckConstraint("accrues_since >= due_date", name="accrues_from_due_date"),
        CheckConstraint(
            "settled_on IS NULL OR principal_received_minor = principal_minor", name="settled_is_paid"
        ),
        Index(
            "ix_bill_open",
            "account_id",
            sqlite_where=text("settled_on IS NULL"),
            postgresql_where=text("settled_on IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("customer_account.id", ondelete="RESTRICT"))
    billing_month: Mapped[str] = mapped_column(String(7))
    tariff: Mapped[str] = mapped_column(String(48))
    tariff_valid_from: Mapped[date]
    household: Mapped[int]
    year_to_date_wh: Mapped[int] = mapped_column(BigInteger)
    """Used in the calendar year before this month."""
    issued_on: Mapped[date]
    due_date: Mapped[date]
    principal_minor: Mapped[int] = mapped_column(BigInteger)
    """The sum of its lines."""
    principal_received_minor: Mapped[int] = mapped_column(BigInteger)
    late_fee_kept_minor: Mapped[int] = mapped_column(BigInteger)
    late_fee_received_minor: Mapped[int] = mapped_column(BigInteger)
    accrues_since: Mapped[date]
    settled_on: Mapped[date | None]


class BillLine(Base):
    """A line as it was printed; `hall.tariffs.charges.charge` gives it again."""

    __tablename__ = "bill_line"
    __table_args__ = (
        CheckConstraint("energy_wh > 0 AND price_micro >= 0 AND amount_minor >= 0", name="not_negative"),
    )

    bill_id: Mapped[int] = mapped_column(ForeignKey("bill.id", ondelete="RESTRICT"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    item: Mapped[Item] = mapped_column(text_enum(Item))
    tier: Mapped[int | None]
    energy_wh: Mapped[int] = mapped_column(BigInteger)
    price_micro: Mapped[int] = mapped_column(BigInteger)
    amount_minor: Mapped[int] = mapped_column(BigInteger)
