"""Whatever the order of notes, faults, cancels, repeats and power cuts: what is in the box is credited or claimed."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from hall.contract import PaymentEnd, RecordPayment
from kiosk.payment.events import NoteStacked, SlipFailed
from kiosk.payment.states import NotOpened, Opening, Tray
from kiosk.payment.view import Stage
from tests.kiosk.payment.acceptor import Goes
from tests.kiosk.payment.bench import Bench
from tests.kiosk.payment.facts import NOON

NOTES = st.sampled_from([10_000, 5_000, 2_000, 1_000, 500])


class Kiosk(RuleBasedStateMachine):
    """Commands are done when `work` says so, so that anything can come between."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="brighthall-bench-"))
        self.bench = Bench(self.folder)
        self.acceptor = self.bench.acceptor
        self.acceptor.eager = False
        self.most_credited: Counter[int] = Counter()

    # --- what people do: most of the time it goes as it should ---

    @rule(minor=st.sampled_from([10_000, 43_345, 600_000]), works=st.integers(0, 3))
    def begin(self, minor: int, works: int) -> None:
        self.bench.begin(minor)
        if works:
            self.acceptor.work()

    @rule(values=st.lists(NOTES, min_size=1, max_size=3), works=st.integers(0, 3))
    def insert(self, values: list[int], works: int) -> None:
        """The last note's command may be left undone."""
        for value in values:
            self.acceptor.work()
            self.acceptor.insert(value)
        if works:
            self.acceptor.work()

    @rule(why=st.sampled_from([PaymentEnd.STOPPED, PaymentEnd.SILENCE]), works=st.booleans())
    def stop(self, why: PaymentEnd, works: bool) -> None:
        self.bench.runner.stop(why)
        if works:
            self.acceptor.work()

    @rule(again=st.booleans())
    def the_last_page(self, again: bool) -> None:
        if again:
            self.bench.runner.print_again()
        else:
            self.bench.runner.dismiss()

    @rule()
    def insert_unreadable(self) -> None:
        self.acceptor.insert_unreadable()

    # --- what the hardware does ---

    @rule()
    def work(self) -> None:
        self.acceptor.work()

    @rule(goes=st.sampled_from(Goes), after_work=st.booleans())
    def lose_wire(self, goes: Goes, after_work: bool) -> None:
        self.acceptor.lose_wire(goes, after_work=after_work)

    @rule(into_box=st.booleans())
    def jam_or_clear(self, into_box: bool) -> None:
        if self.acceptor.jammed:
            self.acceptor.clear_jam(into_box=into_box)
        else:
            self.acceptor.jam()

    @rule()
    def be_well_again(self) -> None:
        """The host says that the acceptor can be used."""
        self.acceptor.regain_wire()
        if not self.acceptor.jammed:
            self.bench.runner.cash_is_ready()

    @rule(value=NOTES, stale=st.booleans())
    def a_note_that_nobody_asked_for(self, value: int, stale: bool) -> None:
        """F07: an event of a note that is long settled. Or one gets in past the driver, while nobody pays
        (what lay in the box before the first payment is nobody's business here).
        """
        stage = self.bench.view.stage
        if stale and stage in (Stage.IDLE, Stage.READY, Stage.DONE):
            self.bench.runner.happened(NoteStacked(value_minor=value, at=NOON))
        elif self.trays() and stage in (Stage.IDLE, Stage.DONE):
            self.acceptor.box[value] += 1

    @rule(fails=st.booleans())
    def the_printer(self, fails: bool) -> None:
        if self.bench.printer.waits and self.bench.printer._printing:
            self.bench.printer.end(SlipFailed(reason="paper-out") if fails else None)
        self.bench.printer.waits = not self.bench.printer.waits

    # --- what fate does ---

    @rule(after_work=st.booleans())
    def restart(self, after_work: bool) -> None:
        self.bench.restart(after_work=after_work)

    @rule()
    def time_passes(self) -> None:
        self.bench.time_passes()

    @rule(down=st.booleans(), loses=st.booleans())
    def the_line(self, down: bool, loses: bool) -> None:
        self.bench.hall.down, self.bench.hall.loses_answers = down, loses
        self.bench.tell()

    # --- what must hold ---

    @invariant()
    def never_more_is_credited_and_claimed_than_lies_in_the_box(self) -> None:
        accounted = self.credited() + self.found()
        assert all(accounted[value] <= self.acceptor.box[value] for value in accounted)

    @invariant()
    def no_credit_is_ever_taken_back(self) -> None:
        credited = self.credited()
        assert all(self.most_credited[value] <= credited[value] for value in self.most_credited)
        self.most_credited = credited

    @invariant()
    def the_hall_has_nothing_that_was_not_credited(self) -> None:
        assert all(count <= self.credited()[value] for value, count in self.booked().items())

    def teardown(self) -> None:
        """Let everything end well, and count."""
        self.bench.hall.down = self.bench.hall.loses_answers = False
        self.acceptor.eager = True
        self.acceptor.clear_jam()
        self.acceptor.regain_wire()
        self.bench.restart()
        self.bench.time_passes()
        assert self.bench.view.stage in (Stage.IDLE, Stage.DONE)
        self.bench.runner.dismiss()
        self.bench.begin()
        self.bench.runner.stop(PaymentEnd.STOPPED)
        self.bench.tell()
        self.all_is_accounted_for()
        self.bench.journal.close()
        shutil.rmtree(self.folder)

    def all_is_accounted_for(self) -> None:
        """A claim of a note in doubt stands for one note, which may or may not have reached the box."""
        credited = self.credited()
        doubts = [
            claim.opened.amount_minor
            for tray in self.trays()
            for claim in tray.claims
            if not claim.opened.difference
        ]
        for value in (self.acceptor.box - credited - self.found()).elements():
            assert value in doubts or None in doubts, f"{value} lies in the box and nobody knows"
            doubts.remove(value if value in doubts else None)
        assert self.booked() == credited
        claims = {claim.opened.claim_id for tray in self.trays() for claim in tray.claims}
        assert set(self.bench.hall.claims) == claims

    # --- sums ---

    def trays(self) -> list[Tray]:
        states = self.bench.runner.payments.values()
        return [state.tray for state in states if not isinstance(state, Opening | NotOpened)]

    def credited(self) -> Counter[int]:
        return Counter(note.value_minor for tray in self.trays() for note in tray.notes)

    def found(self) -> Counter[int]:
        """What claims say lies in the box for certain."""
        found: Counter[int] = Counter()
        for tray in self.trays():
            for claim in tray.claims:
                found.update(claim.opened.difference)
        return found

    def booked(self) -> Counter[int]:
        return Counter(
            note.value_minor
            for body in self.bench.hall.payments.values()
            for tender in RecordPayment.model_validate_json(body).tenders
            for note in tender.notes
        )


Kiosk.TestCase.settings = settings(max_examples=80, stateful_step_count=40, deadline=None)
TestWhateverHappens = Kiosk.TestCase
