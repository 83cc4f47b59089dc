"""Whatever the order of notes, faults, cancels, repeats and power cuts: what is in the box is credited or claimed."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from hall.contract import PaymentEnd, RecordPayment
from kiosk.payment.events import NoteStacked
from kiosk.payment.view import Stage
from tests.kiosk.payment.bench import NOON, Bench

NOTES = st.sampled_from([10_000, 5_000, 2_000, 1_000, 500])


class Kiosk(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="brighthall-bench-"))
        self.bench = Bench(self.folder)
        self.acceptor = self.bench.acceptor

    @rule(minor=st.sampled_from([327, 10_000, 43_345, 600_000]))
    def begin(self, minor: int) -> None:
        self.bench.begin(minor)

    @rule(value=NOTES)
    def insert(self, value: int) -> None:
        self.acceptor.insert(value)

    @rule()
    def insert_unreadable(self) -> None:
        self.acceptor.insert_unreadable()

    @rule(why=st.sampled_from([PaymentEnd.STOPPED, PaymentEnd.SILENCE]))
    def stop(self, why: PaymentEnd) -> None:
        self.bench.runner.stop(why)

    @rule(kind=st.sampled_from(["note-held", "note-stacked", "note-returned", "slot-closed", "note-refused"]))
    def an_answer_gets_lost(self, kind: str) -> None:
        self.acceptor.loses = kind

    @rule()
    def lose_wire(self) -> None:
        self.acceptor.lose_wire()

    @rule()
    def regain_wire(self) -> None:
        self.acceptor.regain_wire()

    @rule(into_box=st.booleans())
    def jam(self, into_box: bool) -> None:
        self.acceptor.jam(into_box=into_box)

    @rule()
    def clear_jam(self) -> None:
        self.acceptor.clear_jam()

    @rule(value=NOTES)
    def a_stale_stacked_comes_again(self, value: int) -> None:
        """F07: an event of a note that is long settled."""
        if self.bench.view.stage in (Stage.IDLE, Stage.READY, Stage.DONE):
            self.acceptor.tell(NoteStacked(value_minor=value, at=NOON))

    @rule()
    def restart(self) -> None:
        self.bench.restart()

    @rule()
    def time_passes(self) -> None:
        self.bench.time_passes()

    @rule(down=st.booleans(), loses=st.booleans())
    def the_line(self, down: bool, loses: bool) -> None:
        self.bench.hall.down, self.bench.hall.loses_answers = down, loses

    @rule()
    def tell_hall(self) -> None:
        self.bench.tell()

    @precondition(lambda self: self.bench.view.stage is Stage.DONE)
    @rule()
    def dismiss(self) -> None:
        self.bench.runner.dismiss()

    @invariant()
    def never_more_credit_than_notes(self) -> None:
        credited = self.credited()
        assert all(credited[value] <= self.acceptor.box[value] for value in credited)

    @invariant()
    def the_hall_has_nothing_that_was_not_credited(self) -> None:
        booked = Counter(
            note.value_minor
            for body in self.bench.hall.payments.values()
            for tender in RecordPayment.model_validate_json(body).tenders
            for note in tender.notes
        )
        credited = self.credited()
        assert all(booked[value] <= credited[value] for value in booked)

    def teardown(self) -> None:
        """Let everything end well, and count."""
        self.acceptor.clear_jam()
        self.acceptor.regain_wire()
        self.bench.hall.down = self.bench.hall.loses_answers = False
        self.bench.restart()
        self.bench.time_passes()
        self.bench.tell()
        credited, box = self.credited(), self.acceptor.box
        missing = list((box - credited).elements())
        claims = [claim.amount_minor for claim in self.bench.hall.claims.values()]
        for value in missing:
            assert value in claims or None in claims, f"{value} lies in the box and nobody knows"
            claims.remove(value if value in claims else None)
        assert self.bench.hall.booked_minor() == sum(credited.elements())
        self.bench.journal.close()
        shutil.rmtree(self.folder)

    def credited(self) -> Counter[int]:
        trays = [state.tray for state in self.bench.runner.payments.values() if hasattr(state, "tray")]
        return Counter(note.value_minor for tray in trays for note in tray.notes)


Kiosk.TestCase.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
TestWhateverHappens = Kiosk.TestCase
