"""Rows of a list keep their identity through every refresh."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester

from kiosk.session.state import Language
from kiosk.ui.rows import Rows, camel
from kiosk.ui.speaker import Speaker
from kiosk.ui.texts import Named, Words
from kiosk.ui.translations import compiled


@dataclass(frozen=True, slots=True)
class Bill:
    key: str
    late_fee: Words = ""
    chosen: bool = False


def shown(rows: Rows, role: str = "key") -> list[object]:
    number = next(number for number, name in rows.roleNames().items() if bytes(name.data()).decode() == role)
    return [rows.data(rows.index(place), number) for place in range(rows.rowCount())]


@pytest.fixture
def speaker(application: QGuiApplication) -> Speaker:
    return Speaker(compiled())


@pytest.fixture
def rows(speaker: Speaker) -> Rows:
    return Rows(Bill, speaker)


def test_fields_are_roles_in_camel_case(rows: Rows) -> None:
    assert [bytes(name.data()).decode() for name in rows.roleNames().values()] == ["key", "lateFee", "chosen"]
    assert camel("days_late_now") == "daysLateNow"


def test_a_changed_row_changes_where_it_stands(rows: Rows) -> None:
    rows.show([Bill("8"), Bill("9")])
    changed: list[int] = []
    removed: list[int] = []
    rows.dataChanged.connect(lambda first, last: changed.append(first.row()))
    rows.rowsAboutToBeRemoved.connect(lambda: removed.append(1))
    rows.show([Bill("8"), Bill("9", chosen=True)])
    assert changed == [1]
    assert removed == []
    assert shown(rows, "chosen") == [False, True]


def test_the_same_rows_again_say_nothing(rows: Rows) -> None:
    rows.show([Bill("8")])
    said: list[int] = []
    rows.dataChanged.connect(lambda: said.append(1))
    rows.show([Bill("8")])
    assert said == []


def test_a_row_that_goes_is_the_one_removed(rows: Rows) -> None:
    rows.show([Bill("8"), Bill("9"), Bill("10")])
    moves: list[tuple[str, int]] = []
    rows.rowsAboutToBeMoved.connect(lambda _, first, __, ___, to: moves.append(("moved", first)))
    rows.show([Bill("9"), Bill("10")])
    assert shown(rows) == ["9", "10"]
    assert moves == [("moved", 1), ("moved", 2)]


def test_another_language_rewrites_every_row(rows: Rows, speaker: Speaker) -> None:
    rows.show([Bill("8", late_fee=Named("违约金", "late fee"))])
    assert shown(rows, "lateFee") == ["违约金"]
    speaker.use(Language.ENGLISH)
    assert shown(rows, "lateFee") == ["late fee"]
    speaker.use(Language.CHINESE)


@given(st.lists(st.lists(st.sampled_from("abcdef"), unique=True), max_size=6))
def test_whatever_comes_after_whatever_the_list_is_what_was_shown(refreshes: list[list[str]]) -> None:
    rows = Rows(Bill, Speaker(compiled()))
    tester = QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for keys in refreshes:
        rows.show([Bill(key) for key in keys])
        assert shown(rows) == keys
    assert isinstance(tester.model(), QAbstractItemModel)
