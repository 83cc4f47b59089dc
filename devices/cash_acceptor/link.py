"""What every cash acceptor's protocol offers to its driver, beside the common loop."""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol

from devices.cash_acceptor.events import Event
from devices.cash_acceptor.notes import Note
from devices.link import Link


class AcceptorLink(Link[Event], Protocol):
    """Orders are kept until they can be carried out; those about a note are gone with the wire.

    A note that reaches escrow is never stacked but by `stack`: one that nobody wants goes back by itself.
    """

    def open_slot(self, notes: Collection[Note], now: float) -> None:
        """Take in one note after the other, of these types only: `SlotOpened` when the unit does."""

    def close_slot(self, now: float) -> None:
        """Take in nothing; a note that is being read goes back. `SlotClosed` follows while the unit can be reached."""

    def stack(self, now: float) -> None:
        """The held note into the box."""

    def give_back(self, now: float) -> None:
        """The held note out at the front."""

    def taken_down(self, now: float) -> None:
        """The credit that was told is on disk."""

    def count(self, now: float) -> None:
        """Read the unit's counters as soon as nothing moves: `Counted`. Also done by itself after each start and note."""

    def reset(self, now: float) -> None:
        """Have the unit begin anew, with the slot closed."""
