"""Whatever is paid on whatever accounts: no fen appears and none is lost."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from hall.accounts.tables import SupplyState
from hall.billing.dues import quote_lines
from hall.billing.open_accounts import OpenAccount
from hall.contract import (
    AccountLine,
    AllocationPart,
    CashTender,
    DueMonth,
    PaymentEnd,
    QuoteLine,
    RecordPayment,
    StackedNote,
)
from hall.ledger.tables import Book
from hall.payments.booking import plan
from hall.tariffs.tariff import CustomerClass

TAKEN = datetime(2026, 11, 25, 4, 0, tzinfo=UTC)
NUMBERS = ("3304100001", "3304100002", "3304100003")
sums = st.integers(0, 100_000)


def account(number: str, credit_minor: int) -> OpenAccount:
    return OpenAccount(
        account_id=NUMBERS.index(number) + 1,
        number=number,
        name="陈秀芳",
        town="武原街道",
        customer_class=CustomerClass.RESIDENTIAL,
        currency="CNY",
        credit_minor=credit_minor,
        supply_state=SupplyState.CONNECTED,
        closed_on=None,
        bills=(),
    )


def payment(numbers: tuple[str, ...], amount_minor: int) -> RecordPayment:
    note = StackedNote(note_id="1", value_minor=amount_minor, stacked_at=TAKEN)
    return RecordPayment(
        payment_id=UUID(int=1),
        receipt_number="001-20261125-001",
        currency="CNY",
        accounts=tuple(AccountLine(account_number=number) for number in numbers),
        tenders=(CashTender(tender_id=UUID(int=2), notes=(note,)),),
        taken_at=TAKEN,
        ended_by=PaymentEnd.PAID,
        receipt="",
    )


@st.composite
def owing(draw: st.DrawFn) -> tuple[OpenAccount, tuple[QuoteLine, ...]]:
    """An open account with its credit, and what it is quoted."""
    number = draw(st.sampled_from(NUMBERS))
    credit_minor = draw(sums)
    dues = [
        DueMonth(
            billing_month=f"2026-{month:02d}",
            due_date=date(2026, 11, 30),
            principal_minor=draw(sums),
            late_fee_minor=draw(sums),
            days_late=0,
        )
        for month in range(1, draw(st.integers(1, 4)))
    ]
    return account(number, credit_minor), quote_lines(number, dues, None, credit_minor)


@given(
    owing=st.lists(owing(), max_size=3, unique_by=lambda each: each[0].number),
    typed=st.permutations(NUMBERS),
    amount_minor=st.integers(1, 1_000_000),
)
def test_every_fen_has_one_place_and_the_book_balances(
    owing: list[tuple[OpenAccount, tuple[QuoteLine, ...]]], typed: list[str], amount_minor: int
) -> None:
    accounts = {each.number: each for each, _ in owing}
    lines = tuple(
        line for number in typed for each, quoted in owing if each.number == number for line in quoted
    )
    booking = plan(payment(tuple(typed), amount_minor), "k-1", accounts, lines)

    assert sum(leg.amount_minor for leg in booking.legs) == 0
    assert sum(part.amount_minor for part in booking.allocations) == amount_minor
    assert sum(leg.amount_minor for leg in booking.legs if leg.book is Book.CASH) == amount_minor
    for line, covered_minor in booking.covered:
        assert 0 < covered_minor <= line.owed_minor

    credit_before = sum(each.credit_minor for each in accounts.values())
    changed = {each.account_id: each.credit_minor for each in accounts.values()} | dict(
        booking.credit_after_minor
    )
    assert min(changed.values(), default=0) >= 0
    covered_minor = sum(minor for _, minor in booking.covered)
    assert credit_before + amount_minor == sum(changed.values()) + covered_minor + booking.suspense_minor
    assert bool(booking.suspense_minor) == (not accounts)


@given(owing=owing(), amount_minor=st.integers(1, 1_000_000))
def test_a_later_month_gets_nothing_while_an_earlier_one_owes(
    owing: tuple[OpenAccount, tuple[QuoteLine, ...]], amount_minor: int
) -> None:
    each, lines = owing
    booking = plan(payment((each.number,), amount_minor), "k-1", {each.number: each}, lines)
    covered = dict(booking.covered)
    settled = [covered.get(line, 0) == line.owed_minor for line in lines]
    touched = [line in covered for line in lines]
    for position in range(1, len(lines)):
        assert settled[position - 1] or not touched[position]


def test_what_is_over_goes_to_the_first_account_that_is_open() -> None:
    accounts = {NUMBERS[1]: account(NUMBERS[1], 0), NUMBERS[2]: account(NUMBERS[2], 0)}
    [allocation] = plan(payment(NUMBERS, 5_000), "k-1", accounts, ()).allocations
    assert (allocation.account_number, allocation.part) == (NUMBERS[1], AllocationPart.CREDIT)
