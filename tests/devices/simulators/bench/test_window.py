"""The real window with the real simulators, worked as a hand would."""

from __future__ import annotations

import json
import re
import subprocess
import sysconfig
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

import devices.simulators.bench as bench
from devices.simulators.bench.app import open_window
from devices.simulators.bench.client import BenchClient
from devices.simulators.bench.model import BenchModel
from devices.simulators.bench.texts import Language
from tests.devices.simulators.bench.states import EVERY_LOOK
from tests.devices.simulators.program import Running, SerialHost, simulators

HERE = Path(bench.__file__).parent
TOKENS = Path(__file__).resolve().parents[4] / "assets" / "design" / "tokens.json"
SCRIPTS = Path(sysconfig.get_path("scripts"))
LIMIT_MS = 15_000


class Opened:
    def __init__(self, address: tuple[str, int], language: Language) -> None:
        self.client = BenchClient(*address)
        self.model = BenchModel(self.client, language)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        self.engine, self.window = open_window(application, self.model)
        self.window.show()

    def close(self) -> None:
        del self.window, self.engine  # the engine has to go before the model

    def items(self) -> Iterator[QQuickItem]:
        waiting = [self.window.contentItem()]
        while waiting:
            item = waiting.pop()
            yield item
            waiting += item.childItems()

    def key(self, name: str) -> QQuickItem:
        """The visible key that says so."""
        (found,) = [item for item in self.touchable() if item.property("text") == name]
        return found

    def touchable(self) -> list[QQuickItem]:
        return [item for item in self.items() if item.inherits("QQuickAbstractButton") and item.isVisible()]

    def touch(self, name: str) -> None:
        key = self.key(name)
        centre = key.mapToScene(QPointF(key.width() / 2, key.height() / 2)).toPoint()
        QTest.mouseClick(
            self.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(centre)
        )


@pytest.fixture
def alone(qapp: QGuiApplication) -> Iterator[Callable[[Language], Opened]]:
    """A window without simulators."""
    opened: list[Opened] = []

    def open_in(language: Language) -> Opened:
        opened.append(Opened(("127.0.0.1", 9), language))
        return opened[-1]

    yield open_in
    for one in opened:
        one.close()


@pytest.fixture
def working(qapp: QGuiApplication, tmp_path: Path, qtbot: QtBot) -> Iterator[tuple[Opened, Running]]:
    with simulators(tmp_path) as running:
        host, _, port = running.ready["control"].rpartition(":")
        opened = Opened((host, int(port)), Language.EN)
        opened.client.start()
        qtbot.waitUntil(lambda: opened.model.view().connected, timeout=LIMIT_MS)
        yield opened, running
        opened.close()


def test_hands_work_the_hardware_through_the_window(working: tuple[Opened, Running], qtbot: QtBot) -> None:
    opened, running = working
    host = SerialHost(running.ready["acceptor"])
    host.light()
    qtbot.waitUntil(lambda: opened.model.view().lit, timeout=LIMIT_MS)
    opened.touch("Put in a forged 100 yuan note")
    qtbot.waitUntil(lambda: opened.model.view().next == "take-note", timeout=LIMIT_MS)
    assert opened.key("Take the note").property("lit")
    opened.touch("Take the note")
    qtbot.waitUntil(lambda: opened.model.view().lit, timeout=LIMIT_MS)
    opened.touch("Put in 20 yuan")
    qtbot.waitUntil(lambda: opened.model.view().place == "escrow", timeout=LIMIT_MS)
    host.ask(b"\x07")
    host.ask(b"\x07")
    qtbot.waitUntil(lambda: opened.model.view().box_sum == "¥20", timeout=LIMIT_MS)
    assert opened.model.view().sums == "in 2 = box 1 + returned 1 + path 0"
    host.close()


