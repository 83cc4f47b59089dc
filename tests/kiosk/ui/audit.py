"""Walks the item tree of what is on the screen and names every breach of the design's rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QGuiApplication, QKeyEvent
from PySide6.QtQml import QQmlEngine, QQmlExpression
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.ui.theme.tokens import read_tokens

TYPE_PX_MIN = 28
TARGET_PX_MIN = 64
REACH_Y_MIN = 768
WIDTH, HEIGHT = 1080, 1920
TAILS = set("gjpqyQ,;()")
KEYS_MAX = 80
RULE_PX_MAX, RULE_WIDTH_MIN = 3, 200
ALIGN_RIGHT, ALIGN_MIDDLE, PICTURE_READY = 2, 4, 1
SLACK = 1.5
LAMP = QColor(read_tokens().colour["day"]["lamp"])
SILENT_ROLES = (QAccessible.Role.NoRole, QAccessible.Role.Client)


@dataclass(frozen=True, slots=True)
class Inked:
    """A text and the rectangle that its glyphs take on the page."""

    item: QQuickItem
    text: str
    area: QRectF


def faults(window: QQuickWindow) -> list[str]:
    """Every breach, each as `rule: what, where`."""
    shown = uncovered(list(items_shown(window.contentItem())))
    if not any(holds_page(item) for item in shown):
        return ["no page: nothing is on show"]
    texts = [ink(item) for item in shown if item.inherits("QQuickText") and item.property("text")]
    keys = [item for item in shown if is_key(item)]
    return [
        *(fault for text in texts for fault in text_faults(text)),
        *overlaps(texts),
        *text_on_foreign_keys(texts, keys),
        *text_on_rules(texts, shown),
        *(fault for key in keys for fault in key_faults(key)),
        *unspoken(window, keys),
        *too_many_lamps(shown, keys),
        *(f"no picture: {item.property('source').toString()}" for item in shown if picture_missing(item)),
        *unreachable(window, keys),
    ]


def items_shown(item: QQuickItem) -> Iterator[QQuickItem]:
    """The visible items under this one, in the order in which they are painted."""
    if not item.isVisible() or item.opacity() == 0:
        return
    yield item
    for child in sorted(item.childItems(), key=lambda child: child.z()):
        yield from items_shown(child)


def uncovered(shown: list[QQuickItem]) -> list[QQuickItem]:
    """Without what lies under a sheet."""
    sheet = next((item for item in shown if is_sheet(item)), None)
    if sheet is None:
        return shown
    covered = on_page(sheet, box(sheet))
    painted_before = shown[: shown.index(sheet)]
    under = [item for item in painted_before if covered.contains(on_page(item, box(item)).center())]
    return [item for item in shown if item not in under or item in ancestors(sheet) or holds_page(item)]


def is_sheet(item: QQuickItem) -> bool:
    spoken = QAccessible.queryAccessibleInterface(item)
    return spoken is not None and spoken.role() is QAccessible.Role.Dialog


def holds_page(item: QQuickItem) -> bool:
    return item.property("counterTop") is not None


def is_key(item: QQuickItem) -> bool:
    return item.inherits("QQuickAbstractButton") and item.isEnabled()


def picture_missing(item: QQuickItem) -> bool:
    return (
        item.inherits("QQuickImage")
        and not item.property("source").isEmpty()
        and read(item, "status") != PICTURE_READY
    )


def box(item: QQuickItem) -> QRectF:
    return QRectF(0, 0, item.width(), item.height())


def read(item: QQuickItem, name: str) -> int:
    """An enumeration's value: Python can't convert those of items that it has no type for."""
    value, _ = QQmlExpression(QQmlEngine.contextForObject(item), item, name).evaluate()
    return int(value)


def on_page(item: QQuickItem, area: QRectF) -> QRectF:
    """Where an item's rectangle lies on the 1080 x 1920 page, whatever the window's scale."""
    stage = item.window().contentItem().childItems()[0]
    return item.mapRectToItem(stage, area)


def ink(item: QQuickItem) -> Inked:
    size = item.property("font").pixelSize()
    width = item.property("contentWidth")
    lines = item.property("lineCount")
    step = item.property("lineHeight") if lines > 1 else 0
    first = item.baselineOffset()
    free = item.width() - width - item.property("leftPadding") - item.property("rightPadding")
    left = item.property("leftPadding")
    left += {ALIGN_RIGHT: free, ALIGN_MIDDLE: free / 2}.get(read(item, "horizontalAlignment"), 0)
    text = item.property("text")
    rise, hang = rise_and_hang(text)
    area = QRectF(
        QPointF(left, first - rise * size), QPointF(left + width, first + step * (lines - 1) + hang * size)
    )
    return Inked(item, text, on_page(item, area))


def rise_and_hang(text: str) -> tuple[float, float]:
    """How far a text's glyphs reach over and under its base line, in em."""
    chinese = any(character > "\u2e80" for character in text)
    return 0.88 if chinese else 0.76, 0.22 if TAILS & set(text) else 0.12 if chinese else 0.02


