"""Lines of a slip drawn as pictures, for what a printer has no glyphs for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from devices.printer.code import SizedCode
from devices.printer.layout import Align, Line, Rule, Run, Spread
from devices.printer.profile import Profile

STRIP_ROWS = 48  # a picture goes out in pieces of this height: what is not yet sent can still be dropped

_CELL = 24  # dots from the top to the bottom of a printer's own character
_FACE = 22  # the type size in it: leaves a printer's usual air between characters
_INK_BELOW = 140  # of 255: a thermal head knows black and white only


class Painter:
    """Draws at the width of a roll with one font; white is 255."""

    def __init__(self, profile: Profile, font: Path) -> None:
        self._profile = profile
        self._path = font
        self._sizes: dict[int, ImageFont.FreeTypeFont] = {}

    def line(self, line: Line | Spread | Rule) -> Image.Image:
        """One line, as high as the printer's own with its air above."""
        image = self._blank(self._height(line))
        draw = ImageDraw.Draw(image)
        match line:
            case Line(run, align):
                self._write(draw, run, align, image.width)
            case Spread(label, value):
                free = self._profile.columns - label.columns - value.columns
                half = (free // 2) * self._profile.dots_a_column
                self._write(draw, label, Align.LEFT, label.columns * self._profile.dots_a_column + half)
                self._write(draw, value, Align.RIGHT, value.columns * self._profile.dots_a_column + half)
            case Rule():
                middle = image.height // 2
                draw.line((0, middle, image.width, middle), fill=0, width=2)
        return image.point(lambda level: 0 if level < _INK_BELOW else 255).convert("1")

    def code(self, code: SizedCode) -> Image.Image:
        """A QR code in the middle of the roll."""
        matrix = code.modules()
        small = Image.new("1", (len(matrix), len(matrix)), 1)
        small.putdata([not dark for row in matrix for dark in row])
        square = small.resize((code.side_dots, code.side_dots), Image.Resampling.NEAREST)
        image = self._blank(code.side_dots).convert("1")
        image.paste(square, ((image.width - code.side_dots) // 2, 0))
        return image

    def _blank(self, height: int) -> Image.Image:
        return Image.new("L", (self._profile.dots, height), 255)

    def _height(self, line: Line | Spread | Rule) -> int:
        match line:
            case Line(run):
                scale = run.scale
            case Spread(label, value):
                scale = max(label.scale, value.scale)
            case Rule():
                scale = 1
        return self._profile.line_dots + _CELL * (scale - 1)

    def _write(self, draw: ImageDraw.ImageDraw, run: Run, align: Align, room: int) -> None:
        """Write at the bottom of the picture, so that large and small share a base line."""
        anchor, x = {
            Align.LEFT: ("ls", 0.0),
            Align.CENTRE: ("ms", self._profile.dots / 2),
            Align.RIGHT: ("rs", float(self._profile.dots)),
        }[align]
        _, height = draw.im.size
        font = self._fitting(run, room)
        for shift in range(1 + run.bold):  # bold is struck twice, a dot apart, as printers do it
            left = x - shift if align is Align.RIGHT else x + shift
            draw.text((left, height - 4 * run.scale), run.text, 0, font, anchor=anchor)

    def _fitting(self, run: Run, room: int) -> ImageFont.FreeTypeFont:
        """The font at the run's size, or smaller where its letters are wider than the columns counted for them."""
        size = _FACE * run.scale
        while size > 1 and self._font(size).getlength(run.text) > room:
            size -= 1
        return self._font(size)

    def _font(self, size: int) -> ImageFont.FreeTypeFont:
        if size not in self._sizes:
            self._sizes[size] = ImageFont.truetype(self._path, size)
        return self._sizes[size]


def strips(image: Image.Image) -> Iterator[Image.Image]:
    """The picture in pieces of STRIP_ROWS rows, top first."""
    for top in range(0, image.height, STRIP_ROWS):
        yield image.crop((0, top, image.width, min(top + STRIP_ROWS, image.height)))