def test_cables_power_paper_and_cover_follow_their_keys(
    working: tuple[Opened, Running], qtbot: QtBot
) -> None:
    opened, running = working
    steps: list[tuple[str, Callable[[], bool]]] = [
        ("Out", lambda: opened.model.view().paper == "out"),
        ("Paper in", lambda: opened.model.view().paper == "full"),
        ("Open cover", lambda: opened.model.view().cover_open),
        ("Close cover", lambda: not opened.model.view().cover_open),
    ]
    for name, done in steps:
        opened.touch(name)
        qtbot.waitUntil(done, timeout=LIMIT_MS)
    opened.model.moveCable("acceptor")
    qtbot.waitUntil(lambda: not opened.model.view().acceptor_cable, timeout=LIMIT_MS)
    assert not running.client.do("state")["acceptor"]["cable"]
    opened.touch("Plug cable")
    qtbot.waitUntil(lambda: opened.model.view().acceptor_cable, timeout=LIMIT_MS)
    opened.model.switchPower("printer")
    qtbot.waitUntil(lambda: not opened.model.view().printer_power, timeout=LIMIT_MS)
    opened.touch("Power on")
    qtbot.waitUntil(lambda: opened.model.view().printer_power, timeout=LIMIT_MS)


def test_a_note_at_a_dark_slot_is_refused_in_words(working: tuple[Opened, Running], qtbot: QtBot) -> None:
    opened, _ = working
    opened.touch("Put in 100 yuan")
    qtbot.waitUntil(lambda: opened.model.view().detail.startswith("Not taken in"), timeout=LIMIT_MS)


