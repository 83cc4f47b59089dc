"""A journal of every version that was ever shipped is read and folded as it was then.

`journals/vN.sql` is such a journal, `vN.json` what became of its payments. Both are never changed; a new schema
version adds a pair of its own.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from kiosk.payment.events import EVENTS, SCHEMA_VERSION
from kiosk.payment.journal import JOURNAL_FILE, open_journal
from kiosk.payment.runner import replay
from kiosk.payment.states import NotOpened, Opening, Receipted, State
from tests.kiosk.payment.facts import NOON

SHIPPED = Path(__file__).parent / "journals"
VERSIONS = sorted(file.stem for file in SHIPPED.glob("v*.sql"))


def restored(version: str, folder: Path) -> Path:
    with closing(sqlite3.connect(folder / JOURNAL_FILE)) as database:
        database.executescript((SHIPPED / f"{version}.sql").read_text(encoding="utf-8"))
    return folder


def summary(state: State) -> dict[str, Any]:
    tray = None if isinstance(state, Opening | NotOpened) else state.tray
    receipt = state if isinstance(state, Receipted) else None
    return {
        "state": type(state).__name__,
        "paid_minor": tray.paid_minor if tray else 0,
        "number": receipt.number if receipt else None,
        "posted": receipt is not None and receipt.posted is not None,
        "claims": [claim.opened.number for claim in tray.claims] if tray else [],
    }


def test_the_version_that_is_written_has_its_journal() -> None:
    assert VERSIONS[-1] == f"v{SCHEMA_VERSION}"


@pytest.mark.parametrize("version", VERSIONS)
def test_a_shipped_journal_replays_to_what_it_was(version: str, tmp_path: Path) -> None:
    with closing(open_journal(restored(version, tmp_path), NOON)) as journal:
        folded = {str(payment): summary(replay(events)) for payment, events in journal.payments()}
    assert folded == json.loads((SHIPPED / f"{version}.json").read_text(encoding="utf-8"))


def test_the_shipped_journal_holds_every_kind_of_event(tmp_path: Path) -> None:
    with closing(open_journal(restored(VERSIONS[-1], tmp_path), NOON)) as journal:
        kinds = {event.kind for _, events in journal.payments() for event in events}
    assert kinds == set(EVENTS.json_schema()["discriminator"]["mapping"])
