"""Adding kiosks and enrolling them."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from hall.contract import KioskIdentity
from hall.security.tables import EnrolCode, Kiosk

# Read out over the telephone at night: no letter or figure that is taken for another.
ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
CODE_LENGTH = 12


class EnrolmentError(Exception):
    """The code is wrong, used or too old; which of these is told to nobody."""


class KioskExistsError(Exception):
    """A kiosk of that name is there already."""


@dataclass(frozen=True, slots=True)
class Place:
    site_name: str
    site_name_en: str
    town: str


def add_kiosk(
    session: Session, kiosk_id: str, place: Place, now: datetime, code_life: timedelta
) -> tuple[KioskIdentity, str]:
    """Add a kiosk and give it its one-time code, which is shown this once and kept as a hash."""
    if session.get(Kiosk, kiosk_id) is not None:
        raise KioskExistsError(kiosk_id)
    ordinal = (session.scalar(select(func.max(Kiosk.ordinal))) or 0) + 1
    kiosk = Kiosk(
        id=kiosk_id,
        ordinal=ordinal,
        site_name=place.site_name,
        site_name_en=place.site_name_en,
        town=place.town,
    )
    code = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
    session.add(kiosk)
    session.flush()
    session.add(EnrolCode(code_hash=code_hash(code), kiosk_id=kiosk_id, expires_at=now + code_life))
    return identity_of(kiosk), code


def enrol(session: Session, code: str, public_key: bytes, now: datetime) -> KioskIdentity:
    """Trade a code for a public key (raw Ed25519): from now on the key is the kiosk.

    Asked again with the same key it answers the same, so a kiosk whose answer was lost can repeat.
    """
    entry = session.scalar(select(EnrolCode).where(EnrolCode.code_hash == code_hash(code)).with_for_update())
    if entry is None:
        raise EnrolmentError
    kiosk = session.get_one(Kiosk, entry.kiosk_id)
    if entry.used_at is not None and kiosk.public_key == public_key:
        return identity_of(kiosk)
    if entry.used_at is not None or entry.expires_at < now:
        raise EnrolmentError
    entry.used_at = now
    kiosk.public_key = public_key
    kiosk.enrolled_at = now
    return identity_of(kiosk)


def kiosks(session: Session) -> list[Kiosk]:
    return list(session.scalars(select(Kiosk).order_by(Kiosk.ordinal)))


def code_hash(code: str) -> str:
    """Case and spaces don't matter in what somebody read out."""
    return hashlib.sha256("".join(code.upper().split()).encode()).hexdigest()


def identity_of(kiosk: Kiosk) -> KioskIdentity:
    return KioskIdentity(
        kiosk_id=kiosk.id,
        ordinal=kiosk.ordinal,
        site_name=kiosk.site_name,
        site_name_en=kiosk.site_name_en,
        town=kiosk.town,
    )
