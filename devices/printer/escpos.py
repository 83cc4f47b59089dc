"""ESC/POS commands that make a slip, as bytes; pictures, styles and codes come from python-escpos.

Text is encoded by us: python-escpos changes code pages within a line, which Chinese printers do not follow.
Sections are those of Epson's ESC/POS Command Reference.
"""

from __future__ import annotations

import os
import shutil
from functools import cache
from typing import Any

from PIL import Image

from devices.printer.code import QUIET_MODULES, SizedCode
from devices.printer.layout import Run
from devices.printer.profile import Cut, Profile

LF = b"\n"
INITIALISE = b"\x1b@"  # ESC @: styles back to their defaults, the print buffer emptied

_ASCII_SET = b"\x1bR\x00"  # ESC R 0: in the Chinese set 24h would print as a yuan sign
_CENTRE, _LEFT = b"\x1ba\x01", b"\x1ba\x00"  # ESC a
_HANZI_DOUBLE, _HANZI_NORMAL = b"\x1cW\x01", b"\x1cW\x00"  # FS W
_CUT_AFTER_FEED = {Cut.FULL: 65, Cut.PARTIAL: 66}  # GS V, function B

# A printer obeys real-time commands wherever they stand, also inside a picture (DLE EOT, DLE ENQ, DLE DC4). One
# dot more, an eighth of a millimetre, and it is no command.
_HARMLESS = ((b"\x10\x04", b"\x10\x0c"), (b"\x10\x05", b"\x10\x0d"), (b"\x10\x14", b"\x10\x1c"))


@cache
def library() -> Any:
    """python-escpos, loaded at first use: that takes half a second, and sets up the root logger behind our back."""
    import escpos.capabilities
    import escpos.image
    import escpos.printer

    # It caches its list of printers in a new temporary folder each time, and leaves it there.
    if "ESCPOS_CAPABILITIES_PICKLE_DIR" not in os.environ:
        shutil.rmtree(escpos.capabilities.pickle_dir, ignore_errors=True)
    return escpos


def start(profile: Profile) -> bytes:
    """Everything that an earlier job may have left is put back, then the model is set up."""
    return INITIALISE + _ASCII_SET + profile.setup + b"\x1b3" + bytes([profile.line_dots])  # ESC 3 n


def finish(profile: Profile) -> bytes:
    """White below the last line, then the cut: GS V, function B, goes to the knife by itself."""
    if profile.cut is Cut.NONE:
        return feed(profile.feed_dots)
    return feed(profile.feed_dots) + b"\x1dV" + bytes([_CUT_AFTER_FEED[profile.cut], 0])


def feed(dots: int) -> bytes:
    """ESC J n: print what is in the line, and feed; `dots` from 0 to 255."""
    return b"\x1bJ" + bytes([dots])


def styled(text: bytes, run: Run, profile: Profile) -> bytes:
    """Encoded text in the run's size and weight, and back to plain."""
    before = _style(run.scale, bold=run.bold)
    after = _style(1, bold=False)
    if run.scale == 1 and not run.bold:
        return text
    if run.scale > 1 and profile.doubles_hanzi and not text.isascii():
        return before + _HANZI_DOUBLE + text + _HANZI_NORMAL + after
    return before + text + after


def picture(image: Image.Image) -> bytes:
    """GS v 0: one strip of a picture, black where the image is 0; less than 256 rows, its width in whole bytes."""
    raster: bytes = library().image.EscposImage(image).to_raster_format()
    for command, harmless in _HARMLESS:
        raster = raster.replace(command, harmless)
    return b"\x1dv0" + bytes([0, image.width // 8, 0, image.height, 0]) + raster


def native_code(code: SizedCode) -> bytes:
    """GS ( k: a QR code that the printer draws in the middle; the white above and below it is ours."""
    printer = library().printer.Dummy()
    printer.qr(code.text, ec=code.correction - 48, size=code.module_dots, native=True)
    commands: bytes = printer.output
    quiet = feed(QUIET_MODULES * code.module_dots)
    return quiet + _CENTRE + commands + _LEFT + quiet


def _style(scale: int, *, bold: bool) -> bytes:
    """GS ! and ESC E."""
    printer = library().printer.Dummy()
    printer.set(custom_size=True, width=scale, height=scale, bold=bold)
    commands: bytes = printer.output
    return commands
