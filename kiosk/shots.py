"""Pictures of every page in every language, from fixed states: no hall, no devices."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from kiosk.session.state import Language
from kiosk.ui.pages.registry import PAGES
from kiosk.ui.window import KioskWindow, open_window

WIDTH, HEIGHT = 1080, 1920
SUFFIX = {Language.CHINESE: "zh", Language.ENGLISH: "en"}


def take_pictures(window: KioskWindow, folder: Path) -> Iterator[Path]:
    """Write `NN-name-zh.png` and `NN-name-en.png` for every sample; raises OSError when one can't be written."""
    folder.mkdir(parents=True, exist_ok=True)
    window.stand_still()
    window.window.resize(WIDTH, HEIGHT)
    window.window.show()
    for name, page in window.pages.items():
        for sample, language in product(page.samples, Language):
            window.models[name].show(sample.view)
            window.shell.show(sample.shell)
            window.speaker.use(language)
            window.show_page(name)
            QGuiApplication.processEvents()
            picture = folder / f"{sample.picture}-{SUFFIX[language]}.png"
            if not window.window.grabWindow().save(str(picture)):
                raise OSError(f"could not write {picture}")
            yield picture


def main(arguments: Sequence[str]) -> int:
    """`kiosk shots OUT`."""
    parser = argparse.ArgumentParser(
        prog="kiosk shots", description="Take a picture of every page in every language."
    )
    parser.add_argument("out", type=Path, metavar="OUT", help="folder for the pictures")
    out: Path = parser.parse_args(arguments).out
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication([])
    window = open_window(application, PAGES)
    for picture in take_pictures(window, out):
        print(picture)
    window.close()
    return 0
