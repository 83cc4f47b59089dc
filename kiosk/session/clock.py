"""The one visit clock: when the screen has to change by itself, and how."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

from hall.contract import PaymentEnd
from kiosk.payment.view import Stage
from kiosk.session import doors
from kiosk.session.answers import answered, open_question
from kiosk.session.doors import Outcome
from kiosk.session.events import HallSilent
from kiosk.session.state import (
    Finished,
    Home,
    Outages,
    Page,
    Paying,
    Restarted,
    Session,
    StillThere,
    Way,
)


def next_wake(session: Session, now: float) -> float | None:
    """The next moment at which the page may look different without anything happening; None: never."""
    return min((moment for moment in _moments(session, now) if moment > now), default=None)


def _moments(session: Session, now: float) -> Iterator[float]:
    limits = session.limits
    if asking := open_question(session.page):
        yield from (
            asking.since + wait for wait in (limits.show_waiting, limits.offer_way_out, limits.hall_answer)
        )
    if (end := ends_at(session)) is not None:
        yield end
        if counts_down(session):
            yield end - math.floor(end - now)
            yield end - max(0, math.ceil(end - now) - 1)


def counts_down(session: Session) -> bool:
    """Pages that show how many seconds are left."""
    return isinstance(session.sheet, StillThere) or isinstance(session.page, Finished | Restarted)


def seconds_left(session: Session, now: float) -> int:
    end = ends_at(session)
    return max(0, math.ceil(end - now)) if end is not None else 0


def ends_at(session: Session) -> float | None:
    """When this page (or sheet) ends for want of a touch. None: it is not the visitor who is waited for."""
    if isinstance(session.sheet, StillThere):
        return session.sheet.since + session.limits.still_there
    return _page_ends_at(session, session.page)


def _page_ends_at(session: Session, page: Page) -> float | None:
    limits = session.limits
    touched = session.touched_at
    match page:
        case Home():
            return None if session.language is session.home_language else touched + limits.silence
        case Finished() if page.printed_since is not None:
            return max(page.printed_since, touched) + limits.done
        case Finished():
            return max(page.since, touched) + limits.done_without_paper
        case Restarted():
            return page.since + limits.restarted
        case Paying() if not page.started:
            return page.since + limits.taken_up
        case Paying() if session.world.payment.stage is not Stage.READY:
            return None
        case _:
            return touched + limits.silence


def ticked(session: Session, now: float) -> Outcome:
    """Do what is due, if anything is."""
    asking = open_question(session.page)
    if asking is not None and now >= asking.since + session.limits.hall_answer:
        return answered(session, HallSilent(asking.number))
    end = ends_at(session)
    return _ended(session, now) if end is not None and now >= end else (session, ())


def _ended(session: Session, now: float) -> Outcome:
    match session.sheet, session.page:
        case StillThere(), Paying() as page:
            return doors.stop(session, page, Way.HOME, PaymentEnd.SILENCE)
        case StillThere(), _:
            return doors.home(session, now)
        case _, Outages():
            return doors.home(session, now)
        case _, Home():
            return replace(session, language=session.home_language), ()
        case _, Finished() | Restarted():
            return doors.home_after_payment(session, now)
        case _, Paying(behind=behind, started=False):
            return doors.stop_unheard(session, behind)
        case _:
            return replace(session, sheet=StillThere(now)), ()
