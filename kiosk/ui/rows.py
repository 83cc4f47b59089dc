"""A list on the screen: frozen rows in, roles out, changed in place so that nothing is rebuilt under a finger."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import fields
from typing import Any, Protocol, TypeAlias

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtQml import QmlElement

from kiosk.ui.speaker import Speaker

QML_IMPORT_NAME = "kiosk.ui.models"
QML_IMPORT_MAJOR_VERSION = 1

FIRST_ROLE = int(Qt.ItemDataRole.UserRole) + 1
Index: TypeAlias = QModelIndex | QPersistentModelIndex


class Row(Protocol):
    """A frozen dataclass; `key` says which row it is from one refresh to the next."""

    @property
    def key(self) -> str: ...


@QmlElement
class Rows(QAbstractListModel):
    """Rows of one dataclass: each field is a role in camelCase; words are written in the language of now."""

    def __init__(self, kind: type, speaker: Speaker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names = tuple(field.name for field in fields(kind))
        self._rows: list[Any] = []
        self._speaker = speaker
        speaker.changed.connect(self._all_changed)

    def show(self, rows: Sequence[Row]) -> None:
        """Become these rows: those with a known key stay the same row, wherever they are now."""
        for place, row in enumerate(rows):
            self._bring(row, place)
            if self._rows[place] != row:
                self._rows[place] = row
                self.dataChanged.emit(self.index(place), self.index(place))
        if len(self._rows) > len(rows):
            self.beginRemoveRows(QModelIndex(), len(rows), len(self._rows) - 1)
            del self._rows[len(rows) :]
            self.endRemoveRows()

    def _bring(self, row: Row, place: int) -> None:
        """See that the row of this key stands at this place: move it up, or put it in."""
        at = next((i for i, old in enumerate(self._rows) if i >= place and old.key == row.key), None)
        if at is None:
            self.beginInsertRows(QModelIndex(), place, place)
            self._rows.insert(place, row)
            self.endInsertRows()
        elif at > place:
            self.beginMoveRows(QModelIndex(), at, at, QModelIndex(), place)
            self._rows.insert(place, self._rows.pop(at))
            self.endMoveRows()

    def _all_changed(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def roleNames(self) -> dict[int, QByteArray]:
        return {FIRST_ROLE + i: QByteArray(camel(name).encode()) for i, name in enumerate(self._names)}

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid() or not 0 <= role - FIRST_ROLE < len(self._names):
            return None
        value = getattr(self._rows[index.row()], self._names[role - FIRST_ROLE])
        return value if isinstance(value, bool | int | float) else self._speaker(value)


def camel(name: str) -> str:
    return re.sub(r"_(\w)", lambda match: match.group(1).upper(), name)
