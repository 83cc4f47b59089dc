"""Paper, cover, knife and power: what is answered, what is kept, what comes out later."""

from __future__ import annotations

import pytest

from devices.simulators.printer.paper import text_of
from devices.simulators.printer.status import Paper
from devices.simulators.printer.unit import Model
from devices.simulators.refusal import RefusedError
from tests.devices.simulators.printer.paper_host import CLEAR, CUT, PRINTED, STATUS, Bench, gb


def statuses(bench: Bench) -> list[str]:
    return [bench.ask(STATUS[n]).hex() for n in (1, 2, 3, 4)]


def out_of_paper() -> Bench:
    bench = Bench()
    bench.unit.load(bench.now, Paper.OUT)
    return bench


def test_a_ready_printer_answers_with_its_fixed_bits() -> None:
    assert statuses(Bench()) == ["12", "12", "12", "12"]


def test_low_paper_leaves_it_online() -> None:
    bench = Bench()
    bench.unit.load(bench.now, Paper.LOW)
    assert statuses(bench) == ["12", "12", "12", "1e"]
    assert bench.ask(PRINTED) == b"\x03"


def test_paper_end_is_told_as_the_reference_has_it() -> None:
    assert statuses(out_of_paper()) == ["1a", "32", "12", "7e"]


def test_an_open_cover_is_the_cause_of_being_offline() -> None:
    bench = Bench()
    bench.unit.open_cover(bench.now, opened=True)
    assert statuses(bench) == ["1a", "16", "12", "12"]


def test_status_is_answered_at_once_while_it_prints_and_while_it_is_offline() -> None:
    bench = Bench()
    bench.send(b"\x1bJ\xff" * 20)
    assert bench.ask(STATUS[1]) == b"\x12"
    bench.unit.open_cover(bench.now, opened=True)
    assert bench.ask(STATUS[2]) == b"\x16"


def test_a_status_request_inside_a_picture_is_answered_too() -> None:
    bench = Bench()
    assert bench.ask(b"\x1dv0\x00\x01\x00\x03\x00\x10\x04\x04") == b"\x12"


def test_the_queued_status_waits_as_long_as_the_printer_is_offline() -> None:
    bench = out_of_paper()
    assert bench.ask(PRINTED) == b""
    bench.unit.load(bench.now, Paper.FULL)
    bench.wait()
    assert bench.heard() == b"\x00"


def test_what_was_sent_without_paper_comes_out_after_the_refill() -> None:
    bench = out_of_paper()
    for number in (b"1", b"2", b"3"):
        bench.send(b"receipt " + number + b"\n" + CUT)
    bench.wait()
    assert bench.slips() == []
    bench.unit.load(bench.now, Paper.FULL)
    bench.wait()
    assert [text_of(slip.rows) for slip in bench.slips()] == ["receipt 1\n", "receipt 2\n", "receipt 3\n"]


def test_cleared_in_real_time_nothing_comes_out_after_the_refill() -> None:
    bench = out_of_paper()
    bench.send(b"receipt\n" + CUT)
    assert bench.ask(CLEAR) == bytes.fromhex("37 25 00")
    bench.unit.load(bench.now, Paper.FULL)
    bench.wait()
    assert bench.slips() == []
    assert bench.print(b"next\n") == "next\n"


def test_a_clear_takes_what_came_before_it_and_leaves_what_comes_after_in_the_same_packet() -> None:
    bench = Bench()
    bench.unit.open_cover(bench.now, opened=True)
    bench.send(b"old\n" + CLEAR + b"new\n" + CUT)
    bench.unit.open_cover(bench.now, opened=False)
    bench.wait()
    (slip,) = bench.slips()
    assert text_of(slip.rows) == "new\n"


def test_a_model_without_the_clear_command_ignores_it() -> None:
    bench = Bench(Model(clears_in_real_time=False))
    bench.unit.open_cover(bench.now, opened=True)
    bench.send(b"old\n" + CUT)
    assert bench.ask(CLEAR) == b""
    bench.unit.open_cover(bench.now, opened=False)
    bench.wait()
    assert len(bench.slips()) == 1


