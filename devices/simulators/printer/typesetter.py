"""Carries out the commands that print: text, pictures, codes and feeds become rows of paper.

It has no sensors and no time; what it does not know it passes over, as printers do.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from devices.simulators.printer.charset import Charset, Decoder
from devices.simulators.printer.paper import Bitmap, Cell, Feed, PictureRow, Row, TextRow, bits_to_bytes
from devices.simulators.printer.stream import Command
from devices.simulators.printer.style import SETTINGS, Align, Style
from devices.simulators.printer.symbol import SymbolStore

_TAB_COLUMNS = 8
_STORE, _PRINT = 112, {2, 50}


@dataclass(frozen=True, slots=True)
class Cut:
    """Cut the paper after feeding it: `past_knife` brings the last line behind the knife first (GS V, function B)."""

    past_knife: bool = False
    feed_dots: int = 0


class Typesetter:
    def __init__(self, dots: int, charset: Charset) -> None:
        self._dots = dots
        self._decoder = Decoder(charset)
        self._symbols = SymbolStore()
        self._graphics: Bitmap | None = None
        self._style = Style()
        self._line: list[Cell | Bitmap] = []

    def obey(self, command: Command) -> list[Row | Cut]:
        """What comes out of the head for one command."""
        if not command.code:
            return self._text(command.data)
        self._decoder.end()
        if setting := SETTINGS.get(command.code):
            self._style = setting(self._style, command.data)
            return []
        act = _ACTS.get(command.code)
        return act(self, command.data) if act else []

    def initialise(self) -> list[Row | Cut]:
        """ESC @: modes back to their defaults, the line that was being set is dropped."""
        self._style = Style()
        self.drop_line()
        return []

    def drop_line(self) -> None:
        self._line = []

    # --- text ---

    @property
    def _area(self) -> int:
        return min(self._style.area_dots or self._dots, self._dots - self._style.left_dots)

    def _text(self, data: bytes) -> list[Row | Cut]:
        rows: list[Row | Cut] = []
        for char, wide in self._decoder.decode(data, self._style):
            width, height = self._style.box(wide=wide)
            cell = Cell(
                char,
                width + self._style.spacing,
                height,
                self._style.bold,
                self._style.underlined,
                self._style.reversed,
            )
            rows += self._place(cell)
        return rows

    def _place(self, cell: Cell | Bitmap) -> list[Row | Cut]:
        rows = self.print_line() if self._line and self._width() + cell.width > self._area else []
        self._line.append(cell)
        return rows

    def _width(self) -> int:
        return sum(cell.width for cell in self._line)

    def tab(self) -> list[Row | Cut]:
        """HT: to the next multiple of eight columns."""
        column = _TAB_COLUMNS * self._style.box(wide=False)[0]
        return self.move_to(self._width() + column - self._width() % column)

    def move_to(self, dots: int) -> list[Row | Cut]:
        """ESC $: set the position in the line; only forwards, as far as the paper reaches."""
        if self._width() < dots <= self._area:
            self._line.append(Cell(" ", dots - self._width(), 1))
        return []

    def print_line(self, feed: int | None = None) -> list[Row | Cut]:
        """Print what is set and feed: by the line spacing, or by `feed` dots; never less than the line is high."""
        feed = self._style.line_dots if feed is None else feed
        if not self._line:
            return [Feed(feed)] if feed else []
        cells, self._line = tuple(self._line), []
        height = max(feed, *(cell.height for cell in cells))
        return [TextRow(cells, self._x(sum(cell.width for cell in cells)), height)]

    def _x(self, width: int) -> int:
        free = max(0, self._area - width)
        return (
            self._style.left_dots
            + {Align.LEFT: 0, Align.CENTRE: free // 2, Align.RIGHT: free}[self._style.align]
        )

    def _flush(self) -> list[Row | Cut]:
        return self.print_line(0) if self._line else []

    def cut(self, data: bytes) -> list[Row | Cut]:
        """GS V m [n]."""
        by_feed = len(data) > 1
        return [*self._flush(), Cut(past_knife=by_feed, feed_dots=data[1] if by_feed else 0)]

    # --- pictures ---

    def _picture(self, picture: Bitmap, label: str) -> list[Row | Cut]:
        x = self._x(picture.width)
        first, *rest = picture.slices()
        return [*self._flush(), PictureRow(first, x, label), *(PictureRow(piece, x) for piece in rest)]

    def raster(self, data: bytes) -> list[Row | Cut]:
        """GS v 0 m xL xH yL yH d1 …."""
        mode, stride, height = data[1] & 3, data[2] + 256 * data[3], data[4] + 256 * data[5]
        if not stride or not height:
            return []
        picture = Bitmap(stride * 8, height, data[6:]).scaled(1 + (mode & 1), 1 + (mode >> 1))
        return self._picture(picture, "[picture]")

    def bit_image(self, data: bytes) -> list[Row | Cut]:
        """ESC * m nL nH d1 …: columns of 8 or 24 dots, set into the line."""
        mode, columns = data[0], data[1] + 256 * data[2]
        high = 24 if mode in {32, 33} else 8
        if not columns:
            return []
        tall = [
            f"{int.from_bytes(data[at : at + high // 8], 'big'):0{high}b}"
            for at in range(3, len(data), high // 8)
        ]
        rows = [bits_to_bytes("".join(column[row] for column in tall)) for row in range(high)]
        picture = Bitmap(columns, high, b"".join(rows))
        return self._place(picture.scaled(1 if mode in {1, 33} else 2, 1 if high == 24 else 3))

    def counted(self, data: bytes) -> list[Row | Cut]:
        """GS ( X pL pH …, and GS 8 L, which only counts in four bytes."""
        match data[0]:
            case 0x6B:
                return self._symbol(data[1:])
            case 0x4C:
                return self._store_or_print(data[1:])
            case _:
                return []

    def _store_or_print(self, data: bytes) -> list[Row | Cut]:
        """GS ( L pL pH m fn: function 112 stores a picture (a bx by c xL xH yL yH d1 …), function 50 prints it."""
        function = data[3] if len(data) > 3 else 0
        if function == _STORE and len(data) > 12:
            width, height = data[8] + 256 * data[9], data[10] + 256 * data[11]
            self._graphics = Bitmap(width, height, data[12:]).scaled(max(1, data[5]), max(1, data[6]))
        elif function in _PRINT and self._graphics is not None:
            picture, self._graphics = self._graphics, None
            return self._picture(picture, "[picture]")
        return []

    def _symbol(self, data: bytes) -> list[Row | Cut]:
        """GS ( k."""
        picture = self._symbols.obey(data)
        return [] if picture is None else self._picture(picture, f"[QR] {self._symbols.text}")

    def feed_lines(self, lines: int) -> list[Row | Cut]:
        """ESC d n."""
        return self.print_line(lines * self._style.line_dots)


_ACTS: Mapping[bytes, Callable[[Typesetter, bytes], list[Row | Cut]]] = {
    b"\n": lambda head, _: head.print_line(),
    b"\t": lambda head, _: head.tab(),
    b"\x1b@": lambda head, _: head.initialise(),
    b"\x1b$": lambda head, data: head.move_to(data[0] + 256 * data[1]),
    b"\x1bJ": lambda head, data: head.print_line(data[0]),
    b"\x1bd": lambda head, data: head.feed_lines(data[0]),
    b"\x1bi": lambda head, data: head.cut(data),
    b"\x1bm": lambda head, data: head.cut(data),
    b"\x1b*": lambda head, data: head.bit_image(data),
    b"\x1dV": lambda head, data: head.cut(data),
    b"\x1dv": lambda head, data: head.raster(data),
    b"\x1d(": lambda head, data: head.counted(data),
    b"\x1d8": lambda head, data: head.counted(data[:3] + data[5:]),
}
"""The commands that put something on the paper, or move it."""
