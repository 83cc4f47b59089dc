"""What customers do at the kiosk, so that every point is passed by one of them."""

from __future__ import annotations

from dataclasses import dataclass

STATUS, START, IN, END, ROLLBACK, PRINT = DEVICE_COMMANDS = (
    "CashAcceptor.GetCashInStatus",
    "CashAcceptor.CashInStart",
    "CashAcceptor.CashIn",
    "CashAcceptor.CashInEnd",
    "CashAcceptor.CashInRollback",
    "Printer.PrintForm",
)
"""Those that move something, and the one that settles doubt. Around a mere look nothing differs from its neighbours."""
PAYMENT, CLAIM = "POST payments", "POST claims"

GENUINE, FORGED, JAMS = "genuine", "forged", "jams"


def appends(*kinds: str) -> tuple[str, ...]:
    return tuple(f"append {kind}" for kind in kinds)


BEGINS = (*appends("begun"), STATUS, *appends("counts-taken"))
HELD = (START, IN, *appends("note-held"))
STACKED = (*HELD, END, *appends("note-stacked"))
RECEIPTED = (*appends("receipt-issued"), PAYMENT)
SLIP = (PRINT, *appends("slip-printed"))
POSTED = (*RECEIPTED, *appends("posted"), *SLIP)
LEAVES = appends("dismissed")

HOST_STACKS = (
    "save active none",
    "save active held",
    "save active stacking",
    "order stack",
    "save ok none",
    "order taken down",
)
HOST_RETURNS = (
    "save active none",
    "save active held",
    "save active returning",
    "order give back",
    "save rollback none",
)


@dataclass(frozen=True, slots=True)
class Visit:
    name: str
    to_pay_minor: int
    notes: tuple[tuple[int, str], ...]
    """Yuan, and the kind of note. When all have been offered and it is not enough, the visitor stops."""
    actions: tuple[str, ...]
    """What the kiosk does, each with a point before and after it."""
    host_actions: tuple[str, ...] = ()
    """And the device host, as far as it is always so."""
    may_claim: bool = False
    """A note may end in doubt; otherwise each one in the box is credited."""
    prints_again: bool = False
    hall_is_down: bool = False
    """While it is posted; it comes back before the end."""
    killed_at: str | None = None
    """Where the kiosk is killed first: the visit's own points are those of the next life."""


PAYS = Visit(
    name="pays",
    to_pay_minor=10_000,
    notes=((100, GENUINE),),
    actions=(*BEGINS, *STACKED, *POSTED, *appends("slip-asked"), *SLIP, *LEAVES),
    host_actions=HOST_STACKS,
    prints_again=True,
)
PAYS_IN_SMALL = Visit(
    name="pays-in-small",
    to_pay_minor=8_000,
    notes=((50, GENUINE), (20, GENUINE), (10, GENUINE)),
    actions=(*BEGINS, *STACKED, *STACKED, *STACKED, *POSTED, *LEAVES),
    host_actions=(*HOST_STACKS, *HOST_STACKS, *HOST_STACKS),
)
STOPS = Visit(
    name="stops",
    to_pay_minor=12_000,
    notes=((100, GENUINE), (50, FORGED)),
    actions=(
        *BEGINS,
        *STACKED,
        *(START, IN, *appends("note-refused"), IN, *appends("stop-asked"), ROLLBACK, *appends("slot-closed")),
        *POSTED,
        *LEAVES,
    ),
    host_actions=(*HOST_STACKS, "save active none", "save active none", "save rollback none"),
)
OVER_LIMIT = Visit(
    name="over-limit",
    to_pay_minor=15_000,
    notes=((100, GENUINE), (100, GENUINE), (50, GENUINE)),
    actions=(
        *BEGINS,
        *STACKED,
        *(*HELD, ROLLBACK, *appends("note-returned")),
        *STACKED,
        *POSTED,
        *LEAVES,
    ),
    host_actions=(*HOST_STACKS, *HOST_RETURNS, *HOST_STACKS),
)
JAM = Visit(
    name="jam",
    to_pay_minor=15_000,
    notes=((50, GENUINE), (100, JAMS)),
    actions=(
        *BEGINS,
        *STACKED,
        *(*HELD, END, *appends("device-failed", "counts-told", "claim-opened")),
        *POSTED,
        *(CLAIM, *appends("claim-filed")),
        *LEAVES,
    ),
    may_claim=True,
)
HALL_AWAITED = Visit(
    name="hall-awaited",
    to_pay_minor=2_000,
    notes=((20, GENUINE),),
    actions=(*BEGINS, *STACKED, *RECEIPTED, *appends("hall-awaited"), *SLIP, *appends("posted"), *LEAVES),
    hall_is_down=True,
)
RESTARTED = Visit(
    name="restarted",
    to_pay_minor=5_000,
    notes=((50, GENUINE),),
    actions=(*appends("restarted"), STATUS, *appends("counts-told"), *POSTED, *LEAVES),
    killed_at="before append note-stacked",
)
RESTARTED_HOLDING = Visit(
    name="restarted-holding",
    to_pay_minor=5_000,
    notes=((50, GENUINE),),
    actions=(
        *appends("restarted"),
        *(STATUS, *appends("counts-told"), END, *appends("note-stacked")),
        *POSTED,
        *LEAVES,
    ),
    killed_at="before append note-held",
)

VISITS = (PAYS, PAYS_IN_SMALL, STOPS, OVER_LIMIT, JAM, HALL_AWAITED, RESTARTED, RESTARTED_HOLDING)
