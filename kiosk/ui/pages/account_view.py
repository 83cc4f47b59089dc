"""The account: what is due by month, which months are paid now, and what that comes to in cash."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hall.contract import AccountSummary, DueMonth, Quote
from kiosk.payment.view import PrinterState
from kiosk.session.state import MONTHS_A_PAGE, Choosing
from kiosk.ui.pages.money_words import notes_listed
from kiosk.ui.pages.waiting import Wait
from kiosk.ui.texts import NOTHING, Day, Money, Month, Sum, Words, say

DESK_ROWS = 5
ROWS_ABOUT_PAYING = 3


@dataclass(frozen=True, slots=True)
class CashTerms:
    """What the utility takes in cash: its notes, the most for one payment, and the least that notes can make."""

    notes_minor: tuple[int, ...]
    limit_minor: int
    least_minor: int
    """For the sum to be paid; 0 while that is not known."""


@dataclass(frozen=True, slots=True)
class MonthRow:
    key: str
    """The billing month."""
    text: Words
    sub: Words
    amount: Words
    warning: Words
    chosen: bool


@dataclass(frozen=True, slots=True)
class AccountView:
    headline: Words = NOTHING
    amount: Words = NOTHING
    """Empty while the hall reckons it."""
    name: Words = NOTHING
    town: Words = NOTHING
    order: Words = NOTHING
    """In which order money is set against the months."""
    months: tuple[MonthRow, ...] = ()
    more: Words = NOTHING
    fewer: Words = NOTHING
    cash: Words = NOTHING
    cash_more: Words = NOTHING
    paper: Words = NOTHING
    """What the printer can't do, said before paying."""
    pay: Words = NOTHING
    next_step: Words = NOTHING
    waiting: Words = NOTHING
    may_pay: bool = False
    may_retry: bool = False
    nothing_due: bool = False
    rows_free: int = 0
    """How many rows the months leave for what else is said about paying."""


def account_view(
    page: Choosing, terms: CashTerms, printer: PrinterState, wait: Wait, today: date
) -> AccountView:
    account = page.account
    to_pay = page.quote.to_pay_minor if page.quote else None
    if not account.due or to_pay == 0:
        return _nothing_due(account, covered=bool(account.due))
    return AccountView(
        headline=_headline(page),
        amount=NOTHING if to_pay is None else Sum(to_pay, exact=True),
        name=account.masked_name,
        town=_place(account),
        order=_order(page.quote),
        months=tuple(
            _row(month, page, today) for month in account.due[page.first_row : page.first_row + MONTHS_A_PAGE]
        ),
        more=_more(page),
        fewer=say("前面还有 %n 个月", "", page.first_row) if page.first_row else NOTHING,
        cash=_cash(terms),
        cash_more=_cash_more(terms, to_pay),
        paper=_paper(printer),
        pay=NOTHING if to_pay is None else say("用现金缴 {sum}", sum=Money(to_pay, exact=True)),
        next_step=_next_step(page),
        waiting=NOTHING if wait is Wait.SHORT else say("中心正在算，请等一下。"),
        may_pay=to_pay is not None and page.asking is None,
        may_retry=to_pay is None and page.asking is None and bool(page.chosen),
        rows_free=max(1, min(ROWS_ABOUT_PAYING, DESK_ROWS - len(account.due))),
    )


def _nothing_due(account: AccountSummary, *, covered: bool) -> AccountView:
    return AccountView(
        headline=say("户里的预存够抵这几个月") if covered else say("这一户现在没有要缴的电费"),
        name=account.masked_name,
        town=_place(account),
        nothing_due=True,
    )


def _headline(page: Choosing) -> Words:
    chosen = len(page.chosen)
    if not chosen:
        return say("应缴电费，还没有选")
    if page.quote and any(line.credit_minor for line in page.quote.lines):
        return say("应缴电费，已选 %n 个月，预存的先抵了", "", chosen)
    return say("应缴电费，已选 %n 个月", "", chosen)


def _place(account: AccountSummary) -> Words:
    return f"{account.town} ****"


def _order(quote: Quote | None) -> Words:
    late = quote is not None and any(line.days_late for line in quote.lines)
    return say("最早的一笔先还，违约金在前。") if late else say("最早的一笔先还。")


def _row(month: DueMonth, page: Choosing, today: date) -> MonthRow:
    return MonthRow(
        key=month.billing_month,
        text=Month(month.billing_month),
        sub=_due(month, today),
        amount=Sum(month.owed_minor, exact=True),
        warning=(
            say("含违约金 {sum}", sum=Money(month.late_fee_minor, exact=True))
            if month.late_fee_minor
            else NOTHING
        ),
        chosen=month.billing_month in page.chosen,
    )


def _due(month: DueMonth, today: date) -> Words:
    if month.days_late:
        return say("{day} 到期，逾期 %n 天", "", month.days_late, day=Day(month.due_date))
    if month.due_date == today:
        return say("今天到期")
    return say("{day} 到期", day=Day(month.due_date))


def _more(page: Choosing) -> Words:
    left = len(page.account.due) - page.first_row - MONTHS_A_PAGE
    return say("后面还有 %n 个月", "", left) if left > 0 else NOTHING


def _cash(terms: CashTerms) -> Words:
    return say("收 {notes} 元，不找零", notes=notes_listed(terms.notes_minor))


def _cash_more(terms: CashTerms, to_pay: int | None) -> Words:
    if to_pay is None:
        return NOTHING
    if terms.least_minor > terms.limit_minor:
        return say("一次最多收 {sum}，先少选几个月，或者分几次缴", sum=Money(terms.limit_minor))
    over = terms.least_minor - to_pay
    if over == 0:
        return say("最少放 {sum}，正好", sum=Money(terms.least_minor))
    return say("最少放 {sum}，多 {over} 存进户里", sum=Money(terms.least_minor), over=Money(over, exact=True))


def _paper(printer: PrinterState) -> Words:
    match printer:
        case PrinterState.PAPER_OUT:
            return say("没有打印纸：收据扫码取")
        case PrinterState.COVER_OPEN | PrinterState.GONE | PrinterState.OUT_OF_ORDER:
            return say("打印机坏了：收据扫码取")
        case PrinterState.READY | PrinterState.PAPER_LOW | PrinterState.STARTING:
            return NOTHING


def _next_step(page: Choosing) -> Words:
    if not page.chosen:
        return say("点上面，选要缴的月份")
    return say("正在算要缴多少") if page.asking else NOTHING
