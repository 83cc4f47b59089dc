"""A printer model as data: one TOML file in `profiles/` for each."""

from __future__ import annotations

import tomllib
from enum import StrEnum
from importlib.resources import files
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from devices.printer.charset import Encoding


class Cut(StrEnum):
    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"  # a tear-off bar


class CodeDrawing(StrEnum):
    """Who draws a QR code: the printer (GS ( k) or we."""

    NATIVE = "native"
    PICTURE = "picture"


Dots = Annotated[int, Field(ge=0, le=255)]
Hex = Annotated[bytes, BeforeValidator(bytes.fromhex)]


class Profile(BaseModel):
    """What the encoder and the dialogue have to know of a model. Dots are of the print head, 8 to the millimetre."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    columns: int = Field(ge=16, le=80)
    """ASCII characters of font A on a line; a Chinese character takes two."""
    dots: int = Field(ge=192, le=1024, multiple_of=8)
    encoding: Encoding
    setup: Hex
    """Sent after ESC @: Chinese mode on, or whatever makes the model read `encoding`."""
    line_dots: Dots
    """From one line to the next (a character is 24 high)."""
    feed_dots: Dots
    """White below the last line; without a knife, the way to the tear-off bar as well."""
    cut: Cut
    code: CodeDrawing
    doubles_hanzi: bool
    """Chinese grows only by FS W; GS ! reaches ASCII alone."""
    status_queries: tuple[Annotated[int, Field(ge=1, le=4)], ...]
    """The DLE EOT numbers that the model answers."""

    @property
    def dots_a_column(self) -> int:
        return self.dots // self.columns


def known_profiles() -> list[str]:
    return sorted(
        entry.name.removesuffix(".toml") for entry in _FOLDER.iterdir() if entry.name.endswith(".toml")
    )


def load_profile(name: str) -> Profile:
    """The profile of that name; ValueError names those there are."""
    if name not in known_profiles():
        raise ValueError(f"no printer profile {name!r}; there are {', '.join(known_profiles())}")
    text = (_FOLDER / f"{name}.toml").read_text(encoding="utf-8")
    return Profile.model_validate({"name": name, **tomllib.loads(text)})


_FOLDER = files("devices.printer") / "profiles"
