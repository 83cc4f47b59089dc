"""The two typefaces: Barlow for Latin letters and numbers, Noto Sans SC for Chinese."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from kiosk.assets import ASSETS

PACKAGES = ASSETS / "node_modules" / "@expo-google-fonts"
FILES = (
    *(f"barlow/{w}/Barlow_{w}.ttf" for w in ("400Regular", "500Medium", "600SemiBold", "700Bold")),
    *(f"noto-sans-sc/{w}/NotoSansSC_{w}.ttf" for w in ("400Regular", "500Medium", "700Bold")),
)
FAMILIES = ("Barlow", "Noto Sans SC")


class FontMissingError(Exception):
    """A typeface could not be loaded; the message names the file."""


def use_fonts(application: QGuiApplication, folder: Path = PACKAGES) -> None:
    """Load the typefaces and make them the application's: Chinese then falls back to Noto wherever Barlow is set."""
    for file in FILES:
        if QFontDatabase.addApplicationFont(str(folder / file)) < 0:
            raise FontMissingError(str(folder / file))
    font = QFont()
    font.setFamilies(list(FAMILIES))
    application.setFont(font)
