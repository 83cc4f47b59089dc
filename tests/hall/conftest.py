"""Every test that asks for `engine`, `hall` or `kiosk` runs on SQLite and on a real PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import Engine

from hall.database import connect
from hall.dependencies import Hall
from hall.migrations.tables import metadata
from hall.security.keys import KnownKeys
from hall.security.limits import LookUpGate
from hall.utility import read_utility
from tests.hall.postgres import cluster, fresh_database
from tests.hall.signed import TestKiosk, enrolled
from tests.hall.utility_rows import LATE_FEES

NOON = datetime(2026, 11, 25, 4, 0, tzinfo=UTC)

numbers = count(1)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    with cluster() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of an empty database."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'hall.sqlite'}"
        return
    server = request.getfixturevalue("postgres_server")
    with fresh_database(server, f"test_{next(numbers)}") as url:
        yield url


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """An engine on a database with all tables and no rows."""
    engine = connect(database_url)
    metadata.create_all(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def hall(engine: Engine) -> Hall:
    """A hall whose clock stands at noon of a known day."""
    utility = read_utility()
    return Hall(engine, utility, LATE_FEES, lambda: NOON, LookUpGate(utility.lookups), KnownKeys())


@pytest.fixture
def kiosk(hall: Hall) -> Iterator[TestKiosk]:
    with enrolled(hall) as kiosk:
        yield kiosk
