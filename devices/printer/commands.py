"""The ESC/POS commands a receipt can hold, as data: how each is cut out of a byte stream.

Names, titles and parameter letters are those of Epson's ESC/POS Command Reference and its Kanji commands.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Command:
    """`letters` names the parameter bytes; `length` tells from them how many bytes of data follow.

    A parameter in `ranges` takes only the values there; any other takes 0 to 255.
    """

    name: str
    title: str
    letters: tuple[str, ...] = ()
    length: Callable[[Mapping[str, int]], int] = lambda _: 0
    ranges: Mapping[str, frozenset[int]] = field(default_factory=dict)


def _only(letter: str, *values: int) -> dict[str, frozenset[int]]:
    return {letter: frozenset(values)}


def _counted(given: Mapping[str, int]) -> int:
    return given["pL"] + 256 * given["pH"]


def _raster(given: Mapping[str, int]) -> int:
    return (given["xL"] + 256 * given["xH"]) * (given["yL"] + 256 * given["yH"])


def _bit_image(given: Mapping[str, int]) -> int:
    return (given["nL"] + 256 * given["nH"]) * (3 if given["m"] in {32, 33} else 1)


def _cut_feed(given: Mapping[str, int]) -> int:
    """Functions B, C and D of GS V carry one more byte, how far to feed."""
    return 0 if given["m"] in {0, 1, 48, 49} else 1


_COUNT = ("pL", "pH")
_CLEAR = {f"d{i}": frozenset({value}) for i, value in enumerate((1, 3, 20, 1, 6, 2, 8), 1)}

COMMANDS: Mapping[bytes, Command] = {
    b"\x09": Command("HT", "Horizontal tab"),
    b"\x0a": Command("LF", "Print and line feed"),
    b"\x0c": Command("FF", "Print and return to Standard mode"),
    b"\x0d": Command("CR", "Print and carriage return"),
    b"\x18": Command("CAN", "Cancel print data in Page mode"),
    b"\x10\x04": Command("DLE EOT", "Transmit real-time status", ("n",), ranges=_only("n", 1, 2, 3, 4)),
    b"\x10\x05": Command("DLE ENQ", "Send real-time request to printer", ("n",), ranges=_only("n", 0, 1, 2)),
    b"\x10\x14\x01": Command("DLE DC4 (fn=1)", "Generate pulse in real-time", ("m", "t")),
    b"\x10\x14\x08": Command("DLE DC4 (fn=8)", "Clear buffer(s)", tuple(_CLEAR), ranges=_CLEAR),
    b"\x1b ": Command("ESC SP", "Set right-side character spacing", ("n",)),
    b"\x1b!": Command("ESC !", "Select print mode(s)", ("n",)),
    b"\x1b$": Command("ESC $", "Set absolute print position", ("nL", "nH")),
    b"\x1b*": Command(
        "ESC *", "Select bit-image mode", ("m", "nL", "nH"), _bit_image, _only("m", 0, 1, 32, 33)
    ),
    b"\x1b-": Command("ESC -", "Turn underline mode on/off", ("n",)),
    b"\x1b2": Command("ESC 2", "Select default line spacing"),
    b"\x1b3": Command("ESC 3", "Set line spacing", ("n",)),
    b"\x1b@": Command("ESC @", "Initialize printer"),
    b"\x1bE": Command("ESC E", "Turn emphasized mode on/off", ("n",)),
    b"\x1bG": Command("ESC G", "Turn double-strike mode on/off", ("n",)),
    b"\x1bJ": Command("ESC J", "Print and feed paper", ("n",)),
    b"\x1bM": Command("ESC M", "Select character font", ("n",)),
    b"\x1bR": Command("ESC R", "Select an international character set", ("n",)),
    b"\x1ba": Command("ESC a", "Select justification", ("n",), ranges=_only("n", 0, 1, 2, 48, 49, 50)),
    b"\x1bd": Command("ESC d", "Print and feed n lines", ("n",)),
    b"\x1bp": Command("ESC p", "Generate pulse", ("m", "t1", "t2")),
    b"\x1bt": Command("ESC t", "Select character code table", ("n",)),
    b"\x1bu": Command("ESC u", "Transmit peripheral device status", ("n",)),
    b"\x1bv": Command("ESC v", "Transmit paper sensor status"),
    b"\x1b{": Command("ESC {", "Turn upside-down print mode on/off", ("n",)),
    b"\x1c!": Command("FS !", "Select print mode(s) for Kanji characters", ("n",)),
    b"\x1c&": Command("FS &", "Select Kanji character mode"),
    b"\x1c-": Command("FS -", "Turn underline mode on/off for Kanji characters", ("n",)),
    b"\x1c.": Command("FS .", "Cancel Kanji character mode"),
    b"\x1cC": Command("FS C", "Select Kanji character code system", ("n",)),
    b"\x1cS": Command("FS S", "Set Kanji character spacing", ("n1", "n2")),
    b"\x1cW": Command("FS W", "Turn quadruple-size mode on/off for Kanji characters", ("n",)),
    b"\x1d!": Command("GS !", "Select character size", ("n",)),
    b"\x1d(A": Command("GS ( A", "Execute test print", _COUNT, _counted),
    b"\x1d(H": Command("GS ( H", "Request transmission of response or status", _COUNT, _counted),
    b"\x1d(L": Command("GS ( L", "Set graphics data", _COUNT, _counted),
    b"\x1d(k": Command("GS ( k", "Set up and print the symbol", _COUNT, _counted),
    b"\x1dB": Command("GS B", "Turn white/black reverse print mode on/off", ("n",)),
    b"\x1dI": Command("GS I", "Transmit printer ID", ("n",)),
    b"\x1dL": Command("GS L", "Set left margin", ("nL", "nH")),
    b"\x1dP": Command("GS P", "Set horizontal and vertical motion units", ("x", "y")),
    b"\x1dV": Command(
        "GS V",
        "Select cut mode and cut paper",
        ("m",),
        _cut_feed,
        _only("m", 0, 1, 48, 49, 65, 66, 97, 98, 103, 104),
    ),
    b"\x1dW": Command("GS W", "Set print area width", ("nL", "nH")),
    b"\x1da": Command("GS a", "Enable/disable Automatic Status Back (ASB)", ("n",)),
    b"\x1db": Command("GS b", "Turn smoothing mode on/off", ("n",)),
    b"\x1dr": Command("GS r", "Transmit status", ("n",), ranges=_only("n", 1, 2, 4, 49, 50, 52)),
    b"\x1dv0": Command(
        "GS v 0",
        "Print raster bit image",
        ("m", "xL", "xH", "yL", "yH"),
        _raster,
        _only("m", 0, 1, 2, 3, 48, 49, 50, 51),
    ),
}

SYMBOL_FUNCTIONS: Mapping[int, str] = {
    65: "Function 165: select the model",
    67: "Function 167: set the size of module",
    69: "Function 169: select the error correction level",
    80: "Function 180: store the data in the symbol storage area",
    81: "Function 181: print the symbol data in the symbol storage area",
    82: "Function 182: transmit the size information of the symbol data",
}
"""GS ( k for the QR Code (cn = 49), by fn."""
