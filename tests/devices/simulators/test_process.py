"""The real process: its wires, its control socket, and what a SIGKILL leaves."""

from __future__ import annotations

import socket
import subprocess
from pathlib import Path

import pytest
import serial

from tests.devices.simulators.acceptor.ssp_host import events
from tests.devices.simulators.printer.paper_host import CUT, PRINTED, gb
from tests.devices.simulators.program import (
    LIMIT_S,
    Running,
    SerialHost,
    command,
    is_lit,
    place_is,
    simulators,
)

HOLD, POLL = b"\x18", b"\x07"


def hung_up(line: socket.socket) -> bool:
    try:
        return line.recv(1) == b""
    except ConnectionResetError:
        return True


def pay(running: Running, host: SerialHost, value: int) -> None:
    """Put a note in and let it be stacked and credited."""
    running.until(is_lit)
    assert running.client.do("insert", value=value) == {"ok": True}
    running.until(place_is("escrow"))
    host.ask(POLL)
    host.ask(POLL)
    running.until(place_is(None))
    assert any(code == 0xEE for code, _ in events(host.ask(POLL)))


def test_a_note_is_paid_in_and_its_place_told_to_who_watches(tmp_path: Path) -> None:
    with simulators(tmp_path) as running:
        host = SerialHost(running.ready["acceptor"])
        host.light()
        pay(running, host, 100)
        acceptor = running.client.do("state")["acceptor"]
        assert acceptor["box"] == {"100": 1}
        assert acceptor["counters"] == {
            "stacked": 1,
            "rejected": 0,
            "inserted": 1,
            "returned": 0,
            "taken_out": 0,
            "collected": 0,
        }
        host.close()


def test_killed_between_notes_the_box_and_counters_are_there_again(tmp_path: Path) -> None:
    with simulators(tmp_path) as running:
        host = SerialHost(running.ready["acceptor"])
        host.light()
        pay(running, host, 100)
        pay(running, host, 20)
        running.kill()
        host.close()
    with simulators(tmp_path) as running:
        assert running.client.do("state")["acceptor"]["box"] == {"20": 1, "100": 1}
        host = SerialHost(running.ready["acceptor"])
        assert host.ask(b"\x58")[2:6] == b"\x02\0\0\0"
        host.close()


@pytest.mark.parametrize(("place", "code", "boxed"), [("escrow", 0xE1, {}), ("stacking", 0xE2, {"50": 1})])
def test_killed_with_a_note_in_the_path_it_comes_out_or_goes_in_once(
    tmp_path: Path, place: str, code: int, boxed: dict[str, int]
) -> None:
    with simulators(tmp_path, "--speed", "4") as running:
        host = SerialHost(running.ready["acceptor"])
        host.light()
        running.until(is_lit)
        running.client.do("insert", value=50)
        running.until(place_is("escrow"))
        host.ask(POLL)
        if place == "stacking":
            host.ask(POLL)
        running.kill()
        host.close()
    with simulators(tmp_path) as running:
        host = SerialHost(running.ready["acceptor"])
        host.ask(b"\x06\x08")
        running.until(place_is(None))
        assert [event for event in events(host.ask(POLL)) if event[0] in {0xE1, 0xE2, 0xEE}] == [(code, 5)]
        assert running.client.do("state")["acceptor"]["box"] == boxed
        host.close()


def test_a_pulled_cable_hangs_up_and_plugged_in_it_is_there_under_the_same_name(tmp_path: Path) -> None:
    with simulators(tmp_path) as running:
        host = SerialHost(running.ready["acceptor"])
        host.light()
        running.until(is_lit)
        running.client.do("insert", value=10)
        running.until(place_is("escrow"))
        assert running.client.do("pull", device="acceptor") == {"ok": True}
        with pytest.raises(serial.SerialException):
            host.ask(HOLD)
        host.close()
        assert not Path(running.ready["acceptor"]).exists()
        running.client.do("plug", device="acceptor")
        again = SerialHost(running.ready["acceptor"])
        assert again.ask(HOLD) == b"\xf0"  # the unit kept its power, and the note
        again.close()


def test_without_power_the_port_stays_and_is_silent(tmp_path: Path) -> None:
    with simulators(tmp_path) as running:
        host = SerialHost(running.ready["acceptor"])
        running.client.do("power", device="acceptor", on=False)
        assert host.exchange(bytes.fromhex("7F 80 01 07 12 02")) == b""
        running.client.do("power", device="acceptor", on=True)
        again = SerialHost(running.ready["acceptor"])
        assert (0xF1, None) in events(again.ask(POLL))
        again.close()
        host.close()


