"""A code is good for one kiosk, once, for a while."""

from __future__ import annotations

import base64
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import select

from hall.database import read_session, write_session
from hall.dependencies import Hall
from hall.security.service import EnrolmentError, KioskExistsError, Place, add_kiosk, enrol
from hall.security.tables import EnrolCode
from tests.hall.conftest import NOON
from tests.hall.signed import TestKiosk

PLACE = Place("网点", "Site", "武原街道")
LIFE = timedelta(hours=48)
KEY, OTHER_KEY = (Ed25519PrivateKey.generate().public_key().public_bytes_raw() for _ in range(2))


def new_code(hall: Hall, name: str = "k-1") -> str:
    with write_session(hall.engine) as session:
        return add_kiosk(session, name, PLACE, NOON, LIFE)[1]


def test_a_code_enrols_one_key(hall: Hall) -> None:
    code = new_code(hall)
    with write_session(hall.engine) as session:
        assert enrol(session, code, KEY, NOON).kiosk_id == "k-1"
    with pytest.raises(EnrolmentError), write_session(hall.engine) as session:
        enrol(session, code, OTHER_KEY, NOON)


def test_a_kiosk_whose_answer_was_lost_may_ask_again_with_its_key(hall: Hall) -> None:
    code = new_code(hall)
    for _ in range(2):
        with write_session(hall.engine) as session:
            assert enrol(session, code, KEY, NOON).kiosk_id == "k-1"


def test_a_code_read_out_aloud_is_understood(hall: Hall) -> None:
    code = new_code(hall).lower()
    with write_session(hall.engine) as session:
        assert enrol(session, f" {code[:4]} {code[4:]} ", KEY, NOON).kiosk_id == "k-1"


def test_an_old_code_is_worth_nothing(hall: Hall) -> None:
    code = new_code(hall)
    with pytest.raises(EnrolmentError), write_session(hall.engine) as session:
        enrol(session, code, KEY, NOON + LIFE + timedelta(seconds=1))


def test_the_code_itself_is_not_kept(hall: Hall) -> None:
    code = new_code(hall)
    with read_session(hall.engine) as session:
        assert code not in session.scalars(select(EnrolCode.code_hash)).one()


def test_kiosks_are_numbered_as_they_come_and_a_name_is_given_once(hall: Hall) -> None:
    with write_session(hall.engine) as session:
        first, _ = add_kiosk(session, "a", PLACE, NOON, LIFE)
        second, _ = add_kiosk(session, "b", PLACE, NOON, LIFE)
    assert (first.ordinal, second.ordinal) == (1, 2)
    with pytest.raises(KioskExistsError), write_session(hall.engine) as session:
        add_kiosk(session, "a", PLACE, NOON, LIFE)


def test_a_wrong_code_is_refused_without_a_reason(kiosk: TestKiosk) -> None:
    public_key = base64.b64encode(KEY).decode()
    answer = kiosk.client.post("/v1/kiosks/enrol", json={"code": "AAAABBBBCCCC", "public_key": public_key})
    assert answer.status_code == 403
    assert answer.json() == {"type": "about:blank", "title": "The code is not valid", "status": 403}


def test_what_is_no_key_is_refused_with_its_field(kiosk: TestKiosk) -> None:
    answer = kiosk.client.post("/v1/kiosks/enrol", json={"code": "AAAABBBBCCCC", "public_key": "!" * 44})
    assert (answer.status_code, answer.json()["field"]) == (422, "public_key")


def test_an_enrolled_kiosk_learns_who_it_is(kiosk: TestKiosk) -> None:
    identity = kiosk.get("/v1/kiosk").json()
    assert (identity["kiosk_id"], identity["ordinal"], identity["town"]) == ("test-kiosk", 1, "武原街道")
