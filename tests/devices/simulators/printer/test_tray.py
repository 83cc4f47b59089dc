from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from devices.simulators.assets import font
from devices.simulators.printer.draw import Artist
from devices.simulators.printer.paper import Bitmap, Cell, Feed, PictureRow, Row, TextRow
from devices.simulators.printer.tray import Tray
from devices.simulators.printer.unit import Slip


@pytest.fixture(scope="module")
def artist() -> Artist:
    return Artist(font("noto-sans-sc", "500Medium"), font("noto-sans-sc", "700Bold"), 384)


def dark(picture: Image.Image, box: tuple[int, int, int, int]) -> int:
    """How many dots are burnt in a part of the picture."""
    return sum(value < 128 for value in picture.convert("L").crop(box).tobytes())


def line(text: str, width: int = 24) -> TextRow:
    return TextRow(tuple(Cell(char, width, 24) for char in text), 0, 30)


def test_a_slip_is_as_wide_as_its_roll_and_as_high_as_its_rows(artist: Artist) -> None:
    picture = artist.draw(Slip((line("电费"), Feed(70))))
    assert picture.size == (384 + 2 * 24, 100 + 16)


def test_every_character_leaves_ink_within_its_own_box(artist: Artist) -> None:
    text = "电费收据￥。，WMil0@"
    picture = artist.draw(Slip((line(text),)))
    for place, _ in enumerate(text):
        left = 24 + 24 * place
        assert dark(picture, (left, 8, left + 24, 38)) > 5
    assert dark(picture, (24 + 24 * len(text), 8, 384, 38)) == 0


def test_wide_latin_letters_are_pressed_into_their_narrow_box(artist: Artist) -> None:
    picture = artist.draw(Slip((line("W", 12),)))
    assert dark(picture, (24, 8, 36, 38)) > 20
    assert dark(picture, (38, 8, 60, 38)) == 0


def test_a_picture_stands_dot_by_dot(artist: Artist) -> None:
    rows: tuple[Row, ...] = (PictureRow(Bitmap(16, 16, b"\xff\x00" * 16), 8),)
    picture = artist.draw(Slip(rows))
    assert dark(picture, (32, 8, 40, 24)) == 8 * 16
    assert dark(picture, (42, 8, 200, 24)) == 0


def test_underlined_and_reversed_characters_are_darker(artist: Artist) -> None:
    def ink(**how: bool) -> int:
        return dark(artist.draw(Slip((TextRow((Cell("电", 24, 24, **how),), 0, 24),))), (24, 8, 48, 32))

    assert ink() < ink(underlined=True) < ink(reversed=True)
    assert ink() < ink(bold=True)


def test_slips_and_scraps_fall_on_two_piles_with_their_text_beside(tmp_path: Path, artist: Artist) -> None:
    tray = Tray(tmp_path, artist)
    for torn in (False, True, False):
        tray.catch(Slip((line("电费"),), torn=torn))
    assert [path.name for path in tray.slips] == ["slip-0001.png", "slip-0002.png"]
    assert [path.name for path in tray.scraps] == ["scrap-0001.png"]
    assert (tmp_path / "slip-0002.txt").read_text() == "电费\n"
    assert Tray(tmp_path, artist).slips == tray.slips
