"""The public keys of enrolled kiosks."""

from __future__ import annotations

from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import Engine

from hall.database import read_session
from hall.security.tables import Kiosk


@dataclass(frozen=True, slots=True)
class EnrolledKiosk:
    id: str
    ordinal: int
    key: Ed25519PublicKey


class KnownKeys:
    """Enrolled kiosks by id. A key never changes, so it is read once; a new key is a new kiosk."""

    def __init__(self) -> None:
        self._met: dict[str, EnrolledKiosk] = {}

    def met(self, kiosk_id: str) -> EnrolledKiosk | None:
        """A kiosk whose key was read before."""
        return self._met.get(kiosk_id)

    def meet(self, engine: Engine, kiosk_id: str) -> None:
        """Read a kiosk's key from the database; nothing is kept of one that has not enrolled."""
        with read_session(engine) as session:
            kiosk = session.get(Kiosk, kiosk_id)
        if kiosk is not None and kiosk.public_key is not None:
            key = Ed25519PublicKey.from_public_bytes(kiosk.public_key)
            self._met[kiosk_id] = EnrolledKiosk(kiosk.id, kiosk.ordinal, key)
