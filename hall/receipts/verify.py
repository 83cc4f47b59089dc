"""Is this receipt genuine? Pure but for the cryptography."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from typing import Literal

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from pydantic import TypeAdapter

from hall.contract import Receipt, RecordPayment, read_receipt

KEYS_FILE = TypeAdapter(dict[Literal["keys"], dict[str, str]])


class ReceiptError(Exception):
    """The receipt is forged, damaged, or about something else."""


def verified(token: str, keys: Mapping[str, Ed25519PublicKey]) -> Receipt:
    """A receipt's content, if a known kiosk signed exactly that; raises ReceiptError."""
    try:
        receipt, signed, signature = read_receipt(token)
    except ValueError as error:
        raise ReceiptError("not a receipt") from error
    key = keys.get(receipt.k)
    if key is None:
        raise ReceiptError(f"kiosk {receipt.k} is not known")
    try:
        key.verify(signature, signed)
    except InvalidSignature as error:
        raise ReceiptError("the signature does not fit") from error
    return receipt


def check_against(receipt: Receipt, payment: RecordPayment) -> None:
    """A receipt must tell the same story as the payment it comes with; raises ReceiptError."""
    told = (receipt.n, receipt.p, receipt.s, receipt.c, receipt.t, receipt.a)
    accounts = tuple(line.account_number for line in payment.accounts)
    booked = (
        payment.receipt_number,
        payment.payment_id,
        payment.amount_minor,
        payment.currency,
        payment.taken_at,
        accounts,
    )
    if told != booked:
        raise ReceiptError("the receipt is about another payment")


def keys_text(keys: Mapping[str, Ed25519PublicKey]) -> str:
    """Public keys as a file that can be given to anybody who checks receipts."""
    raw = {kiosk: base64.b64encode(key.public_bytes_raw()).decode() for kiosk, key in sorted(keys.items())}
    return json.dumps({"keys": raw}, indent=2) + "\n"


def keys_from(text: str) -> dict[str, Ed25519PublicKey]:
    """Read such a file (raises ValueError; KeyError where it names none)."""
    raw = KEYS_FILE.validate_json(text)["keys"]
    return {
        kiosk: Ed25519PublicKey.from_public_bytes(base64.b64decode(key, validate=True))
        for kiosk, key in raw.items()
    }
