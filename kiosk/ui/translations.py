"""The one catalogue: Chinese is the source, `assets/translations/en.ts` says it in English.

python -m kiosk.ui.translations      collect new texts into en.ts; what has no English yet is marked unfinished
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

import PySide6

from kiosk.assets import ASSETS

CATALOGUE = ASSETS / "translations" / "en.ts"
SOURCES = Path(__file__).resolve().parent
TOOLS = Path(PySide6.__file__).parent


class CatalogueError(Exception):
    """A Qt tool refused the catalogue; the message is what it wrote."""


def collect(catalogue: Path = CATALOGUE) -> None:
    """Bring the catalogue up to date with every text of the screen; texts that are gone leave it."""
    files = sorted(str(path) for kind in ("*.py", "*.qml") for path in SOURCES.rglob(kind))
    _run(
        "lupdate",
        *("-tr-function-alias", "tr=say", "-source-language", "zh_CN", "-target-language", "en"),
        *("-locations", "none", "-no-obsolete", "-silent", *files, "-ts", str(catalogue)),
    )


def compiled(catalogue: Path = CATALOGUE) -> Path:
    """The catalogue as Qt reads it, made again when the text is newer."""
    made = catalogue.with_suffix(".qm")
    if not made.exists() or made.stat().st_mtime < catalogue.stat().st_mtime:
        fresh = made.with_suffix(f".{os.getpid()}.qm")
        _run("lrelease", "-silent", str(catalogue), "-qm", str(fresh))
        fresh.replace(made)
    return made


def _run(tool: str, *arguments: str) -> None:
    command: Sequence[str] = (str(TOOLS / tool), *arguments)
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 (Qt's own tools)
    if done.returncode != 0:
        raise CatalogueError(f"{tool}: {done.stdout}{done.stderr}")


if __name__ == "__main__":
    collect()
