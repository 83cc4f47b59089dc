"""The public keys of enrolled kiosks."""

from __future__ import annotations

from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import select
from sqlalchemy.orm import Session

from hall.security.tables import Kiosk


@dataclass(frozen=True, slots=True)
class EnrolledKiosk:
    id: str
    ordinal: int
    key: Ed25519PublicKey


class KnownKeys:
    """Enrolled kiosks by id. A key never changes, so it is read once; a new key is a new kiosk."""

    def __init__(self) -> None:
        self._kiosks: dict[str, EnrolledKiosk] = {}

    def find(self, session: Session, kiosk_id: str) -> EnrolledKiosk | None:
        if kiosk_id not in self._kiosks:
            kiosk = session.scalar(select(Kiosk).where(Kiosk.id == kiosk_id, Kiosk.public_key.is_not(None)))
            if kiosk is None or kiosk.public_key is None:
                return None
            key = Ed25519PublicKey.from_public_bytes(kiosk.public_key)
            self._kiosks[kiosk_id] = EnrolledKiosk(kiosk.id, kiosk.ordinal, key)
        return self._kiosks[kiosk_id]
