"""A site for each module, and for each journey a kiosk that has just come up there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication

from tests.journeys.site import Seeded, Site, open_site, seed
from tests.journeys.visitor import Visitor, visit


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Seeded:
    return seed(tmp_path_factory.mktemp("seeded"))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, seeded: Seeded) -> Iterator[Site]:
    with open_site(tmp_path_factory.mktemp("site"), seeded) as opened:
        yield opened


@pytest.fixture(autouse=True)
def _empty_slot(site: Site) -> None:
    """A journey that failed must not leave its note to the next."""
    if site.control.state()["acceptor"]["offered"] is not None:
        site.control.ask("take-note")


@pytest.fixture
def visitor(site: Site, qapp: QGuiApplication) -> Iterator[Visitor]:
    with visit(site.settings(), site.control) as somebody:
        somebody.comes_to_home()
        yield somebody
