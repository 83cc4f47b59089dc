"""The number pad: what is missing, and what the hall said, without losing a digit."""

from __future__ import annotations

import pytest

from kiosk.session.limits import Limits
from kiosk.session.state import Asking, Identifying, Trouble
from kiosk.ui.pages.identify_view import IdentifyView, identify_view
from kiosk.ui.pages.waiting import Wait, wait_of
from tests.kiosk.ui.pages.words import chinese, english

NUMBER = "3304127786"
ASKING = Asking(1, 100.0)


def seen(page: Identifying, wait: Wait = Wait.SHORT, lengths: tuple[int, ...] = (10,)) -> IdentifyView:
    return identify_view(page, lengths, wait)


def test_digits_stand_in_groups_of_four_four_two() -> None:
    assert chinese(seen(Identifying(NUMBER)).digits) == "3304 1277 86"


def test_the_missing_digits_are_counted_beside_the_number_and_on_the_counter() -> None:
    view = seen(Identifying("33041277"))
    assert chinese(view.missing) == "还差 2 位"
    assert english(view.missing) == "2 digits to go"
    assert chinese(view.next_step) == "再按 2 位数字"
    assert english(seen(Identifying("330412778")).next_step) == "Press 1 more digit"
    assert not view.may_look_up


def test_an_empty_field_says_how_many_digits_there_are() -> None:
    view = seen(Identifying())
    assert chinese(view.next_step) == "按上面的数字，10 位"
    assert english(view.next_step) == "Press the 10 digits above"
    assert chinese(view.missing) == ""


def test_a_whole_number_can_be_looked_up() -> None:
    view = seen(Identifying(NUMBER))
    assert view.may_look_up
    assert chinese(view.missing) == ""


def test_numbers_of_two_lengths_can_both_be_whole() -> None:
    lengths = (10, 13)
    assert chinese(seen(Identifying(), lengths=lengths).hint) == "户号 10 或 13 位，印在账单左上角。"
    assert seen(Identifying(NUMBER), lengths=lengths).may_look_up
    beyond = seen(Identifying(NUMBER + "1"), lengths=lengths)
    assert not beyond.may_look_up
    assert chinese(beyond.missing) == "还差 2 位"


@pytest.mark.parametrize("trouble", Trouble)
def test_what_went_wrong_is_said_in_words_and_the_digits_stay(trouble: Trouble) -> None:
    view = seen(Identifying(NUMBER, trouble=trouble))
    assert chinese(view.digits) == "3304 1277 86"
    for said in (chinese, english):
        assert said(view.wrong)
        assert said(view.trouble)
    assert view.may_look_up


def test_a_question_under_way_can_not_be_asked_again() -> None:
    view = seen(Identifying(NUMBER, asking=ASKING))
    assert not view.may_look_up
    assert chinese(view.next_step) == "正在查这一户"


def test_nothing_is_said_of_a_short_wait_and_a_long_one_offers_a_way_out() -> None:
    page = Identifying(NUMBER, asking=ASKING)
    assert chinese(seen(page, Wait.SHORT).waiting) == ""
    assert chinese(seen(page, Wait.SHOWN).waiting) == "正在问中心，请等一下。"
    assert chinese(seen(page, Wait.SHOWN).back) == "返回"
    assert chinese(seen(page, Wait.LONG).back) == "不等了"
    assert english(seen(page, Wait.LONG).back) == "Stop waiting"


@pytest.mark.parametrize(
    ("waited", "wait"),
    [(0.29, Wait.SHORT), (0.3, Wait.SHOWN), (7.9, Wait.SHOWN), (8.0, Wait.LONG)],
)
def test_a_wait_is_told_after_300_ms_and_left_after_8_s(waited: float, wait: Wait) -> None:
    assert wait_of(Asking(1, 0.0), waited, Limits()) is wait


def test_where_nothing_is_asked_nothing_is_waited_for() -> None:
    assert wait_of(None, 1e9, Limits()) is Wait.SHORT
