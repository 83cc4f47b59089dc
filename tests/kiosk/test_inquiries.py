"""Questions to the hall from worker threads: every way in which one can end is an answer."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from hall.contract import (
    AccountSummary,
    LookUpAccount,
    OutageNotice,
    Problem,
    Quote,
    RequestQuote,
    UtilityInfo,
)
from kiosk.hall import HallClient, HallRefusalError, HallSilentError
from kiosk.inquiries import HallNews, HallWatch, Inquiries
from kiosk.session.events import AccountFound, AccountUnknown, Answer, HallSilent, LookUpsLimited, QuoteGiven
from kiosk.ui.pages.sample_visit import CHEN, quote_of

UTILITY = UtilityInfo(
    name="供电公司",
    name_en="Power",
    hotline="95598",
    timezone="Asia/Shanghai",
    currency="CNY",
    account_number_lengths=(10,),
    notes_accepted_minor=(10_000,),
    cash_limit_minor=500_000,
    now=datetime(2026, 11, 25, tzinfo=UTC),
)


class FakeHall(HallClient):
    """Answers from memory, or fails as it is told; remembers in which thread it was asked."""

    def __init__(self, failure: Exception | None = None) -> None:
        super().__init__("http://127.0.0.1:9")
        self.failure = failure
        self.threads: list[int] = []
        self.asked: list[object] = []

    def _answer(self, question: object) -> None:
        self.threads.append(threading.get_ident())
        self.asked.append(question)
        if self.failure is not None:
            raise self.failure

    def look_up(self, body: LookUpAccount) -> AccountSummary:
        self._answer(body)
        return CHEN

    def quote(self, body: RequestQuote) -> Quote:
        self._answer(body)
        return quote_of(CHEN, body.billing_months)

    def utility(self) -> UtilityInfo:
        self._answer("utility")
        return UTILITY

    def outages(self) -> list[OutageNotice]:
        self._answer("outages")
        return []


@pytest.fixture
def ask(qtbot: QtBot) -> Iterator[Callable[[FakeHall], Inquiries]]:
    made: list[Inquiries] = []

    def make(hall: FakeHall) -> Inquiries:
        made.append(Inquiries(lambda: hall))
        return made[-1]

    yield make
    for inquiries in made:
        inquiries.close()


def refusal(status: int) -> HallRefusalError:
    return HallRefusalError(Problem(title="no", status=status))


def answer_to(qtbot: QtBot, inquiries: Inquiries) -> Answer:
    with qtbot.waitSignal(inquiries.answered, timeout=5000) as heard:
        inquiries.look_up(7, CHEN.number)
    answer: Answer = heard.args[0]
    return answer


def test_a_number_is_looked_up_in_another_thread_and_the_answer_carries_its_question(
    qtbot: QtBot, ask: Callable[[FakeHall], Inquiries]
) -> None:
    hall = FakeHall()
    assert answer_to(qtbot, ask(hall)) == AccountFound(7, CHEN)
    assert hall.threads != [threading.get_ident()]


@pytest.mark.parametrize(
    ("failure", "answer"),
    [
        (refusal(404), AccountUnknown(7)),
        (refusal(429), LookUpsLimited(7)),
        (refusal(401), HallSilent(7)),
        (HallSilentError("cut"), HallSilent(7)),
    ],
)
def test_whatever_goes_wrong_is_an_answer_too(
    qtbot: QtBot, ask: Callable[[FakeHall], Inquiries], failure: Exception, answer: Answer
) -> None:
    assert answer_to(qtbot, ask(FakeHall(failure))) == answer


def test_a_quote_is_asked_for_exactly_the_chosen_months(
    qtbot: QtBot, ask: Callable[[FakeHall], Inquiries]
) -> None:
    hall = FakeHall()
    inquiries = ask(hall)
    with qtbot.waitSignal(inquiries.answered, timeout=5000) as heard:
        inquiries.quote(8, CHEN.number, ("2026-09",))
    assert heard.args == [QuoteGiven(8, quote_of(CHEN, ("2026-09",)))]
    assert hall.asked == [RequestQuote(account_number=CHEN.number, billing_months=("2026-09",))]


def test_after_enrolment_questions_go_out_under_the_new_name(
    qtbot: QtBot, ask: Callable[[FakeHall], Inquiries]
) -> None:
    stranger, known = FakeHall(refusal(401)), FakeHall()
    inquiries = ask(stranger)
    assert answer_to(qtbot, inquiries) == HallSilent(7)
    inquiries.use(lambda: known)
    assert answer_to(qtbot, inquiries) == AccountFound(7, CHEN)


def test_the_watch_asks_one_question_at_a_time(qtbot: QtBot, ask: Callable[[FakeHall], Inquiries]) -> None:
    hall = FakeHall()
    inquiries = ask(hall)
    watch = HallWatch(inquiries)
    with qtbot.waitSignal(inquiries.told, timeout=5000) as heard:
        for _ in range(4):
            watch.ask()
    assert heard.args == [HallNews(UTILITY, ())]
    assert hall.asked == ["utility", "outages"]
    watch.close()


def test_a_silent_hall_is_told_as_no_news(qtbot: QtBot, ask: Callable[[FakeHall], Inquiries]) -> None:
    inquiries = ask(FakeHall(HallSilentError("cut")))
    with qtbot.waitSignal(inquiries.told, timeout=5000) as heard:
        inquiries.ask_news()
    assert heard.args == [None]