def test_the_window_finds_the_simulators_again_after_they_were_killed(
    qapp: QGuiApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    with simulators(tmp_path) as running:
        host, _, port = running.ready["control"].rpartition(":")
        opened = Opened((host, int(port)), Language.ZH)
        opened.client.start()
        qtbot.waitUntil(lambda: opened.model.view().connected, timeout=LIMIT_MS)
        running.kill()
        qtbot.waitUntil(lambda: not opened.model.view().connected, timeout=LIMIT_MS)
    with simulators(tmp_path, "--control", f"{host}:{port}"):
        qtbot.waitUntil(lambda: opened.model.view().connected, timeout=LIMIT_MS)
        opened.close()


@pytest.mark.parametrize("language", list(Language))
def test_no_words_are_cut_in_any_state(alone: Callable[[Language], Opened], language: Language) -> None:
    opened = alone(language)
    cut = []
    for look, state in EVERY_LOOK.items():
        opened.client.stateChanged.emit(state)
        QGuiApplication.processEvents()
        for item in opened.items():
            if item.inherits("QQuickText") and item.isVisible() and item.property("text"):
                wide = item.property("contentWidth") > item.width() + 1
                high = item.property("contentHeight") > max(item.height(), 1) + 1
                if wide or high or item.property("truncated"):
                    cut.append(f"{look}: {item.property('text')}")
    assert cut == []


@pytest.mark.parametrize("language", list(Language))
def test_keys_lie_in_the_window_without_overlap_and_at_most_one_is_lit(
    alone: Callable[[Language], Opened], language: Language
) -> None:
    opened = alone(language)
    for state in EVERY_LOOK.values():
        opened.client.stateChanged.emit(state)
        QGuiApplication.processEvents()
        keys = opened.touchable()
        places = [key.mapRectToScene(key.boundingRect()) for key in keys]
        assert all(
            p.left() >= 0 and p.right() <= 460.5 and p.top() >= 0 and p.bottom() <= 960.5 for p in places
        )
        overlaps = [
            (a, b) for n, a in enumerate(places) for b in places[:n] if a.adjusted(1, 1, -1, -1).intersects(b)
        ]
        assert overlaps == []
        assert sum(bool(key.property("lit")) for key in keys) <= 1


def test_every_key_has_a_name_a_role_and_the_focus_by_tab(alone: Callable[[Language], Opened]) -> None:
    opened = alone(Language.EN)
    opened.client.stateChanged.emit(EVERY_LOOK["lit"])
    QGuiApplication.processEvents()
    for key in opened.touchable():
        told = QAccessible.queryAccessibleInterface(key)
        assert told.text(QAccessible.Text.Name)
        assert told.role() == QAccessible.Role.Button
    focused = set()
    for _ in range(40):
        QTest.keyClick(opened.window, Qt.Key.Key_Tab)
        item = opened.window.activeFocusItem()
        focused.add(item.property("text") if item else None)
    reachable = {
        key.property("text")
        for key in opened.touchable()
        if key.isEnabled() and key.property("text") != "No slip yet"
    }
    assert reachable <= focused


def test_the_language_changes_at_a_touch_and_back(alone: Callable[[Language], Opened]) -> None:
    opened = alone(Language.ZH)
    opened.client.stateChanged.emit(EVERY_LOOK["lit"])
    opened.touch("English")
    assert opened.key("Put in 100 yuan")
    assert opened.model.view().title == "The slot is lit"
    opened.touch("中文")
    assert opened.key("放 100 元")


def test_the_last_slip_opens_large_and_closes_with_escape(alone: Callable[[Language], Opened]) -> None:
    opened = alone(Language.EN)
    opened.client.stateChanged.emit(EVERY_LOOK["paper out"])
    opened.touch("Slip 1")
    assert opened.key("Close").hasActiveFocus()
    QTest.keyClick(opened.window, Qt.Key.Key_Escape)
    assert [key for key in opened.touchable() if key.property("text") == "Close"] == []


def test_a_smaller_window_shows_everything_smaller(alone: Callable[[Language], Opened]) -> None:
    opened = alone(Language.ZH)
    opened.window.resize(345, 720)
    QGuiApplication.processEvents()
    key = opened.key("放 100 元")
    assert key.mapRectToScene(key.boundingRect()).width() < 0.8 * key.width()


def test_the_colours_are_those_of_the_design() -> None:
    day: dict[str, str] = json.loads(TOKENS.read_text())["colour"]["day"]
    ours: dict[str, str] = dict(
        re.findall(r'color (\w+): "(#\w{6})"', (HERE / "Bench" / "Theme.qml").read_text())
    )
    renamed = {"counterInk": "onCounter", "counterInk2": "onCounter2", "lampInk": "onLamp"}
    own = {"cash5", "cash1"}  # the design has no colour for small notes
    assert {name: value for name, value in ours.items() if name not in own} == {
        name: day[renamed.get(name, name)] for name in ours if name not in own
    }


def test_qmllint_has_nothing_to_say(tmp_path: Path) -> None:
    def tool(name: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        command = [str(SCRIPTS / name), *map(str, arguments)]
        return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)

    models = tmp_path / "Bench" / "Models"
    models.mkdir(parents=True)
    described = models / "model.json"
    assert tool("pyside6-metaobjectdump", "-o", described, HERE / "model.py").returncode == 0
    types = ("--generate-qmltypes", models / "models.qmltypes", "-o", models / "unused.cpp")
    made = tool(
        "pyside6-qmltyperegistrar", *types, "--import-name", "Bench.Models", "--major-version", "1", described
    )
    assert made.returncode == 0, made.stderr
    (models / "qmldir").write_text("module Bench.Models\ntypeinfo models.qmltypes\n")
    files = sorted(path for path in (HERE / "Bench").glob("*.qml") if path.name != "Theme.qml")
    found = tool("pyside6-qmllint", "-I", tmp_path, "-I", HERE, "--max-warnings", "0", *files)
    assert found.returncode == 0, found.stdout + found.stderr


def test_the_window_is_made_for_a_desk_beside_the_kiosk(alone: Callable[[Language], Opened]) -> None:
    window: QQuickWindow = alone(Language.ZH).window
    assert isinstance(window, QObject)
    assert (window.width(), window.height()) == (460, 960)
