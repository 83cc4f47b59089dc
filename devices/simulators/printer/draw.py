"""Draws a slip as a picture of thermal paper: dark dots on warm white, a sawn edge where it was cut."""

from __future__ import annotations

from pathlib import Path
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

from devices.simulators.printer.paper import Bitmap, Cell, Feed, PictureRow, TextRow, length_of
from devices.simulators.printer.unit import Slip

_PAPER, _INK, _DESK = (250, 248, 241), (38, 38, 44), (0, 0, 0, 0)
_MARGIN_DOTS = {576: 32, 384: 24}  # 80 and 58 mm rolls are a little wider than what is printed on them
_TOOTH_DOTS = 8
_GLYPH = 0.86  # of the box's height: Chinese printers leave a gap between lines in the character itself
_STROKES = {"─": 2, "━": 4}
"""Characters that join into one line, and how thick it is."""


class Artist:
    """Has the typefaces; draws any slip of one printer."""

    def __init__(self, regular: Path, bold: Path, dots: int) -> None:
        self._files = {False: regular, True: bold}
        self._fonts: dict[tuple[int, bool], ImageFont.FreeTypeFont] = {}
        self._dots = dots
        self._margin = _MARGIN_DOTS.get(dots, 32)

    def draw(self, slip: Slip) -> Image.Image:
        height = length_of(slip.rows)
        dots = Image.new("L", (self._dots, height))
        top = 0
        for row in slip.rows:
            match row:
                case TextRow():
                    self._text(dots, row, top)
                case PictureRow(picture, x):
                    dots.paste(_image(picture), (x, top))
                case Feed():
                    pass
            top += row.height
        return self._on_paper(dots, torn=slip.torn)

    def _text(self, dots: Image.Image, row: TextRow, top: int) -> None:
        x, bottom = row.x, top + max(cell.height for cell in row.cells)
        for cell in row.cells:
            match cell:
                case Bitmap():
                    dots.paste(_image(cell), (x, bottom - cell.height))
                case Cell():
                    dots.paste(self._glyph(cell), (x, bottom - cell.height))
            x += cell.width

    def _glyph(self, cell: Cell) -> Image.Image:
        box = Image.new("L", (cell.width, cell.height))
        if cell.char in _STROKES:
            middle = cell.height // 2
            ImageDraw.Draw(box).rectangle((0, middle, cell.width, middle + _STROKES[cell.char] - 1), fill=255)
        elif cell.char.strip():
            box = self._drawn(cell)
        if cell.underlined:
            ImageDraw.Draw(box).rectangle((0, cell.height - 2, cell.width, cell.height), fill=255)
        return ImageChops.invert(box) if cell.reversed else box

    def _drawn(self, cell: Cell) -> Image.Image:
        """The character fitted into its box: set high, then pressed to the box's width."""
        font = self._font(round(cell.height * _GLYPH), bold=cell.bold)
        left, _, right, _ = font.getbbox(cell.char)
        width = max(1, round(right - left))
        drawn = Image.new("L", (width, cell.height))
        baseline = round(cell.height * 0.82)
        ImageDraw.Draw(drawn).text((-left, baseline), cell.char, fill=255, font=font, anchor="ls")
        room = cell.width - 1
        if width > room:
            drawn = drawn.resize((room, cell.height), Image.Resampling.LANCZOS)
        box = Image.new("L", (cell.width, cell.height))
        box.paste(drawn, ((cell.width - drawn.width) // 2, 0))
        return box

    def _font(self, size: int, *, bold: bool) -> ImageFont.FreeTypeFont:
        key = (size, bold)
        if key not in self._fonts:
            self._fonts[key] = ImageFont.truetype(self._files[bold], size)
        return self._fonts[key]

    def _on_paper(self, dots: Image.Image, *, torn: bool) -> Image.Image:
        size = (dots.width + 2 * self._margin, dots.height + 2 * _TOOTH_DOTS)
        ink = Image.new("L", size)
        ink.paste(dots, (self._margin, _TOOTH_DOTS))
        burnt = ink.filter(ImageFilter.GaussianBlur(0.6))  # heat spreads a little in the paper
        paper = Image.composite(Image.new("RGB", size, _INK), Image.new("RGB", size, _PAPER), burnt)
        paper.putalpha(_edges(size, torn=torn))
        return paper


def _image(picture: Bitmap) -> Image.Image:
    data = picture.data.ljust(picture.stride * picture.height, b"\0")
    return Image.frombytes("1", (picture.width, picture.height), data).convert("L")


def _edges(size: tuple[int, int], *, torn: bool) -> Image.Image:
    """Small even teeth where the knife went through, an uneven edge where the paper was torn."""
    width, height = size
    mask = Image.new("L", size, 255)
    draw = ImageDraw.Draw(mask)
    for x in range(0, width, 2 * _TOOTH_DOTS):
        draw.polygon([(x, 0), (x + 2 * _TOOTH_DOTS, 0), (x + _TOOTH_DOTS, _TOOTH_DOTS // 2)], fill=0)
        if not torn:
            foot = height - 1
            draw.polygon(
                [(x, foot), (x + 2 * _TOOTH_DOTS, foot), (x + _TOOTH_DOTS, foot - _TOOTH_DOTS // 2)], fill=0
            )
    if torn:
        rough = Random(width)  # noqa: S311 (the shape of a torn edge)
        edge = [(x, height - rough.randint(1, 2 * _TOOTH_DOTS)) for x in range(0, width + 7, 7)]
        draw.polygon([*edge, (width, height), (0, height)], fill=0)
    return mask
