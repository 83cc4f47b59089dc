"""Letters go to the hall until each is answered: never twice at once, never under another name, never lost."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

from pytestqt.qtbot import QtBot

from hall.contract import ClaimKind, ClaimStatus, FiledClaim, Problem
from kiosk.hall import HallClient
from kiosk.identity import Identity
from kiosk.payment.events import ClaimFiled, Event, HallAwaited, Posted, PostRefused
from kiosk.payment.machine import step
from kiosk.payment.outbox import letters
from kiosk.payment.postman import Postman
from kiosk.payment.states import State
from tests.kiosk.payment.facts import CLAIM, NOON, PAYMENT, posted, state_after
from tests.kiosk.payment.test_machine_ending import JAMMED, PAID
from tests.kiosk.stub_hall import Answer, StubHall, stub_hall
from tests.kiosk.test_hall import KEY, KIOSK

SECOND = UUID(int=22)
BOOKED = Answer(201, posted().model_dump_json().encode())
CONFLICT = Answer(409, Problem(title="other content", status=409).model_dump_json().encode())
FILED = FiledClaim(
    claim_id=CLAIM,
    number="001-20261125-002",
    kind=ClaimKind.NOTE_IN_DOUBT,
    status=ClaimStatus.OPEN,
    currency="CNY",
    amount_minor=10_000,
    payment_id=PAYMENT,
    account_number=None,
    owner="cash office",
    answer_due=NOON + timedelta(days=3),
    occurred_at=NOON,
    evidence={},
)


@dataclass(slots=True)
class Office:
    """Payments whose letters are to be carried, and what came back."""

    payments: dict[UUID, State]
    answers: list[tuple[UUID, Event]] = field(default_factory=list)
    silences: int = 0
    alarms: list[str] = field(default_factory=list)

    def answered(self, payment_id: UUID, event: Event) -> None:
        self.answers.append((payment_id, event))
        self.payments[payment_id], _ = step(self.payments[payment_id], event)

    def silent(self) -> None:
        self.silences += 1


@contextmanager
def postman_of(hall: StubHall, office: Office, read_s: float = 5.0) -> Iterator[Postman]:
    postman = Postman(
        HallClient(hall.url, Identity(KIOSK, KEY), read_s),
        outbox=lambda: letters(office.payments),
        answered=office.answered,
        silent=office.silent,
        alarm=office.alarms.append,
    )
    try:
        yield postman
    finally:
        postman.close()


def test_a_letter_is_carried_and_its_answer_brought_back(qtbot: QtBot) -> None:
    office = Office({PAYMENT: state_after(*PAID)})
    with stub_hall(BOOKED) as hall, postman_of(hall, office) as postman:
        postman.tell()
        qtbot.waitUntil(lambda: bool(office.answers))
        assert office.answers == [(PAYMENT, Posted(answer=posted()))]
        assert hall.requests[0].path == "/v1/payments"


def test_asking_many_times_sends_a_letter_once(qtbot: QtBot) -> None:
    office = Office({PAYMENT: state_after(*PAID)})
    with stub_hall(Answer(201, BOOKED.body, after_s=0.2)) as hall, postman_of(hall, office) as postman:
        for _ in range(5):
            postman.tell()
        qtbot.waitUntil(lambda: bool(office.answers))
        qtbot.wait(100)
        assert len(hall.requests) == 1


def test_f13_a_lost_answer_is_asked_for_with_the_same_bytes(qtbot: QtBot) -> None:
    """The hall has booked it and its answer never came."""
    office = Office({PAYMENT: state_after(*PAID)})
    with stub_hall(Answer(0), BOOKED) as hall, postman_of(hall, office) as postman:
        postman.tell()
        qtbot.waitUntil(lambda: bool(office.answers), timeout=10_000)
        first, second = hall.requests
        assert first.body == second.body
        assert office.silences == 1
        assert office.answers == [(PAYMENT, Posted(answer=posted()))]


def test_f14_a_hall_slower_than_our_patience_is_asked_again_under_the_same_id_only(qtbot: QtBot) -> None:
    office = Office({PAYMENT: state_after(*PAID)})
    slow = Answer(201, BOOKED.body, after_s=0.6)
    with stub_hall(slow, BOOKED) as hall, postman_of(hall, office, read_s=0.2) as postman:
        postman.tell()
        qtbot.waitUntil(lambda: bool(office.answers), timeout=10_000)
        assert len({request.body for request in hall.requests}) == 1
        assert len(office.answers) == 1


def test_letters_go_out_one_after_the_other(qtbot: QtBot) -> None:
    office = Office({PAYMENT: state_after(*PAID), SECOND: state_after(*PAID)})
    with stub_hall(BOOKED) as hall, postman_of(hall, office) as postman:
        postman.tell()
        qtbot.waitUntil(lambda: len(office.answers) == 2)
        assert [payment_id for payment_id, _ in office.answers] == [PAYMENT, SECOND]
        assert len(hall.requests) == 2


def test_a_claim_learns_when_it_will_be_answered(qtbot: QtBot) -> None:
    office = Office({PAYMENT: state_after(*JAMMED)})
    answer = Answer(201, FILED.model_dump_json().encode())
    with stub_hall(answer) as hall, postman_of(hall, office) as postman:
        postman.tell()
        qtbot.waitUntil(lambda: bool(office.answers))
        assert office.answers == [(PAYMENT, ClaimFiled(claim_id=CLAIM, answer_due=FILED.answer_due))]
        assert hall.requests[0].path == "/v1/claims"


def test_a_refused_letter_stays_with_an_alarm_and_does_not_stand_in_the_way(qtbot: QtBot) -> None:
    office = Office({PAYMENT: state_after(*PAID), SECOND: state_after(*PAID)})
    with stub_hall(CONFLICT, BOOKED) as hall, postman_of(hall, office) as postman:
        postman.tell()
        qtbot.waitUntil(lambda: len(office.answers) == 2)
        assert office.answers[0] == (PAYMENT, PostRefused(status=409, title="other content"))
        assert office.answers[1] == (SECOND, Posted(answer=posted()))
        assert "409" in office.alarms[0]
        assert [letter.payment_id for letter in letters(office.payments)] == [PAYMENT]
        qtbot.wait(100)
        assert len(hall.requests) == 2


def test_silence_to_one_letter_is_told_for_all(qtbot: QtBot) -> None:
    """Else a second payment would wait for its turn behind the first for as long as the line is down."""
    office = Office({PAYMENT: state_after(*PAID), SECOND: state_after(*PAID)})
    with stub_hall(Answer(0)) as hall, postman_of(hall, office) as postman:
        postman.tell()
        qtbot.waitUntil(lambda: office.silences == 1)
        assert not any(isinstance(event, HallAwaited) for _, event in office.answers)
        assert len(hall.requests) == 1
