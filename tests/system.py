"""The whole system for tests: real hall, simulators and device host as processes, on free ports, in a folder of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.demo.control import Control
from kiosk.demo.processes import Program, Running, running

__all__ = ["Control", "command", "device_host", "environment", "hall", "simulators"]

ROOT = Path(__file__).resolve().parents[1]
AS_OF = "2026-11-25"


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", **more}


def command(*arguments: str) -> str:
    """Run one console command to its end and give what it printed."""
    package, *rest = arguments
    done = subprocess.run(
        [sys.executable, "-m", package, *rest], env=environment(), capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@contextmanager
def hall(database: Path, logs: Path, port: int = 0) -> Iterator[Running]:
    program = Program("hall", ("hall", "serve", "--database", f"sqlite:///{database}", "--port", str(port)))
    with running(program, logs, environment()) as process:
        yield process


@contextmanager
def simulators(state: Path, logs: Path, *arguments: str) -> Iterator[Running]:
    program = Program("simulators", ("devices", "simulate", "--state", str(state), *arguments))
    with running(program, logs, environment()) as process:
        yield process


@contextmanager
def device_host(config: Path, state: Path, logs: Path, port: int = 0) -> Iterator[Running]:
    program = Program(
        "devices",
        ("devices", "serve", "--config", str(config), "--state", str(state), "--port", str(port)),
    )
    with running(program, logs, environment()) as process:
        yield process
