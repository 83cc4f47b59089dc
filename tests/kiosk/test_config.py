"""The kiosk's settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.config import Settings, SettingsError, WindowSize, read_settings
from kiosk.session.limits import Limits
from kiosk.session.state import Language

FILE = """
hall_url = "https://hall.example"
state_dir = "/var/lib/brighthall"
window = "fullscreen"
locale = "en"

[timeouts]
silence = 45
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "kiosk.toml"
    path.write_text(FILE)
    return path


def test_without_a_file_everything_has_a_value() -> None:
    assert read_settings(None, {}) == Settings()
    assert Settings().limits == Limits()


def test_the_file_is_read(file: Path) -> None:
    settings = read_settings(file, {"PATH": "/bin"})
    assert settings.hall_url == "https://hall.example"
    assert settings.window == WindowSize(None)
    assert settings.locale is Language.ENGLISH
    assert settings.limits == Limits(silence=45)


def test_the_environment_has_the_last_word(file: Path) -> None:
    said = {
        "KIOSK_HALL_URL": "http://127.0.0.1:1",
        "KIOSK_WINDOW": "540x960",
        "KIOSK_TIMEOUTS_SILENCE": "7.5",
    }
    settings = read_settings(file, said)
    assert settings.hall_url == "http://127.0.0.1:1"
    assert settings.window == WindowSize((540, 960))
    assert settings.limits.silence == 7.5


@pytest.mark.parametrize(
    ("name", "value", "named"),
    [
        ("KIOSK_HAL_URL", "x", "hal_url"),
        ("KIOSK_WINDOW", "large", "window"),
        ("KIOSK_WINDOW", "0x10", "window"),
        ("KIOSK_LOCALE", "fr", "locale"),
        ("KIOSK_TIMEOUTS_SILENCE", "0", "timeouts.silence"),
        ("KIOSK_TIMEOUTS_SILENT", "9", "silent"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(name: str, value: str, named: str) -> None:
    with pytest.raises(SettingsError, match=named):
        read_settings(None, {name: value})


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"missing\.toml"):
        read_settings(tmp_path / "missing.toml", {})
    broken = tmp_path / "broken.toml"
    broken.write_text("hall_url =")
    with pytest.raises(SettingsError, match=r"broken\.toml"):
        read_settings(broken, {})
