"""Icons and codes are drawn, in the theme's colours and so that a phone can read them."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from hall.contract import Receipt
from kiosk.ui.codes import MODULE_PX_MIN, QUIET_MODULES, QrProvider, modules_of, qr_image
from kiosk.ui.icons import ICONS, IconProvider, svg

UI = Path(__file__).resolve().parents[3] / "kiosk" / "ui"
RECEIPT = Receipt(
    n="001-20261125-042",
    p=UUID("7c9d0d7e-6d0c-4a8e-9a53-2f2a5b1f9d10"),
    k="HY-WY-02",
    a=("3304127786",),
    s=44_000,
    c="CNY",
    t=datetime(2026, 11, 25, 1, 46, 0, 123_456, tzinfo=UTC),
).token(bytes(range(64)))
NAME = re.compile(r'"(?:filled/)?[a-z]+(?:-[a-z]+)*"')


def colours(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


def test_an_icon_is_drawn_in_the_colour_that_is_asked_for() -> None:
    image = IconProvider().requestImage("home/8f1019/1.75", QSize(), QSize(96, 96))
    assert image.size() == QSize(96, 96)
    assert colours(image) == {"#8f1019"}


def test_a_filled_icon_comes_from_its_own_folder() -> None:
    image = IconProvider().requestImage("filled/circle-check/07543a/0", QSize(), QSize(48, 48))
    assert "#07543a" in colours(image)


def test_an_icon_that_is_not_bundled_is_no_picture() -> None:
    assert IconProvider().requestImage("no-such-icon/000000/2", QSize(), QSize(48, 48)).isNull()


def test_the_stroke_is_the_one_that_is_asked_for() -> None:
    assert b'stroke-width="1.4"' in svg(ICONS, "cash/000000/1.4")


def test_only_icons_that_a_page_uses_are_bundled() -> None:
    texts = [path.read_text(encoding="utf-8") for kind in ("*.qml", "*.py") for path in UI.rglob(kind)]
    used = {name.strip('"') for text in texts for name in NAME.findall(text)}
    bundled = {path.relative_to(ICONS).with_suffix("").as_posix() for path in ICONS.rglob("*.svg")}
    assert {name.removeprefix("outline/") for name in bundled} - used == set()


def test_the_icons_keep_their_licence() -> None:
    assert "MIT License" in (ICONS / "LICENSE").read_text(encoding="utf-8")


@pytest.mark.parametrize("text", ["https://hall.example/r/417862", RECEIPT])
def test_a_code_has_whole_pixels_and_its_quiet_zone(text: str) -> None:
    image = qr_image(text, 280)
    modules = modules_of(text)
    module = (image.width() - 2) // (len(modules) + 2 * QUIET_MODULES) or 1
    margin = next(
        x
        for x in range(image.width())
        if image.pixelColor(x, image.height() // 8) == QColor("black") or x > 60
    )
    assert module >= MODULE_PX_MIN
    assert margin >= QUIET_MODULES * MODULE_PX_MIN
    assert colours(image) == {"#000000", "#ffffff"}


def test_a_whole_receipt_is_read_at_four_pixels_a_module_on_the_last_page() -> None:
    assert 280 // (len(modules_of(RECEIPT)) + 2 * QUIET_MODULES) >= 4


@settings(max_examples=25, deadline=None)
@given(st.text(min_size=1, max_size=400))
def test_any_text_becomes_a_code_through_its_address(text: str) -> None:
    image = QrProvider().requestImage(quote(text, safe=""), QSize(), QSize(280, 280))
    assert image == qr_image(text, 280)
