"""What is measured where. Energy is counted in watt-hours."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from hall.database import Base, text_enum
from hall.tariffs.tariff import Band


class ReadingSource(StrEnum):
    COLLECTED = "collected"
    MANUAL = "manual"
    ESTIMATED = "estimated"


class Meter(Base):
    __tablename__ = "meter"
    __table_args__ = (CheckConstraint("removed_on >= installed_on", name="removed_after_installed"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    serial: Mapped[str] = mapped_column(String(16), unique=True)
    usage_point_id: Mapped[int] = mapped_column(ForeignKey("usage_point.id", ondelete="RESTRICT"), index=True)
    installed_on: Mapped[date]
    removed_on: Mapped[date | None]


class Register(Base):
    """One of a meter's counters: the whole energy (`flat`), or that of a band of the day."""

    __tablename__ = "register"
    __table_args__ = (UniqueConstraint("meter_id", "band"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    meter_id: Mapped[int] = mapped_column(ForeignKey("meter.id", ondelete="RESTRICT"))
    band: Mapped[Band] = mapped_column(text_enum(Band))


class Reading(Base):
    """What a register shows (示数) at 00:00 of a day of the utility's zone."""

    __tablename__ = "reading"
    __table_args__ = (CheckConstraint("value_wh >= 0", name="value_not_negative"),)

    register_id: Mapped[int] = mapped_column(ForeignKey("register.id", ondelete="RESTRICT"), primary_key=True)
    read_on: Mapped[date] = mapped_column(primary_key=True)
    value_wh: Mapped[int] = mapped_column(BigInteger)
    source: Mapped[ReadingSource] = mapped_column(text_enum(ReadingSource))
