"""Every test that asks for `engine` runs on SQLite and on a real PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import Engine

from hall.database import Base, connect
from tests.hall.postgres import cluster, fresh_database

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
    Base.metadata.create_all(engine)
    yield engine
    engine.dispose()
