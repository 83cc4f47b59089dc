"""The kiosk's settings: a TOML file, and over it the environment (`KIOSK_HALL_URL`, `KIOSK_TIMEOUTS_SILENCE`, …).

hall_url = "https://hall.example"
devices_url = "ws://127.0.0.1:5846/xfs4iot/v1.0"
state_dir = "/var/lib/brighthall"     # journal, key, identity
window = "fullscreen"                 # or a size, "1080x1920"; the page is scaled to fit
locale = "zh_CN"                      # the language of home; or "en"
enrol_code = "…"                      # used once, when there is no identity yet

[timeouts]                            # seconds, see `kiosk/session/limits.py`
silence = 60
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, field_validator

from kiosk.session.limits import Limits
from kiosk.session.state import Language

PREFIX = "KIOSK_"
TIMEOUTS_PREFIX = "TIMEOUTS_"
FULLSCREEN = "fullscreen"


class SettingsError(Exception):
    """A setting can't be used; the message names it and says why."""


@dataclass(frozen=True, slots=True)
class WindowSize:
    """The window in px of the screen; None: the whole screen."""

    size: tuple[int, int] | None = (1080, 1920)


def window_size(text: str) -> WindowSize:
    """Read "1080x1920" or "fullscreen"; raises ValueError."""
    if text == FULLSCREEN:
        return WindowSize(None)
    width, height = (int(part) for part in text.split("x"))
    if min(width, height) <= 0:
        raise ValueError("a window is at least one px wide and high")
    return WindowSize((width, height))


class Settings(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    hall_url: str = "http://127.0.0.1:8080"
    devices_url: str = "ws://127.0.0.1:5846/xfs4iot/v1.0"
    state_dir: Path = Path("kiosk-state")
    window: Annotated[WindowSize, BeforeValidator(window_size)] = WindowSize()
    locale: Language = Language.CHINESE
    enrol_code: str | None = None
    timeouts: dict[str, Annotated[float, Field(gt=0)]] = Field(default_factory=dict)

    @field_validator("timeouts")
    @classmethod
    def _known(cls, timeouts: dict[str, float]) -> dict[str, float]:
        if unknown := set(timeouts) - {field.name for field in fields(Limits)}:
            raise ValueError(f"there is no time-out {sorted(unknown)}")
        return timeouts

    @property
    def limits(self) -> Limits:
        return Limits(**self.timeouts)


def read_settings(file: Path | None, environment: Mapping[str, str]) -> Settings:
    """Read the file, if there is one, and what the environment says over it; raises SettingsError."""
    try:
        said: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8")) if file else {}
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{file}: {error}") from error
    for name, value in _of_the_kiosk(environment):
        if name.startswith(TIMEOUTS_PREFIX.lower()):
            said.setdefault("timeouts", {})[name.removeprefix(TIMEOUTS_PREFIX.lower())] = value
        else:
            said[name] = value
    try:
        return Settings.model_validate(said)
    except ValidationError as error:
        first = error.errors()[0]
        raise SettingsError(f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from error


def _of_the_kiosk(environment: Mapping[str, str]) -> list[tuple[str, str]]:
    return [
        (name.removeprefix(PREFIX).lower(), value)
        for name, value in environment.items()
        if name.startswith(PREFIX)
    ]
