"""What a touch does, page by page. A touch that means nothing on a page changes nothing."""

from __future__ import annotations

from dataclasses import replace

from hall.contract import PaymentEnd
from kiosk.session import doors
from kiosk.session.doors import Outcome
from kiosk.session.events import DigitTyped, Key, LanguageChosen, MonthToggled, Pressed, PrintAgain, Tap
from kiosk.session.state import (
    MONTHS_A_PAGE,
    OUTAGES_A_PAGE,
    Choosing,
    Confirming,
    Finished,
    HallDown,
    Home,
    Identifying,
    Leaving,
    NoCash,
    Outages,
    Paying,
    Restarted,
    Session,
    StillThere,
    Way,
)


def tapped(session: Session, tap: Tap, now: float) -> Outcome:
    if isinstance(tap, LanguageChosen):
        return replace(session, language=tap.language), ()
    match session.sheet:
        case StillThere():
            return _on_still_there(session, tap, now)
        case Leaving(to):
            return _on_leaving(session, to, tap)
        case None:
            return _on_page(session, tap, now)


def _on_still_there(session: Session, tap: Tap, now: float) -> Outcome:
    """Only the key itself lifts the veil: whoever brushes the glass must not see the last visitor's page."""
    match session.page, tap:
        case _, Pressed(Key.STAY):
            return replace(session, sheet=None), ()
        case Paying() as page, Pressed(Key.LEAVE | Key.HOME):
            return doors.stop(session, page, Way.HOME, PaymentEnd.STOPPED)
        case _, Pressed(Key.LEAVE | Key.HOME):
            return doors.home(session, now)
        case _:
            return session, ()


def _on_leaving(session: Session, to: Way, tap: Tap) -> Outcome:
    match session.page, tap:
        case Paying() as page, Pressed(Key.LEAVE) if doors.may_leave(session.world.payment):
            return doors.stop(session, page, to, PaymentEnd.STOPPED)
        case _, Pressed(Key.STAY | Key.BACK):
            return replace(session, sheet=None), ()
        case _:
            return session, ()


def _on_page(session: Session, tap: Tap, now: float) -> Outcome:
    match session.page:
        case Home():
            return _on_home(session, tap), ()
        case Outages() as page:
            return _on_outages(session, page, tap, now)
        case Identifying() as page:
            return _on_identifying(session, page, tap, now)
        case Confirming() as page:
            return _on_confirming(session, page, tap, now)
        case Choosing() as page:
            return _on_choosing(session, page, tap, now)
        case HallDown() as page:
            return _on_hall_down(session, page, tap, now)
        case NoCash() as page:
            return _on_no_cash(session, page, tap, now)
        case Paying() as page:
            return _on_paying(session, page, tap)
        case Finished():
            return _on_finished(session, tap, now)
        case Restarted():
            return doors.home_after_payment(session, now) if tap == Pressed(Key.HOME) else (session, ())


def _on_home(session: Session, tap: Tap) -> Session:
    match tap:
        case Pressed(Key.PAY_BILL):
            return doors.identify(session)
        case Pressed(Key.OUTAGES):
            return session.at(Outages())
        case _:
            return session


def _on_outages(session: Session, page: Outages, tap: Tap, now: float) -> Outcome:
    match tap:
        case Pressed(Key.LATER) if page.first_row + OUTAGES_A_PAGE < session.world.outages:
            return session.at(Outages(page.first_row + OUTAGES_A_PAGE)), ()
        case Pressed(Key.EARLIER):
            return session.at(Outages(max(0, page.first_row - OUTAGES_A_PAGE))), ()
        case Pressed(Key.HOME | Key.BACK):
            return doors.home(session, now)
        case _:
            return session, ()


def _on_identifying(session: Session, page: Identifying, tap: Tap, now: float) -> Outcome:
    longest = max(session.world.account_number_lengths, default=0)
    match tap:
        case DigitTyped(digit) if len(page.typed) < longest:
            return session.at(Identifying(page.typed + digit)), ()
        case Pressed(Key.DELETE):
            return session.at(Identifying(page.typed[:-1])), ()
        case Pressed(Key.CLEAR):
            return session.at(Identifying()), ()
        case Pressed(Key.LOOK_UP) if page.asking is None:
            typed_whole = len(page.typed) in session.world.account_number_lengths
            return doors.look_up(session, page, now) if typed_whole else (session, ())
        case Pressed(Key.BACK) if page.asking is not None:
            return session.at(replace(page, asking=None)), ()
        case Pressed(Key.BACK | Key.HOME):
            return doors.home(session, now)
        case _:
            return session, ()


