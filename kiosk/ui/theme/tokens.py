"""The numbers of the design system, read from `assets/design/tokens.json`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from kiosk.assets import ASSETS

TOKENS = ASSETS / "design" / "tokens.json"
MODES = ("day", "night", "contrast")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours as `#RRGGBB` by mode and name; type roles as (size, line) in px; the rest in px, ms or degrees."""

    colour: dict[str, dict[str, str]]
    type: dict[str, tuple[int, int]]
    type_elder: dict[str, tuple[int, int]]
    space: dict[str, int]
    radius: dict[str, int]
    stroke: dict[str, int]
    touch: dict[str, int]
    motion: dict[str, int]
    slant: int


def read_tokens(path: Path = TOKENS) -> Tokens:
    raw = json.loads(path.read_text(encoding="utf-8"))
    return Tokens(
        colour=raw["colour"],
        type={role: (size, line) for role, (size, line) in raw["type"].items()},
        type_elder={role: (size, line) for role, (size, line) in raw["typeElder"].items()},
        space=raw["space"],
        radius=raw["radius"],
        stroke=raw["stroke"],
        touch=raw["touch"],
        motion=raw["motion"],
        slant=raw["slant"],
    )
