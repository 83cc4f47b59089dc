"""Who this kiosk is: its key on disk, and what it signs with it."""

from __future__ import annotations

import base64
import os
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from pydantic import ValidationError

from hall.contract import KioskIdentity, Receipt

KEY_FILE = "key.pem"
IDENTITY_FILE = "identity.json"


class NotEnrolledError(Exception):
    """There is no identity on this machine, or it can't be read; a technician enrols the kiosk."""


@dataclass(frozen=True, slots=True)
class Identity:
    """The kiosk as the hall knows it, with the key that proves it."""

    kiosk: KioskIdentity
    key: Ed25519PrivateKey

    def receipt_token(self, receipt: Receipt) -> str:
        """The signed receipt as the text of a code."""
        return receipt.token(self.key.sign(receipt.signed_bytes()))


def public_text(key: Ed25519PrivateKey) -> str:
    """The public half as enrolment sends it: raw, base64."""
    return base64.b64encode(key.public_key().public_bytes_raw()).decode()


def load_identity(folder: Path) -> Identity:
    """Read key and identity; raises NotEnrolledError."""
    try:
        key = load_pem_private_key((folder / KEY_FILE).read_bytes(), password=None)
        kiosk = KioskIdentity.model_validate_json((folder / IDENTITY_FILE).read_bytes())
    except (OSError, ValueError, ValidationError) as error:
        raise NotEnrolledError(f"no usable identity in {folder}") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise NotEnrolledError(f"{KEY_FILE} holds another kind of key")
    return Identity(kiosk, key)


def make_key(folder: Path) -> Ed25519PrivateKey:
    """The key to enrol with: one that an interrupted enrolment left is used again, for the hall may know it."""
    file = folder / KEY_FILE
    try:
        left = load_pem_private_key(file.read_bytes(), password=None)
    except (FileNotFoundError, ValueError):  # a damaged key proves nothing to anybody
        left = None
    if isinstance(left, Ed25519PrivateKey):
        return left
    key = Ed25519PrivateKey.generate()
    write_durably(file, key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return key


def save_identity(folder: Path, kiosk: KioskIdentity) -> None:
    write_durably(folder / IDENTITY_FILE, kiosk.model_dump_json().encode())


def write_durably(file: Path, content: bytes) -> None:
    """Write a whole file or none, readable by its owner only, and have it on disk before going on."""
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_suffix(".new")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    draft.replace(file)
    folder = os.open(file.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
