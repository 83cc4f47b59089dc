"""What stands on the paper, as data: rows of dots from the first to come out to the last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

DOTS_PER_MM = 8  # 203 dpi
_SLICE_DOTS = 24


@dataclass(frozen=True, slots=True)
class Bitmap:
    """Black where a bit is 1; each row in whole bytes, most significant bit left."""

    width: int
    height: int
    data: bytes

    @property
    def stride(self) -> int:
        return (self.width + 7) // 8

    def slices(self) -> Iterator[Bitmap]:
        """From top to bottom, none higher than the head prints in one go."""
        for top in range(0, self.height, _SLICE_DOTS):
            height = min(_SLICE_DOTS, self.height - top)
            yield Bitmap(self.width, height, self.data[top * self.stride : (top + height) * self.stride])

    def scaled(self, across: int, down: int) -> Bitmap:
        """Each dot as a block of dots."""
        if across == down == 1:
            return self
        rows = []
        for top in range(self.height):
            row = int.from_bytes(self.data[top * self.stride : (top + 1) * self.stride], "big")
            bits = f"{row:0{self.stride * 8}b}"[: self.width]
            rows += [bits_to_bytes("".join(bit * across for bit in bits))] * down
        return Bitmap(self.width * across, self.height * down, b"".join(rows))


def bits_to_bytes(bits: str) -> bytes:
    """A row written as 0 and 1, filled up to whole bytes."""
    bits = bits.ljust((len(bits) + 7) // 8 * 8, "0")
    return int(bits, 2).to_bytes(len(bits) // 8, "big") if bits else b""


@dataclass(frozen=True, slots=True)
class Cell:
    """One character in its box."""

    char: str
    width: int
    height: int
    bold: bool = False
    underlined: bool = False
    reversed: bool = False


@dataclass(frozen=True, slots=True)
class TextRow:
    cells: tuple[Cell | Bitmap, ...]
    x: int
    height: int

    @property
    def text(self) -> str:
        return "".join(cell.char for cell in self.cells if isinstance(cell, Cell)).rstrip()


@dataclass(frozen=True, slots=True)
class PictureRow:
    picture: Bitmap
    x: int
    label: str = ""
    """What a reader of the text is told instead, on a picture's first row."""

    @property
    def height(self) -> int:
        return self.picture.height


@dataclass(frozen=True, slots=True)
class Feed:
    height: int


Row: TypeAlias = TextRow | PictureRow | Feed


def length_of(rows: Sequence[Row]) -> int:
    return sum(row.height for row in rows)


def text_of(rows: Sequence[Row]) -> str:
    """What can be read on the paper: one line a row, a blank line for a gap of a line or more."""
    lines: list[str] = []
    for row in rows:
        match row:
            case TextRow():
                lines.append(row.text)
            case PictureRow(_, _, label) if label and label not in lines[-1:]:
                lines.append(label)
            case Feed(height) if height >= _SLICE_DOTS and lines and lines[-1]:
                lines.append("")
            case _:
                continue
    return "\n".join(lines).strip("\n") + "\n"


def cut_at(rows: Sequence[Row], length: int) -> tuple[list[Row], list[Row]]:
    """The rows before a cut and those behind it; a row under the knife stays behind."""
    before: list[Row] = []
    for at, row in enumerate(rows):
        left = length - length_of(before)
        if row.height > left:
            if isinstance(row, Feed) and left > 0:
                before.append(Feed(left))
                return before, [replace(row, height=row.height - left), *rows[at + 1 :]]
            return before, list(rows[at:])
        before.append(row)
    return before, []
