"""A slip's code is checked by the kiosk's public key alone, without the network."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from hall.contract import Receipt, RecordPayment
from hall.receipts.verify import ReceiptError, check_against, keys_from, keys_text, verified

KEY = Ed25519PrivateKey.generate()
KEYS = {"k-1": KEY.public_key()}
TAKEN = datetime(2026, 11, 25, 4, 0, tzinfo=UTC)
RECEIPT = Receipt(n="001-20261125-042", p=UUID(int=7), k="k-1", a=("3304127786",), s=10_000, c="CNY", t=TAKEN)
TOKEN = RECEIPT.token(KEY.sign(RECEIPT.signed_bytes()))


def test_a_genuine_receipt_is_read() -> None:
    assert verified(TOKEN, KEYS) == RECEIPT


def test_the_exported_file_is_enough_to_check_with() -> None:
    keys = keys_from(keys_text(KEYS))
    assert verified(TOKEN, keys) == RECEIPT


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda token: token[:-4] + "AAAA", "signature"),
        (lambda token: token.replace("BH1.", "BH9."), "not a receipt"),
        (lambda _: "", "not a receipt"),
        (lambda _: "BH1..", "not a receipt"),
        (lambda _: "BH1.\u00e9.AAAA", "not a receipt"),
        (lambda _: "BH1.e30.AAAA", "not a receipt"),
        (lambda token: token.rsplit(".", 1)[0] + ".", "not a receipt"),
    ],
)
def test_a_forged_or_damaged_receipt_is_refused(change: Callable[[str], str], reason: str) -> None:
    with pytest.raises(ReceiptError, match=reason):
        verified(change(TOKEN), KEYS)


def test_a_receipt_with_another_sum_under_the_same_signature_is_refused() -> None:
    richer = RECEIPT.model_copy(update={"s": 90_000})
    with pytest.raises(ReceiptError, match="signature"):
        verified(richer.token(KEY.sign(RECEIPT.signed_bytes())), KEYS)


def test_a_receipt_of_a_kiosk_that_is_not_in_the_file_is_refused() -> None:
    with pytest.raises(ReceiptError, match="k-1 is not known"):
        verified(TOKEN, {})


def payment(**changes: Any) -> RecordPayment:
    note = {"note_id": "1", "value_minor": 10_000, "stacked_at": TAKEN}
    body: dict[str, Any] = {
        "payment_id": UUID(int=7),
        "receipt_number": "001-20261125-042",
        "currency": "CNY",
        "accounts": [{"account_number": "3304127786"}],
        "tenders": [{"tender_id": UUID(int=8), "notes": [note]}],
        "taken_at": TAKEN,
        "ended_by": "paid",
        "receipt": TOKEN,
    }
    return RecordPayment.model_validate(body | changes)


def test_a_receipt_fits_its_own_payment_in_any_zone_it_is_written_in() -> None:
    check_against(RECEIPT, payment())
    check_against(RECEIPT, payment(taken_at="2026-11-25T12:00:00+08:00"))


@pytest.mark.parametrize(
    "change",
    [
        {"payment_id": UUID(int=9)},
        {"receipt_number": "001-20261125-043"},
        {"currency": "HKD"},
        {"accounts": [{"account_number": "3304127787"}]},
        {"accounts": [{"account_number": "3304127786"}, {"account_number": "1"}]},
        {"taken_at": TAKEN + timedelta(seconds=1)},
    ],
)
def test_a_receipt_about_anything_else_does_not_fit(change: dict[str, Any]) -> None:
    with pytest.raises(ReceiptError, match="another payment"):
        check_against(RECEIPT, payment(**change))


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"keys": []}', '{"keys": {"k": 1}}', '{"keys": {"k": "AA=="}}']
)
def test_a_file_of_anything_else_is_no_file_of_keys(text: str) -> None:
    with pytest.raises((ValueError, KeyError)):
        keys_from(text)
