"""Cash on the screen: what is in, what is missing in notes, and a note that came back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.payment.view import Refusal, Stage
from kiosk.ui.pages.cash_view import CashView, cash_view
from kiosk.ui.pages.sample_visit import LIMIT, cash_in
from tests.kiosk.ui.pages.words import chinese, english


def seen(*counts: int, stage: Stage = Stage.READY, refusal: Refusal | None = None) -> CashView:
    return cash_view(replace(cash_in(*counts, stage=stage), refusal=refusal), LIMIT)


def test_what_is_missing_is_said_in_notes_and_not_in_cents() -> None:
    view = seen(3, 2, 1)
    assert chinese(view.paid) == "420"
    assert chinese(view.missing) == "20"
    assert chinese(view.over) == "多的 ¥6.55 存进户里"
    assert chinese(view.due) == "应缴 ¥433.45"
    assert view.share == pytest.approx(420 / 433.45)


def test_the_notes_are_counted_by_value_the_greatest_first() -> None:
    assert [(note.key, note.count) for note in seen(3, 2, 1).counts] == [
        ("10000", 3),
        ("5000", 2),
        ("2000", 1),
        ("1000", 0),
    ]


def test_before_the_first_note_there_is_a_way_back_and_nothing_to_stop() -> None:
    view = seen()
    assert view.may_go_back
    assert not view.may_stop
    assert chinese(view.stopping) == "放第一张之前，随时可以返回，不收钱。"


def test_before_the_slot_is_open_there_is_a_way_back_too() -> None:
    assert seen(stage=Stage.OPENING).may_go_back


def test_after_the_first_note_one_can_only_stop_and_is_told_what_that_pays() -> None:
    view = seen(3, 2, 1)
    assert not view.may_go_back
    assert view.may_stop
    assert chinese(view.stop) == "到此为止，记 ¥420"
    assert chinese(view.stopping) == "现在停下不退钞：9 月还 ¥247.05，10 月还 ¥172.95。"
    assert english(view.stop) == "Stop here, credit ¥420"


def test_while_a_note_is_inside_there_is_nothing_to_press() -> None:
    view = seen(3, stage=Stage.MOVING)
    assert not view.may_stop
    assert not view.may_go_back
    assert not view.waits_for_note
    assert chinese(view.title) == "正在认这一张"


@pytest.mark.parametrize("stage", [Stage.CLOSING, Stage.POSTING])
def test_once_it_closes_nobody_is_asked_for_notes_and_the_money_is_safe(stage: Stage) -> None:
    view = seen(4, 0, 2, stage=stage)
    assert view.closing
    assert not view.waits_for_note
    assert chinese(view.missing) == ""
    assert chinese(view.stopping) == ""
    assert chinese(view.safe) == "放进去的 ¥440 都在"


def test_closing_without_money_says_that_none_was_taken() -> None:
    assert chinese(seen(stage=Stage.CLOSING).safe) == "还没有收您的钱"


def test_no_change_is_said_with_the_notes_and_the_limit() -> None:
    assert chinese(seen().rule_more) == "收 10、20、50、100 元；一次最多 ¥5,000。"
    assert english(seen().rule_more) == "Notes of 10, 20, 50, 100 yuan; at most ¥5,000 at a time."


@pytest.mark.parametrize("refusal", Refusal)
def test_a_note_that_came_back_has_a_reason_something_to_try_and_no_word_about_forgery(
    refusal: Refusal,
) -> None:
    view = seen(3, 2, refusal=refusal)
    for said in (chinese, english):
        words = [said(text) for text in (view.reason, view.remedy, view.remedy_other, view.safe, view.title)]
        assert all(words)
        assert not any(
            bad in " ".join(words).lower() for bad in ("假", "伪", "counterfeit", "forged", "fake")
        )
    assert chinese(view.next_step) == "先取走右下方退出的钞票"


def test_what_was_counted_before_a_refused_note_stays_counted() -> None:
    """F05: a return never touches the total."""
    assert chinese(seen(3, 2, refusal=Refusal.NOT_READ).paid) == "400"
    assert chinese(seen(3, 2, refusal=Refusal.NOT_READ).safe) == "前面放的 ¥400 都记好了，这张没有记。"
    assert chinese(seen(refusal=Refusal.NOT_ACCEPTED).safe) == "这张没有记，还没有收您的钱。"


def test_the_next_note_takes_the_refusal_away() -> None:
    view = seen(3, 2, stage=Stage.MOVING, refusal=Refusal.NOT_READ)
    assert chinese(view.title) == "正在认这一张"
