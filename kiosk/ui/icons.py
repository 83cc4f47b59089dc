"""Icons by name and colour: `image://icon/receipt-yuan/0b2b31/1.75`, `image://icon/filled/circle-check/07543a/0`."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

from kiosk.assets import ASSETS

ICONS = ASSETS / "icons"
DEFAULT_SIZE_PX = 48
TABLER_STROKE = 'stroke-width="2"'


class IconProvider(QQuickImageProvider):
    """Draws the bundled SVGs in a colour of the theme: they say `currentColor`, which Qt reads as black."""

    def __init__(self, folder: Path = ICONS) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._folder = folder

    def requestImage(self, key: str, size: QSize, requested: QSize) -> QImage:
        """Draw one icon in the size that the item asks for; for one that is not bundled Qt warns by its address."""
        try:
            picture = QSvgRenderer(QByteArray(svg(self._folder, key)))
        except FileNotFoundError:
            return QImage()
        side = requested.width() if requested.width() > 0 else DEFAULT_SIZE_PX
        size.setWidth(side)
        size.setHeight(side)
        image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        picture.render(painter)
        painter.end()
        return image


@lru_cache(maxsize=256)
def svg(folder: Path, key: str) -> bytes:
    """The SVG of `[filled/]name/RRGGBB/stroke`; raises FileNotFoundError for an icon that is not bundled."""
    *path, colour, stroke = key.split("/")
    kind, name = path if len(path) == 2 else ("outline", *path)
    text = (folder / kind / f"{name}.svg").read_text(encoding="utf-8")
    return (
        text.replace("currentColor", f"#{colour}").replace(TABLER_STROKE, f'stroke-width="{stroke}"').encode()
    )
