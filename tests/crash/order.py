"""Whether each command had its reason on disk first, told from the points that a kiosk passed."""

from __future__ import annotations

from collections.abc import Iterable

from tests.crash.visits import CLAIM, END, IN, PAYMENT, START

REASONS: dict[str, frozenset[str]] = {
    START: frozenset({"counts-taken", "note-stacked", "note-returned", "note-refused", "counts-told"}),
    IN: frozenset({"counts-taken", "note-stacked", "note-returned", "note-refused", "counts-told"}),
    END: frozenset({"note-held", "counts-told"}),
    PAYMENT: frozenset({"receipt-issued", "restarted", "posted"}),
    CLAIM: frozenset({"claim-opened", "restarted", "claim-filed"}),
}
"""Any of these appends is a reason for the command. A reason to move a note is good for one move."""
MOVES_A_NOTE = frozenset(
    {"note-held", "note-stacked", "note-returned", "note-refused", "counts-taken", "counts-told"}
)


def unjustified(points: Iterable[str]) -> list[str]:
    """The commands that were given before their reason was on disk, in order."""
    found: list[str] = []
    reasons: set[str] = set()
    for point in points:
        side, _, action = point.partition(" ")
        kind = action.removeprefix("append ")
        if side == "after" and kind != action:
            if kind in MOVES_A_NOTE:
                reasons -= MOVES_A_NOTE
            reasons.add(kind)
        elif side == "before" and action in REASONS and not reasons & REASONS[action]:
            found.append(action)
    return found
