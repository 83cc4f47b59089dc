"""A slip as ESC/POS bytes for one printer model: pure but for the font file that pictures are drawn with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from devices.printer import escpos
from devices.printer.charset import columns, to_bytes
from devices.printer.code import SizedCode, size_code
from devices.printer.layout import Align, Code, Element, Gap, Line, Rule, Run, Spread, lay_out
from devices.printer.picture import Painter, strips
from devices.printer.profile import CodeDrawing, Profile
from devices.printer.slip import FieldError, Slip

_RULE = {True: "─", False: "-"}  # the first is one unbroken stroke, where it is a double-byte character


class SlipEncoder:
    """Encodes slips for one model."""

    def __init__(self, profile: Profile, font: Path) -> None:
        self._profile = profile
        self._painter = Painter(profile, font)

    def encode(self, slip: Slip) -> list[bytes]:
        """The slip in whole commands, none of them long, up to and with the cut.

        Raises FieldError if the code is too long for the roll. The same slip gives the same bytes.
        """
        try:
            code = size_code(slip.code, self._profile.dots) if slip.code else None
        except ValueError as error:
            raise FieldError("code", "overflow", str(error)) from error
        pieces = [escpos.start(self._profile)]
        for element in lay_out(slip, self._profile.columns):
            pieces += self._element(element, code)
        return [*pieces, escpos.finish(self._profile)]

    def _element(self, element: Element, code: SizedCode | None) -> Iterator[bytes]:
        match element:
            case Gap(dots):
                yield escpos.feed(dots)
            case Code():
                assert code is not None
                yield from self._code(code)
            case Line() | Spread() | Rule():
                text = self._text(element)
                yield from [text] if text is not None else self._picture(self._painter.line(element))

    def _text(self, line: Line | Spread | Rule) -> bytes | None:
        """The line in the printer's own characters; None if it lacks one."""
        match line:
            case Line(run, Align.LEFT):
                runs = [run]
            case Line(run, align):
                free = self._profile.columns - run.columns
                runs = [Run(" " * (free if align is Align.RIGHT else free // 2)), run]
            case Spread(label, value):
                free = self._profile.columns - label.columns - value.columns
                runs = [label, Run(" " * free), value]
            case Rule():
                stroke = _RULE[to_bytes("─", self._profile.encoding) is not None]
                runs = [Run(stroke * (self._profile.columns // columns(stroke)))]
        encoded = [self._run(run) for run in runs if run.text]
        known = [piece for piece in encoded if piece is not None]
        return b"".join(known) + escpos.LF if len(known) == len(encoded) else None

    def _run(self, run: Run) -> bytes | None:
        text = to_bytes(run.text, self._profile.encoding)
        return None if text is None else escpos.styled(text, run, self._profile)

    def _code(self, code: SizedCode) -> Iterator[bytes]:
        if self._profile.code is CodeDrawing.NATIVE:
            yield escpos.native_code(code)
        else:
            yield from self._picture(self._painter.code(code))

    def _picture(self, image: Image.Image) -> Iterator[bytes]:
        return map(escpos.picture, strips(image))