def test_the_roll_ends_within_a_slip_and_the_rest_comes_on_the_new_roll() -> None:
    bench = Bench()
    bench.unit.load(bench.now, Paper.OUT, after_mm=8)
    bench.send(b"".join(b"line %d\n" % number for number in range(6)) + CUT + PRINTED)
    bench.wait()
    assert bench.heard() == b""
    assert bench.ask(STATUS[4]) == b"\x7e"
    bench.unit.load(bench.now, Paper.FULL)
    bench.wait()
    scrap, slip = bench.slips()
    assert (scrap.torn, slip.torn) == (True, False)
    assert text_of(scrap.rows) + text_of(slip.rows) == "".join(f"line {number}\n" for number in range(6))
    assert bench.heard() == b"\x00"


def test_a_cover_opened_while_printing_stops_it_and_closed_it_goes_on() -> None:
    bench = Bench()
    bench.send(b"\x1bJ\xc8" * 10 + b"end\n" + CUT)
    bench.wait(0.2)
    bench.unit.open_cover(bench.now, opened=True)
    bench.wait()
    assert bench.slips() == []
    bench.unit.open_cover(bench.now, opened=False)
    bench.wait(0.5)
    assert bench.slips() == []
    bench.wait()
    assert len(bench.slips()) == 1


def test_power_cut_half_way_forgets_the_job_and_leaves_its_beginning_in_the_slot() -> None:
    bench = Bench()
    bench.unit.die_after(20)
    bench.send(b"".join(gb(f"第{number}行") + b"\n" for number in range(20)) + CUT + PRINTED)
    bench.wait()
    assert not bench.unit.power
    assert bench.unit.hanging_mm > 0
    bench.unit.switch(bench.now, on=True)
    assert bench.ask(STATUS[1]) == b""  # it starts up
    bench.wait(bench.model.boot_s)
    assert bench.ask(STATUS[1]) == b"\x12"
    bench.wait()
    assert bench.slips() == []
    assert bench.heard() == b""
    bench.unit.tear()
    (scrap,) = bench.slips()
    assert scrap.torn
    assert text_of(scrap.rows).startswith("第0行")


def test_half_a_slip_that_nobody_tears_off_stands_on_top_of_the_next() -> None:
    bench = Bench()
    bench.unit.die_after(5)
    bench.send(b"somebody's\n" * 5 + CUT)
    bench.wait()
    bench.unit.switch(bench.now, on=True)
    bench.wait(bench.model.boot_s)
    assert bench.print(b"next\n").startswith("somebody's")


def test_nothing_sticks_out_so_nothing_can_be_torn_off() -> None:
    bench = Bench()
    with pytest.raises(RefusedError):
        bench.unit.tear()
    assert bench.slips() == []


def test_a_stuck_knife_is_an_error_until_the_host_asks_to_recover() -> None:
    bench = Bench()
    bench.unit.jam_cutter()
    bench.send(b"A\n" + CUT + PRINTED)
    bench.wait()
    assert statuses(bench) == ["3a", "52", "1a", "12"]
    assert bench.slips() == []
    bench.send(b"\x10\x05\x01")
    bench.wait()
    assert len(bench.slips()) == 1
    assert bench.heard() == b"\x00"


def test_recovering_with_clearing_drops_the_rest_of_the_job() -> None:
    bench = Bench()
    bench.unit.jam_cutter()
    bench.send(b"A\n" + CUT + b"B\n" + CUT)
    bench.wait()
    bench.send(b"\x10\x05\x02")
    bench.wait()
    assert bench.slips() == []


def test_automatic_status_is_sent_when_asked_for_and_at_each_change() -> None:
    bench = Bench()
    assert bench.ask(b"\x1da\xff") == bytes.fromhex("10 00 00 0f")
    bench.unit.open_cover(bench.now, opened=True)
    assert bench.heard() == bytes.fromhex("38 00 00 0f")
    bench.unit.open_cover(bench.now, opened=False)
    assert bench.heard() == bytes.fromhex("10 00 00 0f")
    bench.ask(b"\x1da\x00")
    bench.unit.load(bench.now, Paper.OUT)
    assert bench.heard() == b""


def test_it_says_what_it_is() -> None:
    bench = Bench()
    assert bench.ask(b"\x1dIC") == b"_SIM-80\x00"
    assert bench.ask(b"\x1dI\x01") == b"\x20"


def test_a_full_buffer_holds_the_line_up() -> None:
    bench = Bench(Model(buffer_bytes=100))
    bench.unit.open_cover(bench.now, opened=True)
    bench.send(b"x" * 101)
    assert bench.unit.full
    bench.unit.open_cover(bench.now, opened=False)
    bench.wait()
    assert not bench.unit.full
