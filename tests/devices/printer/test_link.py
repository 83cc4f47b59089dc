from __future__ import annotations

import pytest

from devices.printer.escpos import feed
from devices.printer.fault import Fault
from devices.printer.status import Unknown
from tests.devices.printer.bench import COVER_OPEN, NO_PAPER, SILENT, WELL, Bench

JOB = [b"\x1b@", b"first line\n", b"second line\n", b"\x1dVA\x00"]
LONG_JOB = [b"x" * 3000 + b"\n"] * 4 + [b"\x1dVA\x00"]


@pytest.fixture
def bench() -> Bench:
    """A printer that is on, well, and was told so."""
    bench = Bench()
    bench.plug()
    bench.run(3.0)
    assert bench.fault is None
    bench.printer.printed = b""
    return bench


def whole(slip: bytes) -> bool:
    return b"first line\nsecond line\n" in slip


def test_a_printer_is_ready_only_after_it_was_cleared_and_has_proved_so() -> None:
    bench = Bench()
    bench.printer.buffer = b"the rest of an old receipt\n\x1dVA\x00"
    bench.printer.bytes_a_second = 10
    bench.plug()
    bench.run(10.0)
    assert bench.fault is None
    assert bench.printer.slips == []
    assert b"old receipt" not in bench.printer.printed


def test_a_printer_that_proves_nothing_is_not_ready() -> None:
    bench = Bench()
    bench.printer.proof = b""
    bench.plug()
    bench.run(60.0)
    assert bench.fault is Fault.NO_PROOF


def test_a_job_is_done_when_the_printer_says_so_and_not_before(bench: Bench) -> None:
    bench.printer.bytes_a_second = 10
    before = bench.now
    assert bench.print(JOB) is None
    assert bench.now - before >= len(b"".join(JOB)) / 10
    assert [whole(slip) for slip in bench.printer.slips] == [True]


def test_f42_a_printer_that_eats_the_bytes_and_says_nothing_has_not_printed(bench: Bench) -> None:
    bench.printer.proof = b""
    assert bench.print(JOB) is Fault.NO_PROOF


def test_f42_a_printer_that_works_through_a_slip_with_no_paper_has_not_printed(bench: Bench) -> None:
    bench.printer.proof = b"\x0c"
    assert bench.print(JOB) is Fault.PAPER_OUT


def test_a_cutter_that_fails_at_the_end_fails_the_job(bench: Bench) -> None:
    bench.printer.bytes_a_second = 50
    bench.submit(JOB)
    bench.run(0.5)
    bench.printer.answers[3] = b"\x1a"
    bench.run(3.0)
    assert [fault for _, fault in bench.ended] == [Fault.HARDWARE]
    bench.run(5.0)
    assert bench.fault is Fault.HARDWARE
    assert bench.printer.recoveries == 1, "a knife that sticks is not driven again and again"


def test_a_long_job_goes_out_in_pieces_each_proved_before_the_next(bench: Bench) -> None:
    bench.submit(LONG_JOB)
    bench.run(1.0)
    assert len(bench.printer.buffer) + len(bench.printer.printed) <= 4096 + 3 + 10
    bench.run(60.0)
    assert bench.ended[-1][1] is None
    assert bench.printer.slips[0].count(b"x") == 12_000


@pytest.mark.parametrize(
    ("answers", "fault"),
    [
        (NO_PAPER, Fault.PAPER_OUT),
        (COVER_OPEN, Fault.COVER_OPEN),
        ({**WELL, 1: b"\x1a"}, Fault.OFFLINE),
        ({**WELL, 3: b"\x1a"}, Fault.HARDWARE),
        ({**WELL, 3: b"\x52"}, Fault.RECOVERING),
        ({**WELL, 4: b"\x32"}, Fault.UNCLEAR),
        (SILENT, Fault.NO_ANSWER),
    ],
)
def test_a_job_does_not_begin_on_a_printer_that_does_not_say_that_all_is_well(
    bench: Bench, answers: dict[int, bytes], fault: Fault
) -> None:
    bench.printer.answers = dict(answers)
    assert bench.print(JOB, seconds=2.0) is fault
    assert bench.printer.buffer + bench.printer.printed == b""
    bench.run(10.0)
    assert bench.fault is fault


