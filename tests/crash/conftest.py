"""One small hall for all crash tests, and the choice between each point once and the full matrix."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.crash.house import make_template
from tests.crash.points import every, once
from tests.crash.street import Street

FULL = "--full-matrix"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(FULL, action="store_true", help="every point of every visit, for every process")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A module of crash tests says which process is its `VICTIM`, and which of the points are its own."""
    if "crash" in metafunc.fixturenames:
        choose = every if metafunc.config.getoption(FULL, default=False) else once
        crashes = [crash for crash in choose(metafunc.module.VICTIM) if metafunc.module.is_here(crash)]
        metafunc.parametrize("crash", crashes, ids=str)


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_template(tmp_path_factory.mktemp("crash") / "template")


@pytest.fixture(scope="module")
def street(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Street]:
    built = Street(template, tmp_path_factory.mktemp("houses"))
    yield built
    built.abandon()
