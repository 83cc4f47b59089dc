"""Where the typeface is that pictures on a slip are drawn with."""

from __future__ import annotations

import os
from pathlib import Path

_TYPEFACE = "node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf"


def default_font() -> Path:
    """Noto Sans SC of the repository's assets, or of the folder that BRIGHTHALL_ASSETS names.

    Raises FileNotFoundError with what to do.
    """
    assets = Path(os.environ.get("BRIGHTHALL_ASSETS") or Path(__file__).resolve().parents[2] / "assets")
    font = assets / _TYPEFACE
    if not font.is_file():
        raise FileNotFoundError(f"{font}: no typeface there; name one as `font`, or `make demo` sets it up")
    return font