def test_lost_garbled_halved_and_joined_replies_cost_no_credit_and_make_none(tmp_path: Path) -> None:
    with simulators(tmp_path, "--seed", "5") as running:
        host = SerialHost(running.ready["acceptor"])
        host.light()
        running.until(is_lit)
        running.client.do("insert", value=100)
        running.until(place_is("escrow"))
        host.ask(POLL)
        host.ask(POLL)
        running.until(place_is(None))
        for fault in ("drop-reply", "half", "drop-command"):
            running.client.do("fault", device="acceptor", fault=fault)
        assert [event for event in events(host.ask(POLL)) if event[0] == 0xEE] == [(0xEE, 6)]
        assert all(event[0] != 0xEE for event in events(host.ask(POLL)))
        host.close()


IMPOSSIBLE = {
    b"nonsense": "Invalid JSON",
    b"[]": "object",
    b'{"do": "dance"}': "dance",
    b'{"do": "insert", "value": 7}': "value",
    b'{"do": "insert", "value": 100, "kind": "painted"}': "kind",
    b'{"do": "pull", "device": "door"}': "device",
    b'{"do": "paper", "state": "full", "colour": "blue"}': "colour",
    b'{"do": "fault", "device": "printer", "fault": "drop-reply", "count": 0}': "count",
    b'{"do": "take-note"}': "no note in the slot",
    b'{"do": "clear-jam"}': "nothing is jammed",
    b'{"do": "empty-box"}': "box-in",
    b'{"do": "tear"}': "no paper sticks out",
    b'{"do": "insert", "value": 100}': "disabled",
}
"""Requests that cannot be, and what the answer has to mention."""


def test_a_request_that_cannot_be_is_told_why_and_changes_nothing(tmp_path: Path) -> None:
    with simulators(tmp_path) as running:
        running.until(lambda state: state["acceptor"]["why_dark"] == "disabled")
        before = running.client.do("state")
        answers = {line: running.client.send(line) for line in IMPOSSIBLE}
        assert all(answer["ok"] is False for answer in answers.values())
        assert [line for line, told in IMPOSSIBLE.items() if told not in answers[line]["error"]] == []
        assert running.client.do("state") == before


def test_a_slip_is_in_the_tray_when_the_printer_says_it_is_printed(tmp_path: Path) -> None:
    with simulators(tmp_path) as running, running.printer() as line:
        line.sendall(b"\x1b@" + gb("电费 ￥433.45") + b"\n" + CUT + PRINTED)
        assert line.recv(1) == b"\x00"
        (slip,) = running.client.do("state")["printer"]["slips"]
        assert Path(slip).read_bytes().startswith(b"\x89PNG")
        assert Path(slip).with_suffix(".txt").read_text() == "电费 ￥433.45\n"


def test_slips_are_numbered_on_after_a_restart(tmp_path: Path) -> None:
    for number in (1, 2):
        with simulators(tmp_path) as running, running.printer() as line:
            line.sendall(b"A\n" + CUT + PRINTED)
            line.recv(1)
            assert running.client.do("state")["printer"]["slips"][-1].endswith(f"slip-000{number}.png")


def test_the_printer_has_one_client_at_a_time_and_refuses_all_while_its_cable_is_out(tmp_path: Path) -> None:
    with simulators(tmp_path) as running:
        first, second = running.printer(), running.printer()
        second.sendall(b"\x10\x04\x01")
        second.settimeout(0.3)
        with pytest.raises(TimeoutError):
            second.recv(1)
        first.close()
        second.settimeout(LIMIT_S)
        assert second.recv(1) == b"\x12"
        running.client.do("pull", device="printer")
        assert hung_up(second)
        with pytest.raises(ConnectionRefusedError):
            running.printer()
        running.client.do("plug", device="printer")
        with running.printer() as again:
            again.sendall(b"\x10\x04\x01")
            assert again.recv(1) == b"\x12"


def test_a_client_that_says_nothing_is_dropped_if_so_set(tmp_path: Path) -> None:
    with simulators(tmp_path, "--printer-idle", "0.2") as running, running.printer() as line:
        assert hung_up(line)


def test_the_printer_can_be_on_a_serial_line_too(tmp_path: Path) -> None:
    with simulators(tmp_path, "--printer-port", "pty") as running:
        with serial.Serial(running.ready["printer"], timeout=LIMIT_S) as line:
            line.write(b"\x10\x04\x04")
            assert line.read(1) == b"\x12"
        running.client.do("pull", device="printer")
        assert not Path(running.ready["printer"]).exists()


def test_a_second_simulator_in_the_same_folder_ends_with_a_reason(tmp_path: Path) -> None:
    with simulators(tmp_path):
        second = subprocess.run(command(tmp_path), capture_output=True, text=True, timeout=LIMIT_S)
        assert second.returncode == 2
        assert "another simulator" in second.stderr


def test_terminated_it_ends_well_and_leaves_no_cable_behind(tmp_path: Path) -> None:
    with simulators(tmp_path) as running:
        running.process.terminate()
        assert running.process.wait(LIMIT_S) == 0
        assert not Path(running.ready["acceptor"]).is_symlink()
