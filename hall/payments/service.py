"""Recording a payment: once, as of the moment the money was taken."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from hall.accounts.service import set_credit
from hall.accounts.tables import SupplyState
from hall.billing.open_accounts import OpenAccount, lock_accounts, open_accounts
from hall.billing.service import book, is_overdue, lines_of
from hall.claims.service import suspense_claim
from hall.contract import PostedPayment, ReconnectOrder, RecordPayment
from hall.ledger import service as ledger
from hall.ledger.service import Movement
from hall.ledger.tables import EntryKind
from hall.payments.booking import Booking, plan
from hall.payments.tables import Payment, Source
from hall.service_requests.service import open_reconnect_order
from hall.tariffs.late_fee import LateFees
from hall.utility import Utility


class PaymentConflictError(Exception):
    """The same id with other content: two stories about one payment."""


@dataclass(frozen=True, slots=True)
class Recorded:
    posted: str
    """The answer as JSON, the same words each time."""
    is_new: bool


@dataclass(frozen=True, slots=True)
class Rules:
    utility: Utility
    late_fees: LateFees


def find_payment(session: Session, payment_id: UUID, kiosk_id: str) -> str | None:
    """How a kiosk's payment was booked, as JSON; None where it has none of this id."""
    payment = session.get(Payment, payment_id)
    return payment.posted if payment and payment.kiosk_id == kiosk_id else None


def record_payment(
    session: Session,
    payment: RecordPayment,
    kiosk_id: str,
    rules: Rules,
    now: datetime,
    source: Source = Source.KIOSK,
) -> Recorded:
    """Book a payment, or give its booking back; raises PaymentConflictError where the two differ.

    Money is never refused: what can't be applied is credit, else suspense with a claim. Late fees
    are reckoned as of the day it was taken, however late it arrives; a clock that runs ahead adds none.
    """
    numbers = [line.account_number for line in payment.accounts]
    lock_accounts(session, numbers)
    earlier = session.get(Payment, payment.payment_id)
    if earlier is not None:
        _same_or_conflict(earlier, payment, kiosk_id, source)
        return Recorded(earlier.posted, is_new=False)
    as_of = min(rules.utility.day_of(payment.taken_at), rules.utility.day_of(now))
    accounts = open_accounts(session, numbers)
    still_open = {number: account for number, account in accounts.items() if _takes(account, payment)}
    lines = lines_of(still_open, payment.accounts, rules.late_fees, as_of)
    booking = plan(payment, kiosk_id, still_open, lines)
    after = book(session, still_open, booking.covered, rules.late_fees, as_of)
    set_credit(session, booking.credit_after_minor)
    movement = Movement(payment.payment_id, EntryKind.PAYMENT, as_of, now, payment.currency, booking.legs)
    ledger.book(session, [movement])
    orders = tuple(_reconnections(session, after.values(), rules, as_of, now))
    claim = suspense_claim(session, payment, booking.suspense_minor, kiosk_id, rules.utility, now)
    posted = _answer(payment, booking, orders, claim, now)
    session.add(_row(payment, kiosk_id, source, posted))
    session.flush()
    return Recorded(posted, is_new=True)


def settle_by_hand(
    session: Session, payment: RecordPayment, kiosk_id: str, rules: Rules, now: datetime
) -> Recorded:
    """Settle a kiosk's payment from the office. Whichever comes second, this or the kiosk, changes nothing."""
    return record_payment(session, payment, kiosk_id, rules, now, Source.HAND)


def _same_or_conflict(earlier: Payment, payment: RecordPayment, kiosk_id: str, source: Source) -> None:
    by_hand = Source.HAND in (earlier.source, source)
    same = (
        earlier.amount_minor == payment.amount_minor and earlier.currency == payment.currency
        if by_hand
        else RecordPayment.model_validate(earlier.taken) == payment and earlier.kiosk_id == kiosk_id
    )
    if not same:
        raise PaymentConflictError(payment.payment_id)


def _takes(account: OpenAccount, payment: RecordPayment) -> bool:
    return account.closed_on is None and account.currency == payment.currency


def _reconnections(
    session: Session, accounts: Iterable[OpenAccount], rules: Rules, as_of: date, now: datetime
) -> Iterable[ReconnectOrder]:
    """An order for each cut-off account that owes nothing overdue on the day the money was taken."""
    for account in accounts:
        if account.supply_state is SupplyState.CUT_OFF and not is_overdue(account, rules.late_fees, as_of):
            yield open_reconnect_order(
                session, account.account_id, account.number, now, rules.utility.reconnection_promise
            )


def _answer(
    payment: RecordPayment,
    booking: Booking,
    orders: tuple[ReconnectOrder, ...],
    claim_number: str | None,
    now: datetime,
) -> str:
    return PostedPayment(
        payment_id=payment.payment_id,
        receipt_number=payment.receipt_number,
        posted_at=now,
        currency=payment.currency,
        amount_minor=payment.amount_minor,
        allocations=booking.allocations,
        credit_used_minor=booking.credit_used_minor,
        reconnect_orders=orders,
        claim_number=claim_number,
    ).model_dump_json()


def _row(payment: RecordPayment, kiosk_id: str, source: Source, posted: str) -> Payment:
    return Payment(
        id=payment.payment_id,
        source=source,
        kiosk_id=kiosk_id,
        receipt_number=payment.receipt_number,
        amount_minor=payment.amount_minor,
        currency=payment.currency,
        taken_at=payment.taken_at,
        taken=payment.model_dump(mode="json"),
        posted=posted,
    )
