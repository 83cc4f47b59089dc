"""How large a QR code is on the roll."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import qrcode
from qrcode.exceptions import DataOverflowError

QUIET_MODULES = 4  # white that a code needs on each side (ISO/IEC 18004, 9.1)

_MODULE_DOTS_MAX = 6
_MODULE_DOTS_MIN = 3  # 0.375 mm: what telephones still read
_MODULE_DOTS_EASY = 4  # what they read at once: a long code need not be larger than that
_SIDE_DOTS = 300  # nor a short one


class Correction(IntEnum):
    """Error correction levels by their number in GS ( k (fn 169)."""

    L = 48
    M = 49


_LIBRARY_LEVEL = {Correction.L: qrcode.ERROR_CORRECT_L, Correction.M: qrcode.ERROR_CORRECT_M}


@dataclass(frozen=True, slots=True)
class SizedCode:
    """A code that fits its roll: `version` and the size of a module in dots."""

    text: str
    correction: Correction
    version: int
    module_dots: int

    @property
    def side_dots(self) -> int:
        """The whole square, white border included."""
        return _side_modules(self.version) * self.module_dots

    def modules(self) -> list[list[bool]]:
        """Rows of modules, dark is true, white border included."""
        code = _code(self.text, self.correction, self.version)
        code.make(fit=False)
        return [[bool(module) for module in row] for row in code.get_matrix()]


def size_code(text: str, dots: int) -> SizedCode:
    """The code of a text for a roll of so many dots: level M where it fits, else L; ValueError if neither does."""
    for correction in (Correction.M, Correction.L):
        try:
            version = int(_code(text, correction).best_fit(start=1))
        except DataOverflowError:
            continue
        side = _side_modules(version)
        wanted = max(_MODULE_DOTS_EASY, min(_MODULE_DOTS_MAX, _SIDE_DOTS // side))
        module_dots = min(wanted, dots // side)
        if module_dots >= _MODULE_DOTS_MIN:
            return SizedCode(text, correction, version, module_dots)
    raise ValueError(f"a code of {len(text)} characters is wider than the roll")


def _side_modules(version: int) -> int:
    return 17 + 4 * version + 2 * QUIET_MODULES


def _code(text: str, correction: Correction, version: int | None = None) -> qrcode.QRCode:  # type: ignore[type-arg]
    code = qrcode.QRCode(version, error_correction=_LIBRARY_LEVEL[correction], border=QUIET_MODULES)
    code.add_data(text.encode())
    return code