def _on_confirming(session: Session, page: Confirming, tap: Tap, now: float) -> Outcome:
    match tap:
        case Pressed(Key.YES):
            everything = frozenset(month.billing_month for month in page.account.due)
            return doors.reckon(session, Choosing(page.account, everything), now)
        case Pressed(Key.BACK):
            return session.at(Identifying(page.account.number)), ()
        case Pressed(Key.HOME):
            return doors.home(session, now)
        case _:
            return session, ()


def _on_choosing(session: Session, page: Choosing, tap: Tap, now: float) -> Outcome:
    match tap:
        case MonthToggled(month) if any(month == due.billing_month for due in page.account.due):
            return doors.reckon(session, replace(page, chosen=page.chosen ^ {month}), now)
        case Pressed(Key.LATER) if page.first_row + MONTHS_A_PAGE < len(page.account.due):
            return session.at(replace(page, first_row=page.first_row + MONTHS_A_PAGE)), ()
        case Pressed(Key.EARLIER):
            return session.at(replace(page, first_row=max(0, page.first_row - MONTHS_A_PAGE))), ()
        case Pressed(Key.PAY):
            return doors.pay(session, page, now)
        case Pressed(Key.RETRY) if page.asking is None and page.quote is None:
            return doors.reckon(session, page, now)
        case Pressed(Key.ANOTHER):
            return doors.identify(session), ()
        case Pressed(Key.BACK):
            return session.at(Confirming(page.account)), ()
        case Pressed(Key.HOME):
            return doors.home(session, now)
        case _:
            return session, ()


def _on_hall_down(session: Session, page: HallDown, tap: Tap, now: float) -> Outcome:
    match page.behind, tap:
        case Choosing() as behind, Pressed(Key.RETRY) if page.asking is None:
            return doors.reckon_again(session, page, behind, now)
        case Identifying(), Pressed(Key.RETRY) if page.asking is None:
            return doors.look_up(session, page, now)
        case _, Pressed(Key.BACK) if page.asking is not None:
            return session.at(replace(page, asking=None)), ()
        case behind, Pressed(Key.BACK) if session.world.account_number_lengths:
            return session.at(behind), ()
        case _, Pressed(Key.BACK | Key.HOME):
            return doors.home(session, now)
        case _:
            return session, ()


def _on_no_cash(session: Session, page: NoCash, tap: Tap, now: float) -> Outcome:
    match tap:
        case Pressed(Key.RETRY):
            return doors.pay(session, page.behind, now)
        case Pressed(Key.BACK):
            return session.at(page.behind), ()
        case Pressed(Key.HOME):
            return doors.home(session, now)
        case _:
            return session, ()


def _on_paying(session: Session, page: Paying, tap: Tap) -> Outcome:
    payment = session.world.payment
    match tap:
        case Pressed(Key.STOP) if payment.paid_minor and payment.may_stop:
            return doors.stop(session, page, Way.HOME, PaymentEnd.STOPPED)
        case Pressed(Key.HOME) if doors.collecting(payment):
            return replace(session, sheet=Leaving(Way.HOME)), ()
        case Pressed(Key.BACK) if doors.collecting(payment) and not payment.paid_minor:
            return replace(session, sheet=Leaving(Way.ACCOUNT)), ()
        case _:
            return session, ()


def _on_finished(session: Session, tap: Tap, now: float) -> Outcome:
    match tap:
        case Pressed(Key.PRINT_AGAIN):
            return session, (PrintAgain(),)
        case Pressed(Key.HOME):
            return doors.home_after_payment(session, now)
        case Pressed(Key.ANOTHER):
            language = session.language
            session, effects = doors.home_after_payment(session, now)
            return replace(doors.identify(session), language=language), effects
        case _:
            return session, ()
