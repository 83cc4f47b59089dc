"""What stands on paper, in both languages."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.printer.slip import parse_slip
from hall.contract import Allocation, AllocationPart, KioskIdentity, PaymentEnd, QuotePart, ReconnectOrder
from kiosk.payment.events import Event, HallAwaited, Posted, Restarted, StopAsked
from kiosk.payment.slip import Fields, masked, money, slip_fields
from kiosk.payment.states import Receipted, Unpaid
from tests.kiosk.payment.facts import (
    ACCOUNT,
    NOON,
    TOKEN,
    begun,
    counts,
    held,
    posted,
    quote_line,
    stacked,
    state_after,
)
from tests.kiosk.payment.test_machine_ending import ISSUED, JAMMED

KIOSK = KioskIdentity(
    kiosk_id="k-7", ordinal=7, site_name="塘路网点", site_name_en="Tang Road", town="武原街道"
)
SHANGHAI = ZoneInfo("Asia/Shanghai")
BILL = (
    quote_line(300, "2026-09", QuotePart.LATE_FEE),
    quote_line(9_000, "2026-09"),
    quote_line(8_000, "2026-10"),
)


def slip_of(*events: Event, language: str = "zh_CN") -> Fields:
    state = state_after(*events, first=begun(*BILL, language=language))
    assert isinstance(state, Receipted | Unpaid)
    fields = slip_fields(state, KIOSK, SHANGHAI)
    parse_slip(fields)  # the printer's own form takes it
    return fields


def taken(*values: int) -> tuple[Event, ...]:
    return tuple(event for value in values for event in (held(value), stacked(value)))


ENOUGH = (*taken(10_000, 5_000, 2_000, 2_000), ISSUED)


def test_a_slip_says_who_paid_what_with_which_notes() -> None:
    fields = slip_of(*ENOUGH, HallAwaited())
    assert fields["title"] == ["电费缴费凭条"]
    assert fields["subtitle"] == ["海盐县供电公司"]
    assert fields["number"] == ["收据号\t001 001"]
    assert fields["rows"] == [
        "户号\t3304 **** 86",
        "户名\t陈*芳",
        "地区\t武原街道",
        "时间\t2026-11-25 12:00",
        "9 月违约金\t3.00",
        "9 月电费\t90.00",
        "10 月电费\t80.00",
        "存进户里，下月抵扣\t17.00",
        "现金 100 元\t× 1",
        "现金 50 元\t× 1",
        "现金 20 元\t× 2",
    ]
    assert fields["total"] == ["实收现金\t￥190.00"]
    assert fields["code"] == [TOKEN]


def test_the_same_slip_in_english() -> None:
    fields = slip_of(*ENOUGH, HallAwaited(), language="en")
    assert fields["title"] == ["Electricity bill: payment slip"]
    assert fields["subtitle"] == ["Haiyan Power"]
    assert "Sep, late fee\t3.00" in fields["rows"]
    assert "Cash, 20 yuan\t× 2" in fields["rows"]
    assert fields["footer"][-1] == "Tang Road  Kiosk k-7"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("zh_CN", "本凭条不作为报销凭证，如需发票请持凭条到柜台换取。"),
        ("en", "This slip is not an invoice. For an invoice, take it to a counter."),
    ],
)
def test_every_slip_says_that_it_is_no_invoice_and_whom_to_call(language: str, sentence: str) -> None:
    footer = slip_of(*ENOUGH, HallAwaited(), language=language)["footer"]
    assert footer[0] == sentence
    assert "95598" in footer[1]


def test_a_slip_says_when_the_hall_is_awaited_and_not_when_it_has_booked() -> None:
    assert "接通后自动入账" in slip_of(*ENOUGH, HallAwaited())["notes"][0]
    assert slip_of(*ENOUGH, Posted(answer=posted(19_000)))["notes"] == []


def test_what_the_hall_has_booked_stands_on_the_slip_and_not_what_was_expected() -> None:
    """F19: the bill was paid elsewhere meanwhile; the notes became credit."""
    credit = Allocation(
        account_number=ACCOUNT.number, billing_month=None, part=AllocationPart.CREDIT, amount_minor=19_000
    )
    answer = posted(19_000).model_copy(update={"allocations": (credit,)})
    rows = slip_of(*ENOUGH, Posted(answer=answer))["rows"]
    assert "存进户里，下月抵扣\t190.00" in rows
    assert not any("月电费" in row for row in rows)


def test_money_that_fits_no_account_has_its_claim_on_the_slip() -> None:
    suspense = Allocation(
        account_number=ACCOUNT.number, billing_month=None, part=AllocationPart.SUSPENSE, amount_minor=19_000
    )
    answer = posted(19_000).model_copy(
        update={"allocations": (suspense,), "claim_number": "000-20261125-004"}
    )
    fields = slip_of(*ENOUGH, Posted(answer=answer))
    assert "暂收，待查\t190.00" in fields["rows"]
    assert "登记编号 000 004" in fields["notes"][0]


def test_a_reconnect_order_is_told_with_its_promised_time() -> None:
    order = ReconnectOrder(
        number="R-20261125-007",
        account_number=ACCOUNT.number,
        ordered_at=NOON,
        promised_by=NOON + timedelta(hours=24),
    )
    [note] = slip_of(*ENOUGH, Posted(answer=posted(19_000, (order,))))["notes"]
    assert "R 007" in note
    assert "2026-11-26 12:00" in note


def test_a_payment_that_ended_early_says_why() -> None:
    silence = (held(10_000), StopAsked(why=PaymentEnd.SILENCE), stacked(10_000), ISSUED, HallAwaited())
    assert slip_of(*silence)["notes"][-1].startswith("因长时间无人操作")
    restart = (*taken(10_000), Restarted(at=NOON), counts({10_000: 1}), ISSUED, HallAwaited())
    assert slip_of(*restart)["notes"][-1].startswith("终端曾断电重启")


def test_a_note_in_doubt_beside_a_payment_is_told_with_its_number() -> None:
    events = (*taken(5_000), held(2_000), *JAMMED[1:2], counts({5_000: 1}), JAMMED[3], ISSUED, HallAwaited())
    assert any("登记编号 001 002" in note for note in slip_of(*events)["notes"])


@pytest.mark.parametrize(
    ("language", "title"), [("zh_CN", "钞票登记凭条"), ("en", "Slip for a note in question")]
)
def test_a_claim_alone_has_a_slip_of_its_own(language: str, title: str) -> None:
    fields = slip_of(*JAMMED, language=language)
    assert fields["title"] == [title]
    assert fields["number"][0].endswith("\t001 002")
    assert fields["rows"][-1].endswith("\t￥100.00")
    assert fields["code"] == []


def test_paper_shows_no_whole_account_number() -> None:
    for fields in (slip_of(*ENOUGH, HallAwaited()), slip_of(*JAMMED)):
        printed = "".join(text for name, texts in fields.items() if name != "code" for text in texts)
        assert ACCOUNT.number not in printed.replace(" ", "")
    assert masked("123456") == "**** 56"


@given(st.integers(0, 10**10))
def test_sums_are_printed_exactly(minor: int) -> None:
    whole, _, part = money(minor).replace(",", "").partition(".")
    assert int(whole) * 100 + int(part) == minor
    assert len(part) == 2
