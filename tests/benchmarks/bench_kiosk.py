"""Cold start to the first usable frame, and memory: the kiosk beside an empty Qt Quick window in the same run.

Both are started as processes of their own, offscreen, several times in turn; the medians are compared.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.system import environment

RUNS = 5
EMPTY = """
import sys, time
from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow
app = QGuiApplication(sys.argv)
engine = QQmlApplicationEngine()
engine.loadData(b"import QtQuick; Window { width: 1080; height: 1920; visible: true; Text { text: 'hello' } }")
window = engine.rootObjects()[0]
"""
HOME = """
import sys
from PySide6.QtGui import QGuiApplication
from kiosk.ui.pages.registry import PAGES
from kiosk.ui.window import open_window
app = QGuiApplication(sys.argv)
kiosk = open_window(app, PAGES)
page = kiosk.pages["home"]
kiosk.models["home"].show(page.samples[0].view)
kiosk.shell.show(page.samples[0].shell)
kiosk.show_page("home")
window = kiosk.window
window.resize(1080, 1920)
window.show()
"""
TELL = """
def pss():
    for line in open('/proc/self/smaps_rollup'):
        if line.startswith('Pss:'):
            return int(line.split()[1])
app.processEvents()
window.grabWindow()
import json
print(json.dumps({'pss_kib': pss()}), flush=True)
import os
os._exit(0)
"""


def measure(program: str) -> tuple[float, int]:
    """Seconds from the start of the process to its first frame, and its PSS in KiB."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "program.py"
        file.write_text(program + TELL)
        began = time.perf_counter()
        done = subprocess.run(
            [sys.executable, str(file)],
            env=environment(),
            capture_output=True,
            text=True,
            timeout=60,
        )
        seconds = time.perf_counter() - began
        assert done.returncode == 0, done.stderr
    return seconds, json.loads(done.stdout.splitlines()[-1])["pss_kib"]


def median(values: Sequence[float]) -> float:
    return statistics.median(values)


def main(_arguments: Sequence[str]) -> int:
    programs: dict[str, str] = {"empty": EMPTY, "home": HOME}
    times: dict[str, list[float]] = {name: [] for name in programs}
    memory: dict[str, list[float]] = {name: [] for name in programs}
    for _ in range(RUNS):
        for name, program in programs.items():
            seconds, pss_kib = measure(program)
            times[name].append(seconds)
            memory[name].append(pss_kib / 1024)
    report("cold start to first frame", times, lambda value: f"{value:.2f} s")
    report("memory (PSS)", memory, lambda value: f"{value:.0f} MiB")
    return 0


def report(what: str, values: dict[str, list[float]], written: Callable[[float], str]) -> None:
    home, empty = median(values["home"]), median(values["empty"])
    print(f"{what}: kiosk {written(home)}, an empty Qt Quick window {written(empty)}: {home / empty:.2f}x")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
