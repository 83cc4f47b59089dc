from __future__ import annotations

import argparse

import pytest

from devices.simulators.cli import add_bench_arguments, add_simulate_arguments


def parsed(*arguments: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    add_simulate_arguments(parser)
    return parser.parse_args(["--state", "/nowhere", *arguments])


def test_without_options_everything_is_on_free_ports_and_nothing_fails() -> None:
    args = parsed()
    assert (args.control, args.printer_port, args.faults, args.speed) == (("127.0.0.1", 0), 0, {}, 1.0)


def test_the_printer_may_be_on_a_pseudo_terminal() -> None:
    assert parsed("--printer-port", "pty").printer_port is None


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--control", "here"), "HOST:PORT"),
        (("--speed", "0"), "above 0"),
        (("--printer-port", "usb"), "neither a port nor pty"),
        (("--faults", "gremlins=0.5"), "none of"),
        (("--protocol-max", "9"), "9"),
    ],
)
def test_an_argument_that_cannot_be_is_refused_with_the_reason(
    arguments: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        parsed(*arguments)
    assert stopped.value.code == 2
    assert told in capsys.readouterr().err


def test_the_bench_needs_to_know_where_the_simulators_are(capsys: pytest.CaptureFixture[str]) -> None:
    parser = argparse.ArgumentParser()
    add_bench_arguments(parser)
    with pytest.raises(SystemExit):
        parser.parse_args([])
    assert "--control" in capsys.readouterr().err
    assert parser.parse_args(["--control", ":77", "--position", "4,5"]).position == (4, 5)
