"""Which outages the public reads, and how they stand at the moment of asking."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError

from hall.contract import OutageNotice, OutageStatus
from hall.database import read_session, write_session
from hall.outages.service import public_outages
from hall.outages.tables import Kind, Outage

NOON = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def outage(**changes: Any) -> Outage:
    told: dict[str, Any] = {
        "kind": Kind.FAULT,
        "town": "武原街道",
        "area": "海滨东路一带",
        "area_en": "around Haibin East Road",
        "line_name": "10 kV 海滨线",
        "reason": "电缆被挖断",
        "reason_en": "a cable was cut",
        "starts_at": NOON - HOUR,
        "estimated_restoration": NOON + HOUR,
    }
    return Outage(**(told | changes))


def published(engine: Engine, *outages: Outage, now: datetime = NOON) -> list[OutageNotice]:
    with write_session(engine) as session:
        session.add_all(outages)
    with read_session(engine) as session:
        return public_outages(session, now)


def test_what_is_under_way_and_what_is_announced_is_told_soonest_first(engine: Engine) -> None:
    announced = outage(kind=Kind.PLANNED, starts_at=NOON + 24 * HOUR, estimated_restoration=NOON + 28 * HOUR)
    notices = published(engine, announced, outage())
    assert [notice.status for notice in notices] == [OutageStatus.OUT, OutageStatus.ANNOUNCED]
    assert notices[0].estimated_restoration == NOON + HOUR
    assert notices[0].starts_at == NOON - HOUR


@pytest.mark.parametrize("kind", [Kind.ARREARS, Kind.BREACH])
def test_what_is_between_a_customer_and_the_utility_is_never_published(engine: Engine, kind: Kind) -> None:
    assert published(engine, outage(kind=kind)) == []


def test_restored_and_cancelled_outages_are_no_longer_told(engine: Engine) -> None:
    assert published(engine, outage(restored_at=NOON - HOUR / 2), outage(cancelled_at=NOON - HOUR)) == []


def test_an_estimate_that_has_passed_is_not_repeated(engine: Engine) -> None:
    [notice] = published(engine, outage(), now=NOON + 2 * HOUR)
    assert notice.status is OutageStatus.OUT
    assert notice.estimated_restoration is None


def test_power_can_not_be_back_before_it_went(engine: Engine) -> None:
    with pytest.raises(IntegrityError):
        published(engine, outage(restored_at=NOON - 2 * HOUR))
