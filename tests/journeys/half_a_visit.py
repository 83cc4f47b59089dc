"""A kiosk as a process, with somebody who opens an account and chooses cash; it then runs until it is killed."""

from __future__ import annotations

import json
import sys

from PySide6.QtGui import QGuiApplication

from kiosk.config import Settings
from tests.journeys.visitor import visit
from tests.system import Control


def main(settings: str, control: str, number: str) -> None:
    with visit(Settings.model_validate_json(settings), Control(control)) as visitor:
        visitor.comes_to_home()
        visitor.opens(number)
        visitor.chooses_cash()
        print(json.dumps({"pays": number}), flush=True)
        QGuiApplication.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
