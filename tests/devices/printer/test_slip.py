from __future__ import annotations

import pytest

from devices.printer.slip import FieldError, Pair, parse_slip
from tests.devices.printer.slips import CHINESE


def test_a_slip_has_its_fields_in_reading_order() -> None:
    slip = parse_slip(CHINESE)
    assert slip.title == "电费缴费凭条"
    assert slip.number == Pair("收据号", "001 042")
    assert slip.rows[-1] == Pair("多的存进户里，下月抵扣", "￥6.55")
    assert slip.total == Pair("实收现金", "￥440.00")
    assert slip.footer == ("谢谢您，请收好凭条",)


def test_only_the_title_is_needed() -> None:
    slip = parse_slip({"title": ["电费"]})
    assert (slip.subtitle, slip.number, slip.rows, slip.total, slip.notes, slip.code) == (
        "",
        None,
        (),
        None,
        (),
        "",
    )


@pytest.mark.parametrize(
    ("fields", "field", "failure"),
    [
        ({}, "title", "required"),
        ({"title": [""]}, "title", "required"),
        ({"title": ["a", "b"]}, "title", "overflow"),
        ({"title": ["a"], "logo": ["b"]}, "logo", "notFound"),
        ({"title": ["a"], "rows": ["no tab"]}, "rows", "notWrite"),
        ({"title": ["a"], "rows": ["two\ttabs\there"]}, "rows", "notWrite"),
        ({"title": ["a\tb"]}, "title", "notWrite"),
        ({"title": ["a"], "notes": ["\ud800"]}, "notes", "notWrite"),
    ],
)
def test_a_field_that_cannot_be_printed_is_named(
    fields: dict[str, list[str]], field: str, failure: str
) -> None:
    with pytest.raises(FieldError) as raised:
        parse_slip(fields)
    assert (raised.value.field, raised.value.failure) == (field, failure)


@pytest.mark.parametrize("control", ["\x1b", "\x10", "\x1d", "\n", "\x00", "\x7f", "\x85"])
def test_a_text_can_carry_no_printer_command(control: str) -> None:
    for fields in ({"title": ["a" + control]}, {"title": ["a"], "code": [control]}):
        with pytest.raises(FieldError):
            parse_slip(fields)


def test_a_code_goes_out_as_it_came() -> None:
    assert parse_slip({"title": ["a"], "code": ["¥é"]}).code == "¥é"
