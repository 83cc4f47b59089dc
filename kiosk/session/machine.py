"""Where the screen's state changes, and nowhere else: same session, event and time, same answer; it never raises."""

from __future__ import annotations

from dataclasses import replace

from kiosk.session.answers import answered
from kiosk.session.clock import ticked
from kiosk.session.doors import Outcome
from kiosk.session.events import (
    AccountFound,
    AccountUnknown,
    CashChanged,
    DigitTyped,
    Event,
    HallChanged,
    HallSilent,
    LanguageChosen,
    LookUpsLimited,
    MonthToggled,
    News,
    OutagesTold,
    PaymentChanged,
    Pressed,
    QuoteGiven,
    Ticked,
    Touched,
    UtilityLearned,
)
from kiosk.session.money import payment_changed
from kiosk.session.state import HallDown, Identifying, Session
from kiosk.session.taps import tapped

__all__ = ["Outcome", "step"]


def step(session: Session, event: Event, now: float) -> Outcome:
    match event:
        case Ticked():
            return ticked(session, now)
        case Touched():
            return replace(session, touched_at=now), ()
        case AccountFound() | AccountUnknown() | LookUpsLimited() | QuoteGiven() | HallSilent():
            return answered(session, event)
        case UtilityLearned() | HallChanged() | OutagesTold() | CashChanged() | PaymentChanged():
            return _learned(session, event, now)
        case Pressed() | DigitTyped() | MonthToggled() | LanguageChosen():
            return tapped(replace(session, touched_at=now), event, now)


def _learned(session: Session, news: News, now: float) -> Outcome:
    match news:
        case PaymentChanged(view):
            return payment_changed(session, view, now)
        case HallChanged(reachable):
            return replace(session, world=replace(session.world, hall_reachable=reachable)), ()
        case OutagesTold(count):
            return replace(session, world=replace(session.world, outages=count)), ()
        case CashChanged(ready):
            return replace(session, world=replace(session.world, cash_ready=ready)), ()
        case UtilityLearned(lengths):
            return _utility_learned(session, lengths), ()


def _utility_learned(session: Session, lengths: tuple[int, ...]) -> Session:
    """Somebody who waited for just this gets the number pad."""
    session = replace(session, world=replace(session.world, account_number_lengths=lengths))
    match session.page:
        case HallDown(Identifying() as behind) if len(behind.typed) not in lengths:
            return replace(session, page=behind)
        case _:
            return session
