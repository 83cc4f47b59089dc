"""The demo's other processes: started on free ports, watched, and never left behind."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

READY_S_MAX = 60.0
STOP_S_MAX = 8.0
TAIL_LINES = 12


class ProgramError(Exception):
    """A part of the demo did not start; the message ends with what it last wrote."""


@dataclass(frozen=True, slots=True)
class Program:
    """A console command of this project, and whether it says in a JSON line on stdout that it is ready."""

    name: str
    arguments: tuple[str, ...]
    says_ready: bool = True


@dataclass(frozen=True, slots=True)
class Running:
    process: subprocess.Popen[str]
    ready: dict[str, Any]
    log: Path


def command_of(program: Program) -> list[str]:
    package, *arguments = program.arguments
    # A child must not outlive a demo that was killed.
    return ["setpriv", "--pdeathsig", "TERM", sys.executable, "-m", package, *arguments]


@contextmanager
def running(program: Program, logs: Path, environment: dict[str, str]) -> Iterator[Running]:
    """Run a program as long as the block; raises `ProgramError` when it does not get ready."""
    log = logs / f"{program.name}.log"
    with log.open("w") as errors, ExitStack() as stack:
        process = subprocess.Popen(  # noqa: S603 (our own commands)
            command_of(program),
            stdout=subprocess.PIPE if program.says_ready else errors,
            stderr=errors,
            text=True,
            env=environment,
        )
        stack.callback(stop, process)
        ready = first_line(process, program, log) if program.says_ready else {}
        yield Running(process, ready, log)


def stop(process: subprocess.Popen[str]) -> None:
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(STOP_S_MAX)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def first_line(process: subprocess.Popen[str], program: Program, log: Path) -> dict[str, Any]:
    assert process.stdout is not None
    lines: queue.SimpleQueue[str] = queue.SimpleQueue()
    threading.Thread(target=carry, args=(process.stdout, lines), daemon=True).start()
    deadline = time.monotonic() + READY_S_MAX
    while time.monotonic() < deadline:
        try:
            line = lines.get(timeout=0.2)
        except queue.Empty:
            if process.poll() is not None:
                break
            continue
        if line.startswith("{"):
            answer: dict[str, Any] = json.loads(line)
            return answer
    raise ProgramError(f"{program.name} did not start ({log}):\n{tail(log)}")


def carry(stream: IO[str], lines: queue.SimpleQueue[str]) -> None:
    """Read to the end, so that a talkative program never blocks on a full pipe."""
    for line in stream:
        lines.put(line)


def tail(log: Path) -> str:
    return "\n".join(log.read_text(errors="replace").splitlines()[-TAIL_LINES:])
