"""Which page is on show for a visit, and what it says. Pure."""

from __future__ import annotations

from typing import Any, NamedTuple

from hall.contract import AccountSummary
from kiosk.payment.show import least_notes_minor
from kiosk.payment.view import PaymentView, Stage
from kiosk.session.answers import open_question
from kiosk.session.clock import seconds_left
from kiosk.session.state import (
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
)
from kiosk.ui.pages.account_view import CashTerms, account_view
from kiosk.ui.pages.cash_view import cash_view
from kiosk.ui.pages.confirm_view import confirm_view
from kiosk.ui.pages.done_view import done_view
from kiosk.ui.pages.hall_down_view import hall_down_view
from kiosk.ui.pages.home_view import home_view
from kiosk.ui.pages.identify_view import identify_view
from kiosk.ui.pages.jam_view import jam_view
from kiosk.ui.pages.leaving_view import leaving_view
from kiosk.ui.pages.no_cash_view import no_cash_view
from kiosk.ui.pages.outages_view import outages_view
from kiosk.ui.pages.reconnect_view import order_of, reconnect_view
from kiosk.ui.pages.restarted_view import restarted_view
from kiosk.ui.pages.still_there_view import still_there_view
from kiosk.ui.pages.waiting import Wait, wait_of
from kiosk.ui.shell_view import Known, ShellView, shell_view
from kiosk.ui.surroundings import Surroundings


class Shown(NamedTuple):
    page: str
    view: Any
    """The page's own frozen view."""


def page_shown(session: Session, around: Surroundings, now: float) -> Shown:
    """`now` is the visit clock's."""
    payment = session.world.payment
    match session.sheet:
        case StillThere():
            left = seconds_left(session, now)
            return Shown("still-there", still_there_view(payment, left, session.limits.still_there))
        case Leaving():
            return Shown("leaving", leaving_view(payment))
        case None:
            return _page(session, around, now)


def shell_shown(session: Session, around: Surroundings) -> ShellView:
    """What stands on every page. Under the veil nobody is named."""
    account = None if isinstance(session.sheet, StillThere) else _account(session)
    known = Known(account.masked_name, account.number) if account else None
    return shell_view(around.site, around.now, around.hotline, known, here=isinstance(session.page, Home))


def _account(session: Session) -> AccountSummary | None:
    """Whose account is open: once it has been confirmed."""
    match session.page:
        case Choosing(account=account) | Finished(account=account):
            return account
        case HallDown(behind=Choosing(account=account)):
            return account
        case NoCash(behind=behind) | Paying(behind=behind):
            return behind.account
        case _:
            return None


def _page(session: Session, around: Surroundings, now: float) -> Shown:
    wait = wait_of(open_question(session.page), now, session.limits)
    match session.page:
        case Home():
            view = home_view(
                around.now,
                around.zone,
                around.devices,
                around.outages,
                hall_reachable=session.world.hall_reachable,
            )
            return Shown("home", view)
        case Outages(first):
            return Shown("outages", outages_view(around.now, around.zone, around.outages, first))
        case Identifying() as page:
            return Shown("identify", identify_view(page, session.world.account_number_lengths, wait))
        case HallDown() as page:
            lost, told = around.hall_lost_at, around.outages_at
            return Shown("hall-down", hall_down_view(page, lost, told, around.hotline, wait))
        case Confirming(account):
            return Shown("confirm", confirm_view(account, around.hotline))
        case Choosing() as page:
            return Shown("account", _account_view(page, around, wait))
        case NoCash():
            return Shown("no-cash", no_cash_view(around.devices.cash, around.hotline))
        case Paying() as page:
            return _paying_page(session, page, around, now)
        case Finished():
            return _finished_page(session, around, now)
        case Restarted():
            left = seconds_left(session, now)
            printer, payment = around.devices.printer, session.world.payment
            return Shown("restarted", restarted_view(payment, printer, around.hotline, around.zone, left))


def _account_view(page: Choosing, around: Surroundings, wait: Wait) -> Any:
    to_pay = page.quote.to_pay_minor if page.quote else 0
    least = least_notes_minor(to_pay, around.notes_minor)
    terms = CashTerms(around.notes_minor, around.cash_limit_minor, least)
    return account_view(page, terms, around.devices.printer, wait, around.now.date())


def _paying_page(session: Session, page: Paying, around: Surroundings, now: float) -> Shown:
    payment = _payment_of(page, session.world.payment, around)
    if payment.jammed:
        return _in_doubt(session, around, now)
    name = "refused" if payment.refusal and payment.stage is Stage.READY else "cash"
    return Shown(name, cash_view(payment, around.cash_limit_minor))


def _payment_of(page: Paying, payment: PaymentView, around: Surroundings) -> PaymentView:
    """Until the payment thread has taken the order up, the page shows what was ordered."""
    quote = page.behind.quote
    if page.started or quote is None:
        return payment
    return PaymentView(
        stage=Stage.OPENING,
        account=page.behind.account,
        lines=quote.lines,
        to_pay_minor=quote.to_pay_minor,
        least_notes_minor=least_notes_minor(quote.to_pay_minor, around.notes_minor),
        counts=tuple((note, 0) for note in sorted(around.notes_minor, reverse=True)),
    )


def _finished_page(session: Session, around: Surroundings, now: float) -> Shown:
    payment = session.world.payment
    left = seconds_left(session, now)
    if order_of(payment) is not None:
        order = reconnect_view(payment, around.devices.printer, around.hotline, around.now, left)
        return Shown("reconnect", order)
    if payment.claim is not None:
        return _in_doubt(session, around, now)
    view = done_view(payment, around.devices.printer, around.hotline, around.zone, left)
    return Shown("done", view)


def _in_doubt(session: Session, around: Surroundings, now: float) -> Shown:
    payment, printer = session.world.payment, around.devices.printer
    left = seconds_left(session, now)
    return Shown("jam", jam_view(payment, printer, around.hotline, around.zone, left))
