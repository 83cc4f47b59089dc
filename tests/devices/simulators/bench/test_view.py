from __future__ import annotations

import re
from pathlib import Path

import pytest

import devices.simulators.bench as bench
from devices.simulators.bench import texts, view
from devices.simulators.bench.texts import ENGLISH, Language
from devices.simulators.bench.view import view_of
from tests.devices.simulators.bench.states import EVERY_LOOK, LIT, note_at, state

HERE = Path(bench.__file__).parent
CHINESE = re.compile(r"[\u4e00-\u9fff]")


@pytest.mark.parametrize("look", EVERY_LOOK)
def test_every_state_is_told_in_both_languages(look: str) -> None:
    chinese, english = (view_of(EVERY_LOOK[look], language) for language in Language)
    for said in (english.title, english.detail, english.printer_says, english.sums, english.slip_title):
        assert not CHINESE.search(said)
    assert chinese.title != english.title
    assert chinese.detail


def test_every_chinese_text_has_its_english_and_no_english_is_left_over() -> None:
    in_qml = {
        text for file in HERE.rglob("*.qml") for text in re.findall(r'qsTr\("([^"]+)"\)', file.read_text())
    }
    quoted = set(re.findall(r'"([^"\n]*)"', Path(view.__file__).read_text()))
    in_view = {text for text in quoted if CHINESE.search(text)}
    assert in_qml | in_view == set(ENGLISH)


def test_a_lit_slot_is_good_news_and_nothing_else_is_lit() -> None:
    seen = view_of(state(acceptor=LIT), Language.EN)
    assert (seen.title, seen.tone, seen.lit, seen.next) == ("The slot is lit", "good", True, "")


def test_a_lit_slot_whose_cable_is_out_cannot_be_used() -> None:
    assert not view_of(state(acceptor={**LIT, "cable": False}), Language.EN).lit


def test_a_note_that_came_back_waits_in_the_slot_to_be_taken() -> None:
    seen = view_of(state(acceptor={"offered": {"value": 20, "kind": "forged"}}), Language.EN)
    assert (seen.place, seen.note, seen.next) == ("slot", 20, "take-note")
    assert "¥20" in seen.title


def test_a_jam_asks_for_a_hand() -> None:
    seen = view_of(state(acceptor=note_at("jammed-safe")), Language.ZH)
    assert (seen.tone, seen.next, seen.place) == ("bad", "clear-jam", "jammed-safe")


@pytest.mark.parametrize(
    ("printer", "key"),
    [
        ({"power": False}, "printer-power"),
        ({"cable": False}, "printer-cable"),
        ({"cover": True}, "cover"),
        ({"paper": "out"}, "paper"),
    ],
)
def test_the_printers_needs_are_lit_once_the_acceptor_has_none(printer: dict[str, object], key: str) -> None:
    assert view_of(state(printer=printer), Language.ZH).next == key
    assert view_of(state(acceptor={"power": False}, printer=printer), Language.ZH).next == "acceptor-power"


def test_the_box_is_counted_by_denomination_and_in_sum() -> None:
    seen = view_of(state(), Language.ZH)
    assert (seen.box_notes, seen.box_sum) == (6, "¥420")
    assert dict(zip(view.VALUES, seen.box_counts, strict=True)) == {
        100: "3",
        50: "2",
        20: "1",
        10: "0",
        5: "0",
        1: "0",
    }


def test_the_sums_of_notes_add_up_before_the_users_eyes() -> None:
    assert view_of(state(), Language.EN).sums == "in 7 = box 6 + returned 1 + path 0"


def test_a_refusal_is_told_in_place_of_the_detail() -> None:
    seen = view_of(state(), Language.EN, "disabled")
    assert (seen.detail, seen.tone, seen.detail_tone) == ("Not taken in: the slot is dark.", "plain", "bad")
    assert view_of(state(), Language.EN, "something new").detail == "That cannot be done now."


def test_a_printed_end_is_torn_off_only_when_the_printer_stands_still() -> None:
    assert view_of(state(printer={"hanging_mm": 9}), Language.ZH).hanging
    assert not view_of(state(printer={"hanging_mm": 9, "busy": True}), Language.ZH).hanging


def test_values_are_filled_in() -> None:
    assert texts.say(Language.EN, "收据 {n}", n=3) == "Slip 3"
