"""A hall's answers and a visit driven through them, for the tests of the visit."""

from __future__ import annotations

import builtins
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from hall.contract import AccountSummary, DueMonth, Quote, QuoteLine, QuotePart
from kiosk.payment.view import PaymentView, Slip, Stage
from kiosk.session.clock import next_wake
from kiosk.session.events import (
    AccountFound,
    AskQuote,
    BeginPayment,
    CashChanged,
    DigitTyped,
    Effect,
    Event,
    Key,
    LookUp,
    PaymentChanged,
    Pressed,
    QuoteGiven,
    Ticked,
    UtilityLearned,
)
from kiosk.session.machine import step
from kiosk.session.state import Choosing, HallDown, Session

NUMBER = "3304127786"
Sent = TypeVar("Sent", bound=Effect)


def account(months: int = 2) -> AccountSummary:
    due = tuple(
        DueMonth(
            billing_month=f"2026-{month:02d}",
            due_date=date(2026, month + 1, 28),
            principal_minor=24_102,
            late_fee_minor=603 if month < 10 else 0,
            days_late=25 if month < 10 else 0,
        )
        for month in range(11 - months, 11)
    )
    return AccountSummary(number=NUMBER, masked_name="陈*芳", town="武原街道", currency="CNY", due=due)


def quote_for(summary: AccountSummary, months: Iterable[str] | None = None) -> Quote:
    chosen = None if months is None else set(months)
    lines = tuple(
        QuoteLine(
            account_number=summary.number,
            billing_month=month.billing_month,
            part=part,
            owed_minor=owed,
            days_late=month.days_late,
        )
        for month in summary.due
        if chosen is None or month.billing_month in chosen
        for part, owed in (
            (QuotePart.LATE_FEE, month.late_fee_minor),
            (QuotePart.PRINCIPAL, month.principal_minor),
        )
        if owed
    )
    return Quote(as_of=date(2026, 11, 25), currency="CNY", lines=lines)


def paying(stage: Stage = Stage.READY, paid: int = 0, *, may_stop: bool = True) -> PaymentView:
    summary = account()
    quote = quote_for(summary)
    return PaymentView(
        stage=stage,
        account=summary,
        lines=quote.lines,
        to_pay_minor=quote.to_pay_minor,
        least_notes_minor=49_000,
        paid_minor=paid,
        may_stop=may_stop,
    )


def done(paid: int = 49_000, slip: Slip = Slip.PRINTED, *, recovered: bool = False) -> PaymentView:
    return replace(paying(Stage.DONE, paid, may_stop=False), slip=slip, recovered=recovered)


@dataclass
class Screen:
    """Drives the machine as the kiosk does, with a clock that is turned by hand."""

    session: Session = field(default_factory=Session)
    now: float = 1000.0
    effects: list[Effect] = field(default_factory=list)

    def does(self, *events: Event) -> Screen:
        for event in events:
            self.session, effects = step(self.session, event, self.now)
            self.effects.extend(effects)
        return self

    def press(self, *keys: Key) -> Screen:
        return self.does(*(Pressed(key) for key in keys))

    def type(self, digits: str) -> Screen:
        return self.does(*(DigitTyped(digit) for digit in digits))

    def wait(self, seconds: float) -> Screen:
        """Let the visit clock ring as often as it wants to until `seconds` have gone by."""
        until = self.now + seconds
        while (wake := next_wake(self.session, self.now)) is not None and wake <= until:
            self.now = wake
            self.does(Ticked())
        self.now = until
        return self

    def last(self) -> Effect:
        return self.effects[-1]

    def sent(self, kind: builtins.type[Sent]) -> list[Sent]:
        return [effect for effect in self.effects if isinstance(effect, kind)]


def at_home() -> Screen:
    return Screen().does(UtilityLearned((10,)), CashChanged(ready=True))


def identifying(typed: str = "") -> Screen:
    return at_home().press(Key.PAY_BILL).type(typed)


def asked(typed: str = NUMBER) -> Screen:
    return identifying(typed).press(Key.LOOK_UP)


def confirming(months: int = 2) -> Screen:
    screen = asked()
    lookup = screen.last()
    assert isinstance(lookup, LookUp)
    return screen.does(AccountFound(lookup.asking, account(months)))


def give_quote(screen: Screen) -> Screen:
    ask = screen.last()
    assert isinstance(ask, AskQuote)
    page = screen.session.page
    choice = page.behind if isinstance(page, HallDown) else page
    assert isinstance(choice, Choosing)
    return screen.does(QuoteGiven(ask.asking, quote_for(choice.account, ask.billing_months)))


def choosing(months: int = 2) -> Screen:
    return give_quote(confirming(months).press(Key.YES))


def at_cash(paid: int = 0) -> Screen:
    screen = choosing().press(Key.PAY)
    assert isinstance(screen.last(), BeginPayment)
    return screen.does(PaymentChanged(paying(Stage.OPENING)), PaymentChanged(paying(Stage.READY, paid)))


def finished(slip: Slip = Slip.PRINTED) -> Screen:
    return at_cash(49_000).does(PaymentChanged(done(slip=slip)))