def test_a_printer_low_on_paper_prints(bench: Bench) -> None:
    bench.printer.answers[4] = b"\x1e"
    assert bench.print(JOB) is None


@pytest.mark.parametrize(
    ("answer", "after_s", "unknown"),
    [
        (b"", 0.001, Unknown.NO_ANSWER),
        (b"\x00", 0.001, Unknown.NOT_A_STATUS),
        (b"\x12", 3.0, Unknown.LATE),
        (b"\x12\x12", 0.001, Unknown.AMBIGUOUS),
        (b"\x12\x00", 0.001, Unknown.AMBIGUOUS),
    ],
)
def test_f42_each_odd_answer_is_its_own_state_and_none_keeps_a_job_waiting(
    bench: Bench, answer: bytes, after_s: float, unknown: Unknown
) -> None:
    bench.printer.answers = dict.fromkeys(WELL, answer)
    bench.printer.answer_after_s = after_s
    bench.run(7.0)
    assert unknown in {state.status.answers.get(1) for state in bench.states}
    assert bench.fault in {Fault.NO_ANSWER, Fault.UNCLEAR}
    before = bench.now
    assert bench.print(JOB) in {Fault.NO_ANSWER, Fault.UNCLEAR}
    assert bench.now - before <= 4.1
    assert bench.printer.slips == []


def test_f42_a_late_answer_is_never_taken_for_the_answer_to_another_question(bench: Bench) -> None:
    bench.printer.answer_after_s = 1.7
    bench.printer.answers = {1: b"\x12", 2: b"\x12", 3: b"\x12", 4: b"\x72"}
    bench.run(30.0)
    for state in bench.states[2:]:
        assert not any(isinstance(answer, int) for answer in state.status.answers.values())


def test_one_lost_answer_costs_a_few_seconds_and_no_receipt(bench: Bench) -> None:
    bench.printer.answers[4] = b""
    bench.submit(JOB)
    bench.run(0.3)
    bench.printer.answers[4] = b"\x12"
    bench.run(20.0)
    assert bench.ended[-1][1] is None
    assert len(bench.printer.slips) == 1


def test_f42_a_printer_too_busy_to_answer_while_it_prints_is_not_at_fault(bench: Bench) -> None:
    bench.printer.bytes_a_second = 10
    bench.submit(JOB)
    bench.run(0.5)
    bench.printer.answers = {1: b"\x1a", 2: b"\x12", 3: b"", 4: b"\x12"}
    bench.run(6.0)
    bench.printer.answers = dict(WELL)
    bench.run(10.0)
    assert [fault for _, fault in bench.ended] == [None]


def test_paper_out_half_way_fails_the_job_and_nothing_old_comes_out_after_the_refill(bench: Bench) -> None:
    bench.printer.paper_for = 15
    assert bench.print(JOB, seconds=5.0) is Fault.PAPER_OUT
    bench.run(5.0)
    without_paper = bench.fault
    assert without_paper is Fault.PAPER_OUT
    bench.printer.refill()
    bench.run(5.0)
    assert bench.fault is None
    assert bench.printer.slips == [b"\x1b@first line\nse" + feed(40)], "the half slip was cut off, no more"
    assert bench.print(JOB) is None
    assert whole(bench.printer.slips[1])


def test_f41_three_visits_without_paper_print_nothing_when_paper_is_back(bench: Bench) -> None:
    bench.printer.answers = dict(NO_PAPER)
    bench.run(2.0)
    for _ in range(3):
        assert bench.print(JOB, seconds=2.0) is Fault.PAPER_OUT
        bench.run(5.0)
    bench.printer.refill()
    bench.run(30.0)
    assert bench.fault is None
    assert bench.printer.slips == []
    assert b"line" not in bench.printer.printed


def test_f41_even_a_printer_that_can_not_clear_holds_no_more_than_one_piece(bench: Bench) -> None:
    bench.printer.clears = False
    bench.printer.paper_for = 100
    assert bench.print(LONG_JOB) is Fault.PAPER_OUT
    bench.printer.refill()
    bench.run(60.0)
    assert sum(slip.count(b"x") for slip in bench.printer.slips) <= 4096
    assert bench.print(JOB) is None
    assert whole(bench.printer.slips[-1])
    assert b"x" not in bench.printer.slips[-1]