def text_faults(text: Inked) -> Iterator[str]:
    size = text.item.property("font").pixelSize()
    if size < TYPE_PX_MIN:
        yield f"small type: {text.text!r} is {size} px"
    if text.item.property("truncated") or text.item.property("contentWidth") > text.item.width() + SLACK:
        yield f"cut text: {text.text!r} needs {text.item.property('contentWidth'):.0f} px of {text.item.width():.0f}"
    if not QRectF(0, 0, WIDTH, HEIGHT).contains(text.area):
        yield f"cut text: {text.text!r} leaves the page at {where(text.area)}"
    for holder in ancestors(text.item):
        if holder.inherits("QQuickAbstractButton"):
            room = on_page(holder, box(holder))
            if not room.adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(text.area):
                yield f"cut text: {text.text!r} at {where(text.area)} leaves its key at {where(room)}"
    top = counter_top(text.item)
    if top is not None and text.area.top() < top - SLACK and text.area.bottom() > top + SLACK:
        yield f"overlap: {text.text!r} at {where(text.area)} runs under the counter"


def counter_top(item: QQuickItem) -> float | None:
    """The upper edge of the counter of the page that an item belongs to."""
    return next((top for one in ancestors(item) if (top := one.property("counterTop")) is not None), None)


def ancestors(item: QQuickItem) -> Iterator[QQuickItem]:
    while (item := item.parentItem()) is not None:
        yield item


def overlaps(texts: list[Inked]) -> Iterator[str]:
    for one, other in combinations(texts, 2):
        common = one.area.intersected(other.area)
        if common.width() > SLACK and common.height() > SLACK:
            yield f"overlap: {one.text!r} and {other.text!r} at {where(common)}"


def text_on_foreign_keys(texts: list[Inked], keys: list[QQuickItem]) -> Iterator[str]:
    for text in texts:
        for key in keys:
            room = on_page(key, box(key))
            common = room.intersected(text.area)
            if common.width() > SLACK and common.height() > SLACK and key not in ancestors(text.item):
                yield f"overlap: {text.text!r} lies on the key {key.property('text')!r} at {where(common)}"


def text_on_rules(texts: list[Inked], shown: list[QQuickItem]) -> Iterator[str]:
    """Texts that a rule or hairline runs through."""
    rules = [
        on_page(item, box(item))
        for item in shown
        if item.inherits("QQuickRectangle")
        and item.height() <= RULE_PX_MAX
        and item.width() >= RULE_WIDTH_MIN
    ]
    for text in texts:
        for rule in rules:
            common = rule.intersected(text.area)
            if common.width() > SLACK and common.height() > 0:
                yield f"overlap: a rule runs through {text.text!r} at {where(common)}"


def key_faults(key: QQuickItem) -> Iterator[str]:
    name = key.property("text")
    room = on_page(key, box(key))
    if min(room.width(), room.height()) < TARGET_PX_MIN:
        yield f"small target: {name!r} is {room.width():.0f} x {room.height():.0f}"
    if room.top() < REACH_Y_MIN:
        yield f"out of reach: {name!r} begins at y = {room.top():.0f}"
    if not QRectF(0, 0, WIDTH, HEIGHT).contains(room):
        yield f"out of reach: {name!r} at {where(room)} leaves the page"
    top = counter_top(key)
    if top is not None and room.top() < top < room.bottom():
        yield f"overlap: the key {name!r} at {where(room)} runs under the counter"


def unspoken(window: QQuickWindow, keys: list[QQuickItem]) -> Iterator[str]:
    """Keys that a screen reader doesn't meet, or has no name or role for."""
    tree = {
        spoken.object(): spoken for spoken in accessible_tree(QAccessible.queryAccessibleInterface(window))
    }
    for key in keys:
        name, spoken = key.property("text"), tree.get(key)
        if spoken is None:
            yield f"not in the tree of what is read out: {name!r}"
        elif not spoken.text(QAccessible.Text.Name).strip():
            yield f"no name: a key at {where(on_page(key, box(key)))}"
        elif spoken.role() in SILENT_ROLES:
            yield f"no role: {name!r}"


def accessible_tree(root: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield root
    for place in range(root.childCount()):
        yield from accessible_tree(root.child(place))


def too_many_lamps(shown: list[QQuickItem], keys: list[QQuickItem]) -> Iterator[str]:
    lit = {
        key.property("text")
        for key in keys
        for item in shown
        if item.inherits("QQuickRectangle") and item.property("color") == LAMP and key in ancestors(item)
    }
    if len(lit) > 1:
        yield f"more than one lamp: {sorted(lit)}"


def unreachable(window: QQuickWindow, keys: list[QQuickItem]) -> Iterator[str]:
    """Keys that the arrow keys never bring into focus."""
    met: list[QQuickItem] = []
    for _ in range(KEYS_MAX):
        press(window, Qt.Key.Key_Down)
        focused = window.activeFocusItem()
        if focused is None or focused in met:
            break
        met.append(focused)
    yield from (f"not reachable: {key.property('text')!r}" for key in keys if key not in met)


def press(window: QQuickWindow, key: Qt.Key) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(window, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))
    QGuiApplication.processEvents()


def where(area: QRectF) -> str:
    return f"{area.left():.0f},{area.top():.0f}-{area.right():.0f},{area.bottom():.0f}"
