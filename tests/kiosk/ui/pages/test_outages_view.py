"""The announced outages, a page at a time."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kiosk.session.state import OUTAGES_A_PAGE, Language
from kiosk.ui.pages.outages_samples import MORE_OUTAGES, OUTAGES
from kiosk.ui.pages.outages_view import OutageRow, OutagesView, outages_view
from kiosk.ui.samples import NOW, ZONE
from kiosk.ui.texts import NOTHING, Words, write

FAULT, PLANNED, LATER = OUTAGES


def said(words: Words, language: Language = Language.CHINESE) -> str:
    return write(words, language, lambda source, count: source.replace("%n", str(count)))


def only_row(view: OutagesView) -> OutageRow:
    (row,) = view.rows
    return row


def test_what_is_out_says_since_when_and_until_when() -> None:
    row = only_row(outages_view(NOW, ZONE, (FAULT,)))
    assert (said(row.since), said(row.back_day), said(row.back)) == ("08:52 停的", "预计来电", "11:30")
    assert row.fault


def test_what_comes_another_day_names_the_day() -> None:
    row = only_row(outages_view(NOW, ZONE, (LATER,)))
    assert (said(row.since), said(row.back_day), said(row.back)) == (
        "11月27日 08:00 停",
        "11月27日 来电",
        "12:00",
    )
    assert not row.fault


def test_no_known_end_is_said_and_no_time_invented() -> None:
    row = only_row(outages_view(NOW, ZONE, (FAULT.model_copy(update={"estimated_restoration": None}),)))
    assert (said(row.back_day), row.back) == ("来电时间还不知道", NOTHING)


def test_an_instant_is_told_in_the_utility_s_zone() -> None:
    in_utc = FAULT.model_copy(update={"starts_at": FAULT.starts_at.astimezone(tz=None) - timedelta(0)})
    assert only_row(outages_view(NOW, ZONE, (in_utc,))) == only_row(outages_view(NOW, ZONE, (FAULT,)))


def test_names_are_in_the_language_that_is_read() -> None:
    row = only_row(outages_view(NOW, ZONE, (FAULT,)))
    assert said(row.where, Language.ENGLISH) == "Around Haibin East Road"
    assert said(row.where) == "武原街道 海滨东路一带"


def test_going_through_the_pages_meets_every_outage_once() -> None:
    met: list[str] = []
    first = 0
    while True:
        view = outages_view(NOW, ZONE, MORE_OUTAGES, first)
        met += [row.key for row in view.rows]
        assert (view.earlier == NOTHING) == (first == 0)
        if view.later == NOTHING:
            break
        first += OUTAGES_A_PAGE
    assert sorted(met) == sorted(str(notice.id) for notice in MORE_OUTAGES)


@pytest.mark.parametrize(("notices", "line"), [((), "现在没有公告的停电。"), (None, "停电信息还没有收到")])
def test_nothing_to_tell_is_a_sentence(notices: tuple[()] | None, line: str) -> None:
    view = outages_view(NOW, ZONE, notices)
    assert (said(view.line), view.rows) == (line, ())
