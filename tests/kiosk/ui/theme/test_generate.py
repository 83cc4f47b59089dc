"""Theme.qml is the tokens and nothing else."""

from __future__ import annotations

from kiosk.ui.theme.generate import THEME, theme_qml
from kiosk.ui.theme.tokens import read_tokens


def test_the_theme_is_as_the_tokens_say() -> None:
    assert THEME.read_text(encoding="utf-8") == theme_qml(read_tokens())
