"""What the sessions promise, on both databases."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from threading import Barrier

import pytest
from sqlalchemy import Engine, func, select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from hall.accounts.tables import Customer
from hall.database import read_session, write_once, write_session
from hall.security.tables import EnrolCode, Kiosk
from hall.service_requests.tables import ReconnectOrder


def customers(engine: Engine) -> int:
    with read_session(engine) as session:
        return session.scalar(select(func.count()).select_from(Customer)) or 0


def test_what_a_block_wrote_is_kept_when_it_ends_well(engine: Engine) -> None:
    with write_session(engine) as session:
        session.add(Customer(name="陈秀芳"))
    assert customers(engine) == 1


def test_a_block_that_fails_leaves_nothing(engine: Engine) -> None:
    def fails() -> None:
        with write_session(engine) as session:
            session.add(Customer(name="陈秀芳"))
            session.flush()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fails()
    assert customers(engine) == 0


def test_what_a_reader_writes_is_not_kept(engine: Engine) -> None:
    with read_session(engine) as session:
        session.add(Customer(name="陈秀芳"))
        session.flush()
    assert customers(engine) == 0


def test_readers_go_on_while_somebody_writes(engine: Engine) -> None:
    with write_session(engine) as session:
        session.add(Customer(name="陈秀芳"))
        session.flush()
        assert customers(engine) == 0
    assert customers(engine) == 1


def test_a_reference_to_nothing_is_refused(engine: Engine) -> None:
    code = EnrolCode(code_hash="0" * 64, kiosk_id="nobody", expires_at=datetime.now(UTC))
    with pytest.raises(IntegrityError), write_session(engine) as session:
        session.add(code)


def test_an_instant_comes_back_aware_and_in_utc(engine: Engine) -> None:
    there = datetime(2026, 11, 25, 12, 0, 0, 123456, tzinfo=timezone(timedelta(hours=8)))
    with write_session(engine) as session:
        session.add(
            Kiosk(
                id="k", ordinal=1, site_name="", site_name_en="", town="", public_key=b"", enrolled_at=there
            )
        )
    with read_session(engine) as session:
        back = session.scalars(select(Kiosk.enrolled_at)).one()
    assert back == there
    assert back is not None
    assert back.tzinfo is UTC


def test_an_instant_without_a_zone_is_our_own_mistake(engine: Engine) -> None:
    naive = datetime(2026, 11, 25)  # noqa: DTZ001  # that is the point
    with pytest.raises(Exception, match="instants are aware"), read_session(engine) as session:
        session.scalar(select(ReconnectOrder.id).where(ReconnectOrder.ordered_at < naive))


def test_work_that_lost_a_race_finds_what_the_other_did(engine: Engine) -> None:
    """Both look, see nothing and write; the second is told what the first has made."""
    both_looked = Barrier(2, timeout=60)

    def find_or_make(session: Session) -> str:
        kiosk = session.get(Kiosk, "k")
        if kiosk is not None:
            return "found"
        if engine.dialect.name == "postgresql":  # SQLite lets nobody look for writing beside another
            both_looked.wait()
        session.execute(
            text("INSERT INTO kiosk (id, ordinal, site_name, site_name_en, town) VALUES ('k', 1, '', '', '')")
        )
        return "made"

    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(lambda _: write_once(engine, find_or_make), range(2)))
    assert sorted(results) == ["found", "made"]
