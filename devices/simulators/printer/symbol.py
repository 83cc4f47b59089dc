"""GS ( k: the two-dimensional code that the printer draws itself (functions 165 to 181 of the reference)."""

from __future__ import annotations

from dataclasses import dataclass

import qrcode
from qrcode.constants import ERROR_CORRECT_H, ERROR_CORRECT_L, ERROR_CORRECT_M, ERROR_CORRECT_Q
from qrcode.exceptions import DataOverflowError

from devices.simulators.printer.paper import Bitmap, bits_to_bytes

_QR_CODE = 49
_LEVELS = {48: ERROR_CORRECT_L, 49: ERROR_CORRECT_M, 50: ERROR_CORRECT_Q, 51: ERROR_CORRECT_H}


@dataclass(slots=True)
class SymbolStore:
    _module_dots: int = 3
    _level: int = ERROR_CORRECT_L
    _data: bytes = b""

    def obey(self, data: bytes) -> Bitmap | None:
        """One function: `pL pH cn fn …`; the symbol when it is to be printed."""
        if len(data) < 4 or data[2] != _QR_CODE:
            return None
        function, parameters = data[3], data[4:]
        match function:  # 167 sets the size, 169 the error correction, 180 stores, 181 prints
            case 67 if parameters:
                self._module_dots = max(1, min(16, parameters[0]))
            case 69 if parameters:
                self._level = _LEVELS.get(parameters[0], self._level)
            case 80:
                self._data = parameters[1:]
            case 81:
                return self._draw()
            case _:
                return None
        return None

    @property
    def text(self) -> str:
        return self._data.decode("utf-8", "replace")

    def _draw(self) -> Bitmap | None:
        """Without a border: that is for the sender to leave free. What does not fit is not printed."""
        if not self._data:
            return None
        code = qrcode.QRCode(error_correction=self._level, border=0)
        code.add_data(self._data)
        try:
            code.make(fit=True)
        except (DataOverflowError, ValueError):
            return None
        rows = ["".join("1" if module else "0" for module in row) for row in code.get_matrix()]
        small = Bitmap(len(rows), len(rows), b"".join(bits_to_bytes(row) for row in rows))
        return small.scaled(self._module_dots, self._module_dots)
