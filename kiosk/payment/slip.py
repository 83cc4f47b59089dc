"""What stands on a slip, in the language of its visit: fields of the one form that every printer knows. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, tzinfo

from hall.contract import (
    AllocationPart,
    KioskIdentity,
    PaymentEnd,
    QuotePart,
    ReconnectOrder,
    allocate,
    shown_number,
)
from kiosk.payment.events import Begun
from kiosk.payment.slip_words import ENGLISH, Words, words_in
from kiosk.payment.states import Receipted, Unpaid

Fields = dict[str, list[str]]

LONG = 8
"""From so many digits on, a masked number shows its beginning too."""


@dataclass(frozen=True, slots=True)
class Share:
    """Where a part of the money went; no month: credit or suspense."""

    billing_month: str | None
    part: AllocationPart
    amount_minor: int


def slip_fields(state: Receipted | Unpaid, kiosk: KioskIdentity, zone: tzinfo) -> Fields:
    """The slip of a payment that has ended, or of a claim where nothing was counted."""
    words = words_in(state.tray.begun.language)
    fields = paid(state, words, zone) if isinstance(state, Receipted) else claimed(state, words, zone)
    site = kiosk.site_name_en if words is ENGLISH else f"{kiosk.town} {kiosk.site_name}"
    return fields | {"footer": [*fields["footer"], words.kiosk.format(site=site, kiosk=kiosk.kiosk_id)]}


def paid(state: Receipted, words: Words, zone: tzinfo) -> Fields:
    begun, tray = state.tray.begun, state.tray
    return {
        "title": [words.title],
        "subtitle": [begun.utility_name_en if words is ENGLISH else begun.utility_name],
        "number": [f"{words.receipt_number}\t{shown_number(state.number)}"],
        "rows": [
            *payer_rows(begun, words),
            f"{words.time}\t{tray.notes[-1].at.astimezone(zone):%Y-%m-%d %H:%M}",
            *(f"{label}\t{money(minor)}" for label, minor in share_rows(state, words)),
            *(f"{words.note.format(value=value // 100)}\t× {count}" for value, count in counted(state)),
        ],
        "total": [f"{words.total}\t￥{money(tray.paid_minor)}"],
        "notes": list(remarks(state, words, zone)),
        "code": [state.token],
        "footer": [words.no_invoice, words.hotline.format(hotline=begun.hotline)],
    }


def claimed(state: Unpaid, words: Words, zone: tzinfo) -> Fields:
    assert state.tray.doubt, "without money and claim there is no slip"
    begun, claim = state.tray.begun, state.tray.doubt.opened
    value = claim.amount_minor
    return {
        "title": [words.claim_title],
        "subtitle": [begun.utility_name_en if words is ENGLISH else begun.utility_name],
        "number": [f"{words.claim_number}\t{shown_number(claim.number)}"],
        "rows": [
            *payer_rows(begun, words),
            f"{words.time}\t{claim.at.astimezone(zone):%Y-%m-%d %H:%M}",
            *([] if value is None else [f"{words.in_question}\t￥{money(value)}"]),
        ],
        "total": [],
        "notes": [words.claim_text],
        "code": [],
        "footer": [words.hotline.format(hotline=begun.hotline)],
    }


def payer_rows(begun: Begun, words: Words) -> Iterator[str]:
    yield f"{words.account}\t{masked(begun.account.number)}"
    yield f"{words.name}\t{begun.account.masked_name}"
    yield f"{words.town}\t{begun.account.town}"


def share_rows(state: Receipted, words: Words) -> Iterator[tuple[str, int]]:
    for share in shares_of(state):
        match share:
            case Share(str(month), AllocationPart.LATE_FEE, minor):
                yield words.late_fee.format(month=words.month(month)), minor
            case Share(str(month), AllocationPart.PRINCIPAL, minor):
                yield words.charge.format(month=words.month(month)), minor
            case Share(_, AllocationPart.SUSPENSE, minor):
                yield words.suspense, minor
            case Share(_, _, minor):
                yield words.credit, minor


def shares_of(state: Receipted) -> Iterator[Share]:
    """As the hall booked it; until it has, as it will by the quote that the customer saw."""
    if state.posted is not None:
        for booked in state.posted.allocations:
            yield Share(booked.billing_month, booked.part, booked.amount_minor)
        return
    shares, over_minor = allocate(state.tray.begun.lines, state.tray.paid_minor)
    for line, minor in shares:
        is_fee = line.part is QuotePart.LATE_FEE
        part = AllocationPart.LATE_FEE if is_fee else AllocationPart.PRINCIPAL
        yield Share(line.billing_month, part, minor)
    if over_minor:
        yield Share(None, AllocationPart.CREDIT, over_minor)


def counted(state: Receipted) -> Iterator[tuple[int, int]]:
    values = [note.value_minor for note in state.tray.notes]
    for value in sorted(set(values), reverse=True):
        yield value, values.count(value)


def remarks(state: Receipted, words: Words, zone: tzinfo) -> Iterator[str]:
    """What the customer has to know besides the sums."""
    if state.posted is None:
        yield words.hall_awaited
    else:
        yield from (order_text(order, words, zone) for order in state.posted.reconnect_orders)
        if state.posted.claim_number is not None:
            yield words.suspense_claim.format(number=shown_number(state.posted.claim_number))
    if state.tray.doubt is not None:
        yield words.claim_of_note.format(number=shown_number(state.tray.doubt.opened.number))
    if state.why is PaymentEnd.SILENCE:
        yield words.ended_by_silence
    if state.why is PaymentEnd.RESTART:
        yield words.ended_by_restart


def order_text(order: ReconnectOrder, words: Words, zone: tzinfo) -> str:
    promised: datetime = order.promised_by.astimezone(zone)
    return words.reconnection.format(number=shown_number(order.number), when=f"{promised:%Y-%m-%d %H:%M}")


def masked(number: str) -> str:
    """An account number that only its owner recognises: slips get lost."""
    return f"{number[:4]} **** {number[-2:]}" if len(number) >= LONG else f"**** {number[-2:]}"


def money(minor: int) -> str:
    return f"{minor // 100:,}.{minor % 100:02d}"
