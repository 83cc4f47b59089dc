from __future__ import annotations

from hall.contract import AccountSummary
from kiosk.payment.view import CashState, PrinterState
from kiosk.session.state import Asking, Choosing
from kiosk.ui.pages.account_view import account_view
from kiosk.ui.pages.no_cash_view import no_cash_view
from kiosk.ui.pages.sample_visit import CHEN, owing, quote_of, terms
from kiosk.ui.pages.waiting import Wait
from kiosk.ui.registry import Sample
from kiosk.ui.samples import CHEN as KNOWN
from kiosk.ui.samples import HOTLINE, NOW, sample_shell

SHELL = sample_shell(KNOWN)


def _choosing(account: AccountSummary, first_row: int = 0) -> Choosing:
    months = frozenset(month.billing_month for month in account.due)
    return Choosing(account, months, quote_of(account), first_row=first_row)


def _account(
    picture: str,
    page: Choosing,
    least: int = 44_000,
    printer: PrinterState = PrinterState.READY,
    wait: Wait = Wait.SHORT,
) -> Sample:
    return Sample(picture, account_view(page, terms(least), printer, wait, NOW.date()), SHELL)


ACCOUNT_SAMPLES = (
    _account("03-account", _choosing(CHEN)),
    _account("03a-account-many", _choosing(owing(9)), 188_000, PrinterState.PAPER_OUT),
    _account("03b-account-many-next", _choosing(owing(9), 4), 188_000, PrinterState.PAPER_OUT),
    _account("03c-account-none-chosen", Choosing(CHEN, frozenset())),
    _account(
        "03d-account-reckoning",
        Choosing(CHEN, frozenset({"2026-09"}), asking=Asking(1, 0.0)),
        wait=Wait.SHOWN,
    ),
    _account("03e-account-nothing-due", _choosing(CHEN.model_copy(update={"due": ()}))),
)
NO_CASH_SAMPLES = tuple(
    Sample(f"05{letter}-no-cash", no_cash_view(state, HOTLINE), SHELL)
    for letter, state in (("a", CashState.GONE), ("b", CashState.BOX_FULL), ("c", CashState.READY))
)
