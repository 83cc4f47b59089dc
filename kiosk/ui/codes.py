"""Codes to scan: `image://qr/<percent-encoded text>`."""

from __future__ import annotations

from urllib.parse import unquote

import qrcode
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider
from qrcode.constants import ERROR_CORRECT_L, ERROR_CORRECT_M

QUIET_MODULES = 4
LONG_TEXT = 120
MODULE_PX_MIN = 2
DEFAULT_SIDE_PX = 264


class QrProvider(QQuickImageProvider):
    """Draws each module on whole pixels, with the quiet zone that ISO/IEC 18004 asks for."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, key: str, size: QSize, requested: QSize) -> QImage:
        image = qr_image(unquote(key), requested.width() if requested.width() > 0 else DEFAULT_SIDE_PX)
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image


def qr_image(text: str, side: int) -> QImage:
    """A code of `side` px; larger where modules would otherwise be under two pixels, the least that a phone reads."""
    modules = modules_of(text)
    module = max(MODULE_PX_MIN, side // (len(modules) + 2 * QUIET_MODULES))
    side = max(side, module * (len(modules) + 2 * QUIET_MODULES))
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    margin = (side - module * len(modules)) // 2
    painter = QPainter(image)
    for y, row in enumerate(modules):
        for x, dark in enumerate(row):
            if dark:
                painter.fillRect(
                    QRect(margin + x * module, margin + y * module, module, module),
                    QColor(Qt.GlobalColor.black),
                )
    painter.end()
    return image


def modules_of(text: str) -> list[list[bool]]:
    """Short texts bear a scratched screen (level M); long ones are kept coarse enough for a phone (level L)."""
    level = ERROR_CORRECT_M if len(text) <= LONG_TEXT else ERROR_CORRECT_L
    code = qrcode.QRCode(error_correction=level, border=0)
    code.add_data(text)
    code.make(fit=True)
    return [[bool(dark) for dark in row] for row in code.get_matrix()]
