"""How the visit follows its payment: the payment thread tells what is, the page follows."""

from __future__ import annotations

from dataclasses import replace

from kiosk.payment.view import PaymentView, Slip, Stage
from kiosk.session import doors
from kiosk.session.doors import Outcome
from kiosk.session.events import DismissPayment
from kiosk.session.state import Finished, Home, NoCash, Paying, Restarted, Session, StillThere, Way


def payment_changed(session: Session, view: PaymentView, now: float) -> Outcome:
    """Take in what the payment thread tells; after a dismissal everything up to its `IDLE` is about the last visit."""
    if session.world.forgetting and view.stage is not Stage.IDLE:
        return session, ()
    before = session.world.payment
    session = replace(session, world=replace(session.world, payment=_kept(session, view), forgetting=False))
    session, effects = _followed(session, before, now)
    if view.stage is Stage.IDLE and before.stage is not Stage.IDLE:
        # It ended with nothing to show: the payment thread may let go of it, and be free for another.
        return session, (*effects, DismissPayment())
    return session, effects


def _kept(session: Session, view: PaymentView) -> PaymentView:
    """A payment that is on no page is nobody's business here: that there is one is enough."""
    on_show = isinstance(session.page, Paying | Finished | Restarted) or view.recovered
    return view if on_show else PaymentView(stage=view.stage)


def _followed(session: Session, before: PaymentView, now: float) -> Outcome:
    view = session.world.payment
    match session.page:
        case Home() if doors.awaits_showing(session):
            return session.at(Restarted(now)), ()
        case Paying() as page:
            return _paying(session, page, before, now)
        case Finished(printed_since=None) as page if view.slip is Slip.PRINTED:
            return replace(session, page=replace(page, printed_since=now)), ()
        case Finished() as page if view.slip is not Slip.PRINTED:
            return replace(session, page=replace(page, printed_since=None)), ()
        case _:
            return session, ()


def _paying(session: Session, page: Paying, before: PaymentView, now: float) -> Outcome:
    view = session.world.payment
    if not page.started and view.stage in (Stage.IDLE, Stage.DONE):
        return session, ()  # the order is still on its way to the payment thread
    match view.stage:
        case Stage.IDLE if page.way_out is Way.HOME:
            return doors.home(session, now)
        case Stage.IDLE:
            return replace(session.at(page.behind), touched_at=now), ()
        case Stage.UNAVAILABLE:
            return doors.forget(session).at(NoCash(page.behind)), (DismissPayment(),)
        case Stage.DONE:
            printed_since = now if view.slip is Slip.PRINTED else None
            return session.at(Finished(page.behind.account, now, printed_since)), ()
        case _:
            return _still_paying(session, replace(page, started=True), before, now), ()


def _still_paying(session: Session, page: Paying, before: PaymentView, now: float) -> Session:
    """A note on its way is somebody being there; a payment that closes can't be left any more."""
    view = session.world.payment
    session = replace(session, page=page)
    if _trace(view) == _trace(before):
        return session
    keeps_sheet = doors.collecting(view) and not isinstance(session.sheet, StillThere)
    return replace(session, sheet=session.sheet if keeps_sheet else None, touched_at=now)


def _trace(view: PaymentView) -> tuple[object, ...]:
    """What only a hand at the slot (or a broken one) changes; a view told twice is no hand."""
    return view.stage, view.paid_minor, view.refusal, view.jammed
