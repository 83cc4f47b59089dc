"""`kiosk demo`: with a screen, the kiosk and the hardware's bench side by side; without, one whole visit in pictures."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from kiosk.demo.house import House, house
from kiosk.demo.processes import Program, ProgramError, Running, running

OUT = Path("demo-out")
LOOK_S = 0.2
WINDOW = "540x960"
BENCH_AT = "560,0"


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="kiosk demo", description=__doc__)
    parser.add_argument(
        "--out", type=Path, default=OUT, help="where pictures go without a screen (%(default)s)"
    )
    parser.add_argument("--accounts", type=int, default=2000, help="of the invented utility (%(default)s)")
    parser.add_argument(
        "--pictures", action="store_true", help="play the visit even though there is a screen"
    )
    given = parser.parse_args(arguments)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        with (
            tempfile.TemporaryDirectory(prefix="brighthall-demo-") as folder,
            house(Path(folder), say, accounts=given.accounts) as started,
        ):
            return play(started, given.out) if given.pictures or not has_screen() else show(started)
    except ProgramError as error:
        print(f"kiosk demo: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0


def say(words: str) -> None:
    print(f"[demo] {words}", flush=True)


def has_screen() -> bool:
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def show(started: House) -> int:
    """Open both windows; when either is closed, everything stops."""
    environment = dict(os.environ) | started.kiosk_environment() | {"KIOSK_WINDOW": WINDOW}
    kiosk = Program("kiosk", ("kiosk", "run"), says_ready=False)
    bench = Program(
        "bench", ("devices", "bench", "--control", started.control, "--position", BENCH_AT), says_ready=False
    )
    with ExitStack() as stack:
        windows = [
            stack.enter_context(running(program, started.folder, environment)) for program in (kiosk, bench)
        ]
        say("the kiosk and its hardware are open: try account 3304 1277 86 and put notes in")
        say("close a window, or press Ctrl-C, and everything stops")
        while all(window.process.poll() is None for window in windows):
            time.sleep(LOOK_S)
        return report(windows)


def report(windows: list[Running]) -> int:
    """A window that was closed ends well; one that fell over has said why in its log."""
    for window in windows:
        if window.process.poll():
            print(window.log.read_text(errors="replace"), file=sys.stderr)
            return 1
    return 0


def play(started: House, out: Path) -> int:
    """One visit on a virtual screen, in pictures."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.update(started.kiosk_environment())
    from kiosk.demo.tour import tour

    say("no screen here: playing one visit on a virtual one")
    pictures = tour(started, out)
    for picture in pictures:
        say(f"  {picture}")
    say(f"{len(pictures)} pictures, the slip among them, are in {out}/")
    return 0
