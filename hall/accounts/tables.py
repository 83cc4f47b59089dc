"""Who pays for which usage point."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from hall.database import Base, text_enum
from hall.tariffs.tariff import CustomerClass


class SupplyState(StrEnum):
    CONNECTED = "connected"
    CUT_OFF = "cut-off"
    """For arrears; a reconnect order brings the supply back."""


class Customer(Base):
    """A person or company; one may hold many accounts."""

    __tablename__ = "customer"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(64))


class UsagePoint(Base):
    """A place where power is used (用电地址)."""

    __tablename__ = "usage_point"

    id: Mapped[int] = mapped_column(primary_key=True)
    town: Mapped[str] = mapped_column(String(32))
    address: Mapped[str] = mapped_column(String(128))


class CustomerAccount(Base):
    """The account (户) that a bill is sent to. Its number is text: leading zeros belong to it."""

    __tablename__ = "customer_account"
    __table_args__ = (
        CheckConstraint("length(number) BETWEEN 1 AND 16", name="number_length"),
        CheckConstraint("household >= 1", name="household_has_people"),
        CheckConstraint("credit_balance_minor >= 0", name="credit_not_negative"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(String(16), unique=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id", ondelete="RESTRICT"), index=True)
    usage_point_id: Mapped[int] = mapped_column(ForeignKey("usage_point.id", ondelete="RESTRICT"), index=True)
    customer_class: Mapped[CustomerClass] = mapped_column(text_enum(CustomerClass))
    tariff: Mapped[str] = mapped_column(String(48))
    household: Mapped[int]
    currency: Mapped[str] = mapped_column(String(3))
    credit_balance_minor: Mapped[int] = mapped_column(BigInteger)
    """The ledger's credit of this account, changed only together with an entry there."""
    supply_state: Mapped[SupplyState] = mapped_column(text_enum(SupplyState))
    opened_on: Mapped[date]
    closed_on: Mapped[date | None]
