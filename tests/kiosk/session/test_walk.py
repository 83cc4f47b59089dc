"""F45: a walk over the whole machine; wherever it stops, the screen comes home by itself in bounded time."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from kiosk.payment.view import PaymentView, Refusal, Slip, Stage
from kiosk.session.clock import next_wake
from kiosk.session.events import (
    AccountFound,
    AccountUnknown,
    AskQuote,
    AskUtility,
    BeginPayment,
    CashChanged,
    DigitTyped,
    DismissPayment,
    Effect,
    HallChanged,
    HallSilent,
    Key,
    LanguageChosen,
    LookUp,
    LookUpsLimited,
    MonthToggled,
    PaymentChanged,
    Pressed,
    QuoteGiven,
    StopPayment,
    Ticked,
    Touched,
    UtilityLearned,
)
from kiosk.session.machine import step
from kiosk.session.state import Home, Identifying, Language, Session
from tests.kiosk.session.scenes import NUMBER, account, quote_for

BOUND_S = 600
"""Silence, sheet, one closing payment and the last page, with room."""


class FakePaymentThread:
    """Takes orders as the payment thread does and is slow: each `advance` is one stage. One payment at a time."""

    def __init__(self) -> None:
        self.view = PaymentView()
        self.busy = False

    def order(self, effect: Effect) -> None:
        match effect:
            case BeginPayment(account=summary, quote=quote) if not self.busy:
                self.busy = True
                self.view = PaymentView(Stage.OPENING, summary, quote.lines, quote.to_pay_minor, 49_000)
            case StopPayment() if self.view.stage in (Stage.OPENING, Stage.READY):
                self.view = replace(self.view, stage=Stage.CLOSING, may_stop=False)
            case DismissPayment() if self.view.stage in (Stage.IDLE, Stage.DONE, Stage.UNAVAILABLE):
                self.view = PaymentView()
                self.busy = False

    def note(self, *, stacked: bool) -> None:
        if self.view.stage is Stage.READY:
            self.view = replace(self.view, stage=Stage.MOVING, may_stop=False)
        elif self.view.stage is Stage.MOVING:
            paid = self.view.paid_minor + (10_000 if stacked else 0)
            enough = paid >= self.view.least_notes_minor
            self.view = replace(
                self.view,
                stage=Stage.CLOSING if enough else Stage.READY,
                paid_minor=paid,
                may_stop=not enough,
                refusal=None if stacked else Refusal.NOT_READ,
            )

    def advance(self) -> None:
        match self.view.stage:
            case Stage.OPENING:
                self.view = replace(self.view, stage=Stage.READY, may_stop=True)
            case Stage.MOVING:
                self.note(stacked=True)
            case Stage.CLOSING if not self.view.paid_minor:
                self.view = PaymentView()
            case Stage.CLOSING:
                self.view = replace(self.view, stage=Stage.POSTING)
            case Stage.POSTING:
                self.view = replace(self.view, stage=Stage.DONE, slip=Slip.PRINTING)
            case Stage.DONE if self.view.slip is Slip.PRINTING:
                self.view = replace(self.view, slip=Slip.PRINTED)


class Walk(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.session = Session()
        self.now = 0.0
        self.payment = FakePaymentThread()
        self.asked: Effect | None = None

    @initialize(known=st.sampled_from([True, True, True, False]))
    def the_hall_was_reached_before(self, known: bool) -> None:
        if known:
            self.happens(UtilityLearned((10,)), CashChanged(ready=True))

    @initialize(recovered=st.sampled_from([False, False, True]))
    def a_restart_cut_a_payment_short(self, recovered: bool) -> None:
        if recovered:
            self.payment.busy = True
            self.payment.view = PaymentView(Stage.POSTING, account(), paid_minor=10_000, recovered=True)
            self.happens(PaymentChanged(self.payment.view))

    def happens(self, *events: object) -> None:
        for event in events:
            self.session, effects = step(self.session, event, self.now)  # type: ignore[arg-type]
            for effect in effects:
                if isinstance(effect, LookUp | AskQuote | AskUtility):
                    self.asked = effect
                self.payment.order(effect)

    @rule(key=st.sampled_from(Key), times=st.integers(1, 2))
    def presses(self, key: Key, times: int) -> None:
        self.happens(*[Pressed(key)] * times)

    @rule()
    def goes_forward(self) -> None:
        """What a customer in a hurry would do here; keeps the walk from strolling about the first pages."""
        if isinstance(self.session.page, Identifying):
            self.types(NUMBER)
        for key in (Key.PAY_BILL, Key.LOOK_UP, Key.YES, Key.PAY):
            self.happens(Pressed(key))
        self.is_answered("good", 2)

    @rule(key=st.sampled_from([Key.HOME, Key.BACK, Key.STOP, Key.LEAVE, Key.STAY, Key.ANOTHER]))
    def looks_for_a_way_out(self, key: Key) -> None:
        self.happens(Pressed(key))

    @rule(number=st.sampled_from([NUMBER, "3304", "7"]))
    def types(self, number: str) -> None:
        self.happens(*(DigitTyped(digit) for digit in number))

    @rule(event=st.sampled_from([MonthToggled("2026-09"), MonthToggled("2026-10"), Touched()]))
    def touches(self, event: object) -> None:
        self.happens(event)

    @rule(language=st.sampled_from(Language))
    def speaks(self, language: Language) -> None:
        self.happens(LanguageChosen(language))

    @rule(
        news=st.sampled_from([CashChanged(ready=True), CashChanged(ready=False), HallChanged(reachable=True)])
    )
    def learns(self, news: object) -> None:
        self.happens(news)

    @rule(
        kind=st.sampled_from(["good", "good", "good", "unknown", "limited", "silent"]),
        months=st.integers(0, 6),
    )
    def is_answered(self, kind: str, months: int) -> None:
        match self.asked, kind:
            case (AskUtility(), "good"):
                self.happens(UtilityLearned((10,)))
            case (LookUp(asking), "good"):
                self.happens(AccountFound(asking, account(months)))
            case (AskQuote(asking, _, chosen), "good"):
                self.happens(QuoteGiven(asking, quote_for(account(), chosen)))
            case (LookUp(asking=asking) | AskQuote(asking=asking), "unknown"):
                self.happens(AccountUnknown(asking))
            case (LookUp(asking=asking) | AskQuote(asking=asking), "limited"):
                self.happens(LookUpsLimited(asking))
            case (LookUp(asking=asking) | AskQuote(asking=asking) | AskUtility(asking=asking), "silent"):
                self.happens(HallSilent(asking))

    @rule(stacked=st.booleans())
    def puts_a_note_in(self, stacked: bool) -> None:
        self.payment.note(stacked=stacked)
        self.happens(PaymentChanged(self.payment.view))

    @rule()
    def payment_goes_on(self) -> None:
        self.payment.advance()
        self.happens(PaymentChanged(self.payment.view))

    @rule()
    def cash_cannot_be_started(self) -> None:
        if self.payment.view.stage is Stage.OPENING:
            self.payment.view = replace(self.payment.view, stage=Stage.UNAVAILABLE)
            self.happens(PaymentChanged(self.payment.view))

    @rule(seconds=st.sampled_from([0.5, 5, 31, 61, 91]))
    def nobody_moves(self, seconds: float) -> None:
        self.wait(seconds)

    def wait(self, seconds: float) -> None:
        until = self.now + seconds
        rings = 0
        while (wake := next_wake(self.session, self.now)) is not None and wake <= until:
            assert wake > self.now
            self.now = wake
            self.happens(Ticked())
            rings += 1
            assert rings < 1000, "the clock rings without end"
        self.now = until

    @invariant()
    def a_visit_that_is_over_leaves_nothing(self) -> None:
        if isinstance(self.session.page, Home) and not self.session.world.payment.recovered:
            assert NUMBER not in repr(self.session)

    def teardown(self) -> None:
        """Nobody touches anything any more: the payment thread still does its part, the hall never answers."""
        until = self.now + BOUND_S
        while self.now < until and not self.at_rest():
            self.payment.advance()
            self.happens(PaymentChanged(self.payment.view))
            self.wait(5)
        assert self.at_rest(), f"stands for ever at {self.session.page}"
        assert next_wake(self.session, self.now) is None

    def at_rest(self) -> bool:
        return isinstance(self.session.page, Home) and self.session.language is self.session.home_language


Walk.TestCase.settings = settings(max_examples=150, stateful_step_count=60, deadline=None)
TestTheScreenAlwaysComesHomeByItself = Walk.TestCase