def test_the_late_proof_of_a_failed_job_is_not_taken_for_the_next_ones(bench: Bench) -> None:
    bench.printer.clears = False
    bench.printer.bytes_a_second = 1
    assert bench.print(JOB) is Fault.NO_PROOF
    bench.printer.bytes_a_second, bench.printer.busy_until = 10, bench.now
    assert bench.print([b"another line\n", b"\x1dVA\x00"]) is None
    assert b"another line" in bench.printer.slips[-1]


def test_the_cover_opened_half_way_fails_the_job(bench: Bench) -> None:
    bench.printer.bytes_a_second = 10
    bench.submit(JOB)
    bench.run(0.5)
    bench.printer.answers = dict(COVER_OPEN)
    bench.run(3.0)
    assert bench.ended[-1][1] is Fault.COVER_OPEN


def test_a_printer_that_dies_half_way_has_not_printed(bench: Bench) -> None:
    bench.printer.bytes_a_second = 10
    bench.submit(JOB)
    bench.run(0.5)
    bench.pull()
    assert bench.ended[-1][1] is Fault.GONE
    assert bench.fault is Fault.GONE


def test_after_a_death_half_way_the_next_slip_is_cut_from_the_rest(bench: Bench) -> None:
    bench.printer.bytes_a_second = 20
    bench.submit(LONG_JOB)
    bench.run(2.0)
    bench.pull()
    bench.printer.bytes_a_second = 10_000
    bench.plug()
    bench.run(3.0)
    assert bench.fault is None
    bench.print(JOB)
    assert b"x" not in bench.printer.slips[-1]
    assert whole(bench.printer.slips[-1])


def test_a_job_waits_a_little_for_a_wire_that_is_being_opened_again(bench: Bench) -> None:
    bench.pull()
    bench.submit(JOB)
    bench.run(2.0)
    bench.plug()
    bench.run(5.0)
    assert [fault for _, fault in bench.ended] == [None]
    assert len(bench.printer.slips) == 1


def test_a_job_for_a_printer_that_stays_away_fails(bench: Bench) -> None:
    bench.pull()
    assert bench.print(JOB, seconds=6.0) is Fault.GONE
    bench.plug()
    bench.run(10.0)
    assert bench.printer.slips == []


def test_a_wire_lost_before_the_first_byte_of_a_job_costs_no_receipt(bench: Bench) -> None:
    bench.submit(JOB)
    bench.pull()
    bench.plug()
    bench.run(5.0)
    assert [fault for _, fault in bench.ended] == [None]
    assert len(bench.printer.slips) == 1


def test_a_dropped_job_is_forgotten_and_cleared(bench: Bench) -> None:
    bench.printer.bytes_a_second = 10
    bench.submit(JOB)
    bench.run(0.5)
    bench.link.drop(bench.now)
    bench.run(0.1)
    assert bench.ended[-1][1] is Fault.DROPPED
    bench.printer.bytes_a_second = 10_000
    bench.run(10.0)
    assert bench.fault is None
    assert not any(map(whole, bench.printer.slips))
    assert bench.print(JOB) is None


def test_a_job_dropped_before_it_began_leaves_no_trace(bench: Bench) -> None:
    bench.pull()
    bench.submit(JOB)
    bench.link.drop(bench.now)
    bench.plug()
    bench.run(10.0)
    assert [fault for _, fault in bench.ended] == [Fault.DROPPED]
    assert bench.printer.slips == []


def test_an_idle_printer_is_asked_once_a_second(bench: Bench) -> None:
    bench.printer.asked.clear()
    bench.run(10.0)
    assert 8 <= bench.printer.asked.count(4) <= 11


def test_a_change_of_paper_is_told_once(bench: Bench) -> None:
    bench.run(5.0)
    before = len(bench.states)
    bench.printer.answers[4] = b"\x1e"
    bench.run(5.0)
    assert len(bench.states) == before + 1
    assert bench.states[-1].status.paper_near_end is True
