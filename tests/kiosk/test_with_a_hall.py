"""The kiosk beside a real hall: enrolment, the doctor, and a look-up from the window."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kiosk.__main__ import main
from kiosk.app import build
from kiosk.config import Settings, read_settings
from kiosk.demo.hand import Hand
from kiosk.doctor import Level, examine, report
from kiosk.enrolment import enrol, identify
from kiosk.identity import NotEnrolledError
from tests.system import command, hall

ACCOUNT = "3304127786"


@dataclass(frozen=True, slots=True)
class Centre:
    url: str
    database: Path

    def code(self, name: str) -> str:
        """A new kiosk's one-time code."""
        place = ("--town", "武原街道", "--site", "海盐塘路网点", "--site-en", "Haiyantang Road")
        added = command(
            "hall", "kiosk", "add", name, *place, "--json", "--database", f"sqlite:///{self.database}"
        )
        code: str = json.loads(added)["code"]
        return code


@pytest.fixture(scope="module")
def centre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Centre]:
    folder = tmp_path_factory.mktemp("hall")
    database = folder / "hall.sqlite"
    command(
        "hall", "seed", "--database", f"sqlite:///{database}", "--accounts", "40", "--as-of", "2026-11-25"
    )
    with hall(database, folder) as process:
        yield Centre(process.ready["listening"], database)


@pytest.fixture
def nobody() -> str:
    """An address at which nothing listens."""
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{unused.getsockname()[1]}"


@pytest.fixture(scope="module")
def enrolled(centre: Centre, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The state folder of a kiosk that the hall knows."""
    folder = tmp_path_factory.mktemp("enrolled")
    enrol(folder, centre.url, centre.code("known-1"))
    return folder


def settings_of(hall_url: str, nobody: str, folder: Path, **more: str) -> Settings:
    """A small window, and no device host."""
    devices = nobody.replace("http", "ws") + "/xfs4iot/v1.0"
    said = {"KIOSK_HALL_URL": hall_url, "KIOSK_DEVICES_URL": devices, "KIOSK_STATE_DIR": str(folder)}
    return read_settings(None, said | {"KIOSK_WINDOW": "270x480"} | more)


def test_who_is_enrolled_stays_so_without_the_hall(enrolled: Path, nobody: str) -> None:
    assert identify(enrolled, nobody, None).kiosk.kiosk_id == "known-1"


def test_without_identity_and_code_a_machine_is_no_kiosk(centre: Centre, tmp_path: Path) -> None:
    with pytest.raises(NotEnrolledError):
        identify(tmp_path, centre.url, None)


def test_a_code_survives_a_silent_hall_and_makes_one_kiosk_only(
    centre: Centre,
    nobody: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    code = centre.code("enrol-1")
    monkeypatch.setenv("KIOSK_STATE_DIR", str(tmp_path / "one"))
    monkeypatch.setenv("KIOSK_HALL_URL", nobody)
    assert main(["enrol", "--code", code]) == 1
    assert "does not answer" in capsys.readouterr().err
    monkeypatch.setenv("KIOSK_HALL_URL", centre.url)
    assert main(["enrol", "--code", code]) == 0
    assert "enrol-1" in capsys.readouterr().out
    monkeypatch.setenv("KIOSK_STATE_DIR", str(tmp_path / "two"))
    assert main(["enrol", "--code", code]) == 1
    assert "refused" in capsys.readouterr().err


def test_the_doctor_finds_the_hall_well_and_the_devices_missing(
    centre: Centre, nobody: str, enrolled: Path, qapp: QGuiApplication, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = settings_of(centre.url, nobody, enrolled)
    findings = {finding.subject: finding for finding in examine(settings)}
    well = ("state folder", "fonts", "journal", "enrolment", "hall", "signature")
    assert {subject: findings[subject].level for subject in well} == dict.fromkeys(well, Level.OK)
    for device in ("acceptor", "printer"):
        assert findings[device].level is Level.FAULT
        assert findings[device].to_do
    assert report(list(findings.values()), as_json=True) == 1
    told = json.loads(capsys.readouterr().out)["findings"]
    assert {finding["subject"] for finding in told} == set(findings)


def test_a_new_kiosk_enrols_itself_and_an_account_is_looked_up_from_its_window(
    tmp_path: Path, centre: Centre, nobody: str, qapp: QGuiApplication, qtbot: QtBot
) -> None:
    settings = settings_of(centre.url, nobody, tmp_path, KIOSK_ENROL_CODE=centre.code("window-1"))
    kiosk = build(settings, qapp)
    try:
        kiosk.start()
        kiosk.window.appear(settings.window)
        hand = Hand(kiosk.window.window)
        hand.see("武原街道 海盐塘路网点")
        hand.touch("查电费、缴费")
        hand.type(ACCOUNT)
        hand.touch("查这一户")
        hand.see("陈*芳")
        hand.touch("是，看账单")
        hand.see("433")
        hand.touch("用现金缴")
        hand.see("入钞口")
        assert hand.sees("还没有收您的钱")
    finally:
        began = time.monotonic()
        kiosk.close()
        assert time.monotonic() - began < 6


def test_with_nothing_to_reach_the_kiosk_comes_up_says_so_and_closes(
    tmp_path: Path, nobody: str, qapp: QGuiApplication, qtbot: QtBot
) -> None:
    settings = settings_of(nobody, nobody, tmp_path)
    kiosk = build(settings, qapp)
    try:
        kiosk.start()
        kiosk.window.appear(settings.window)
        hand = Hand(kiosk.window.window)
        hand.see("现在连不上中心")
        hand.touch("查电费、缴费")
        hand.see("线路")
        hand.touch("返回")
        hand.see("可是现在连不上中心")
    finally:
        kiosk.close()
