"""Where the typefaces are: the repository's assets, or the folder that BRIGHTHALL_ASSETS names."""

from __future__ import annotations

import os
from pathlib import Path

_FONTS = "node_modules/@expo-google-fonts"


def assets() -> Path:
    return Path(os.environ.get("BRIGHTHALL_ASSETS") or Path(__file__).resolve().parents[2] / "assets")


def font(family: str, style: str) -> Path:
    """`font("noto-sans-sc", "400Regular")`; raises FileNotFoundError with what to do."""
    folder = assets() / _FONTS / family / style
    found = next(folder.glob("*.ttf"), None)
    if found is None:
        raise FileNotFoundError(f"{folder}: no typeface there; `make demo` or `make test` sets it up")
    return found
