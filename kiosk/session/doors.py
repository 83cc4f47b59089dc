"""The few ways from one page to another that several rules share."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeAlias

from hall.contract import PaymentEnd
from kiosk.payment.view import PaymentView, Stage
from kiosk.session.events import (
    AskQuote,
    AskUtility,
    BeginPayment,
    DismissPayment,
    Effect,
    LookUp,
    StopPayment,
)
from kiosk.session.state import (
    Asking,
    Choosing,
    HallDown,
    Identifying,
    NoCash,
    Paying,
    Restarted,
    Session,
    Way,
)

Outcome: TypeAlias = tuple[Session, tuple[Effect, ...]]


def home(session: Session, now: float) -> Outcome:
    """The end of a visit: nothing of it stays but the world. A payment that outlived a restart is shown first."""
    fresh = Session(
        language=session.home_language,
        home_language=session.home_language,
        touched_at=now,
        asked=session.asked,
        world=session.world,
        limits=session.limits,
    )
    return (fresh.at(Restarted(now)) if awaits_showing(session) else fresh), ()


def home_after_payment(session: Session, now: float) -> Outcome:
    """The payment's own page closes: the payment thread is told to forget it."""
    fresh, _ = home(forget(session), now)
    return fresh, (DismissPayment(),)


def forget(session: Session) -> Session:
    """Nothing of the payment stays here; goes with `DismissPayment`."""
    return replace(session, world=replace(session.world, payment=PaymentView(), forgetting=True))


def awaits_showing(session: Session) -> bool:
    """A payment that a restart cut short is booked and its page has not been shown."""
    payment = session.world.payment
    return payment.recovered and payment.stage is Stage.DONE


def identify(session: Session) -> Session:
    """To the number pad; before the hall has told how long numbers are there is nothing to type into."""
    if session.world.account_number_lengths:
        return session.at(Identifying())
    return session.at(HallDown(Identifying()))


def look_up(session: Session, page: Identifying | HallDown, now: float) -> Outcome:
    """Ask the hall for the typed number, or, not knowing yet what a number is, for that."""
    typed = page.typed if isinstance(page, Identifying) else _typed_behind(page)
    session, asking = _ask(session, now)
    effect = (
        LookUp(asking.number, typed)
        if len(typed) in session.world.account_number_lengths
        else AskUtility(asking.number)
    )
    page = (
        replace(page, asking=asking, trouble=None)
        if isinstance(page, Identifying)
        else replace(page, asking=asking)
    )
    return session.at(page), (effect,)


def _typed_behind(page: HallDown) -> str:
    return page.behind.typed if isinstance(page.behind, Identifying) else ""


def reckon(session: Session, page: Choosing, now: float) -> Outcome:
    """Ask the hall what the chosen months come to; until it answers there is nothing to pay."""
    if not page.chosen:
        return session.at(replace(page, quote=None, asking=None)), ()
    session, asking = _ask(session, now)
    page = replace(page, quote=None, asking=asking)
    return session.at(page), (AskQuote(asking.number, page.account.number, page.months),)


def reckon_again(session: Session, page: HallDown, behind: Choosing, now: float) -> Outcome:
    session, asking = _ask(session, now)
    page = replace(page, asking=asking)
    return session.at(page), (AskQuote(asking.number, behind.account.number, behind.months),)


def _ask(session: Session, now: float) -> tuple[Session, Asking]:
    number = session.asked + 1
    return replace(session, asked=number), Asking(number, now)


def pay(session: Session, page: Choosing, now: float) -> Outcome:
    """Start taking cash, where the quote stands, the hall can be reached and the acceptor is ready."""
    if page.quote is None or page.quote.to_pay_minor == 0 or page.asking is not None:
        return session, ()
    if not session.world.hall_reachable:
        return session.at(HallDown(page)), ()
    if not session.world.cash_ready or _is_busy(session):
        return session.at(NoCash(page)), ()
    begin = BeginPayment(page.account, page.quote, page.months, session.language)
    if awaits_showing(session):
        return forget(session).at(Paying(page, now)), (DismissPayment(), begin)
    return session.at(Paying(page, now)), (begin,)


def _is_busy(session: Session) -> bool:
    """The payment thread still has another payment, or has not yet let go of the last."""
    world = session.world
    return world.forgetting or (world.payment.stage is not Stage.IDLE and not awaits_showing(session))


def collecting(payment: PaymentView) -> bool:
    """Until the payment closes by itself there is something to leave."""
    return payment.stage in (Stage.OPENING, Stage.READY, Stage.MOVING)


def may_leave(payment: PaymentView) -> bool:
    """Before the slot is open nothing can be inside; later the payment itself says."""
    return payment.may_stop or payment.stage is Stage.OPENING


def stop(session: Session, page: Paying, way_out: Way, why: PaymentEnd) -> Outcome:
    """Ask the payment to end. The page stays until it has: a note may be on its way in or out."""
    return session.at(replace(page, way_out=way_out)), (StopPayment(why),)


def stop_unheard(session: Session, behind: Choosing) -> Outcome:
    """The payment thread never took the order up; should it wake, it must not collect any more."""
    return session.at(NoCash(behind)), (StopPayment(PaymentEnd.FAULT), DismissPayment())
