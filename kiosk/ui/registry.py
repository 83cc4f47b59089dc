"""How a page makes itself known to the window, to the pictures and to the audits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from kiosk.ui.shell_view import ShellView
from kiosk.ui.speaker import Speaker

FOLDER = Path(__file__).with_name("pages")


class PageModel(Protocol):
    """A view model: a QObject that takes the page's frozen view."""

    def show(self, view: Any, /) -> None: ...


@dataclass(frozen=True, slots=True)
class Sample:
    """A fixed state of a page, for pictures and audits: what its picture is called, and what it shows."""

    picture: str
    view: Any
    shell: ShellView


@dataclass(frozen=True, slots=True)
class PageEntry:
    name: str
    qml: str
    model: Callable[[Speaker], PageModel]
    samples: tuple[Sample, ...] = field(default=())

    @property
    def file(self) -> Path:
        return FOLDER / self.qml
