"""Every test that asks for `engine`, `hall` or `kiosk` runs on SQLite and on a real PostgreSQL."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import Engine

from hall.database import connect
from hall.dependencies import Hall
from hall.migrations import upgrade
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


@pytest.fixture(scope="session")
def postgres_template(postgres_server: str) -> Iterator[str]:
    """The name of a database with all tables, to make others from."""
    with fresh_database(postgres_server, "prepared") as url:
        engine = connect(url)
        upgrade(engine)
        engine.dispose()
        yield "prepared"


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with all tables, to copy."""
    file = tmp_path_factory.mktemp("prepared") / "hall.sqlite"
    engine = connect(f"sqlite:///{file}")
    upgrade(engine)
    engine.dispose()
    return file


@pytest.fixture(params=["sqlite", "postgresql"])
def dialect(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture
def database_url(dialect: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of an empty database."""
    if dialect == "sqlite":
        yield f"sqlite:///{tmp_path / 'hall.sqlite'}"
        return
    server = request.getfixturevalue("postgres_server")
    with fresh_database(server, f"empty_{next(numbers)}") as url:
        yield url


@pytest.fixture
def prepared_url(dialect: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a database with all tables and no rows, as the migrations make it."""
    if dialect == "sqlite":
        file = tmp_path / "prepared.sqlite"
        shutil.copyfile(request.getfixturevalue("sqlite_template"), file)
        yield f"sqlite:///{file}"
        return
    template = request.getfixturevalue("postgres_template")
    server = request.getfixturevalue("postgres_server")
    with fresh_database(server, f"test_{next(numbers)}", template) as url:
        yield url


@pytest.fixture
def engine(prepared_url: str) -> Iterator[Engine]:
    engine = connect(prepared_url)
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
