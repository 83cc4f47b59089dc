"""Whatever happens to the printer and its wire: done means paper, and what failed is never printed later."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tests.devices.printer.bench import COVER_OPEN, NO_PAPER, SILENT, WELL, Bench

LINES = 6


def job_of(number: int) -> list[bytes]:
    return [
        b"\x1b@",
        *(b"<%d:%d>" % (number, line) + b"." * 40 + b"\n" for line in range(LINES)),
        b"\x1dVA\x00",
    ]


class PrinterMachine(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.bench = Bench()
        self.bench.printer.bytes_a_second = 200
        self.bench.plug()
        self.jobs: list[int] = []
        self.failed_with: dict[int, int] = {}

    def lines_on_paper(self, job: int) -> int:
        paper = b"".join([*self.bench.printer.slips, self.bench.printer.printed])
        return paper.count(b"<%d:" % job)

    def whole_slips(self, job: int) -> int:
        return sum(
            all(b"<%d:%d>" % (job, line) in slip for line in range(LINES))
            for slip in self.bench.printer.slips
        )

    @property
    def busy(self) -> bool:
        return len(self.jobs) > len(self.bench.ended)

    @precondition(lambda self: not self.busy)
    @rule()
    def a_slip_is_asked_for(self) -> None:
        self.jobs.append(len(self.jobs))
        self.bench.submit(job_of(self.jobs[-1]))

    @rule(seconds=st.sampled_from([0.01, 0.3, 1.0, 3.0, 10.0]))
    def time_passes(self, seconds: float) -> None:
        before = len(self.bench.ended)
        until = self.bench.now + seconds
        while self.bench.now < until:
            self.bench.run(0.05)
            self.note_failures(before)

    def note_failures(self, before: int) -> None:
        for job in range(before, len(self.bench.ended)):
            if self.bench.ended[job][1] is not None:
                self.failed_with.setdefault(job, self.lines_on_paper(job))

    @precondition(lambda self: self.bench.plugged)
    @rule()
    def the_cable_is_pulled(self) -> None:
        before = len(self.bench.ended)
        self.bench.pull()
        self.bench.printer.buffer = (
            b""  # a network printer forgets what it has not printed when its client goes
        )
        self.note_failures(before)

    @precondition(lambda self: not self.bench.plugged)
    @rule()
    def the_cable_is_back(self) -> None:
        self.bench.plug()

    @rule(after=st.integers(0, 400))
    def the_roll_ends(self, after: int) -> None:
        self.bench.printer.paper_for = after

    @rule(
        answers=st.sampled_from(
            [NO_PAPER, COVER_OPEN, SILENT, {**WELL, 4: b"\x00"}, {**WELL, 1: b"\x12\x12"}]
        )
    )
    def the_printer_is_not_well(self, answers: dict[int, bytes]) -> None:
        self.bench.printer.answers = dict(answers)

    @rule(after_s=st.sampled_from([0.001, 0.2, 0.7, 3.0]))
    def the_printer_answers_slowly(self, after_s: float) -> None:
        self.bench.printer.answer_after_s = after_s

    @rule()
    def all_is_well_again(self) -> None:
        self.bench.printer.refill()
        self.bench.printer.answer_after_s = 0.001

    @precondition(lambda self: self.busy)
    @rule()
    def the_slip_is_not_wanted_any_more(self) -> None:
        before = len(self.bench.ended)
        self.bench.link.drop(self.bench.now)
        self.bench._take()
        self.note_failures(before)

    @invariant()
    def done_means_one_whole_slip(self) -> None:
        for job, (_, fault) in enumerate(self.bench.ended):
            if fault is None:
                assert self.whole_slips(job) == 1

    @invariant()
    def no_slip_is_printed_twice(self) -> None:
        assert all(self.lines_on_paper(job) <= LINES for job in self.jobs)

    @invariant()
    def what_failed_is_never_printed_later(self) -> None:
        for job, lines in self.failed_with.items():
            assert self.lines_on_paper(job) <= lines

    @invariant()
    def two_slips_never_share_a_piece_of_paper(self) -> None:
        for slip in self.bench.printer.slips:
            assert sum(b"<%d:" % job in slip for job in self.jobs) <= 1

    def teardown(self) -> None:
        if not self.bench.plugged:
            self.bench.plug()
        self.all_is_well_again()
        self.bench.run(60.0)
        assert len(self.bench.ended) == len(self.jobs), "no job is left hanging"
        assert self.bench.fault is None, "a printer that is well again is ready again"


PrinterMachine.TestCase.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
DoneMeansPaper = PrinterMachine.TestCase


def test_the_machine_prints_at_all() -> None:
    machine = PrinterMachine()
    machine.a_slip_is_asked_for()
    machine.time_passes(10.0)
    assert machine.bench.ended[-1][1] is None
    assert machine.whole_slips(0) == 1
