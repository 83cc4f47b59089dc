"""What the database itself refuses: an entry that doesn't balance, and any change to what is booked.

SQLite has no deferred checks but those of foreign keys. So lines come first (their entry is a deferred
foreign key), and inserting the entry checks its lines and closes it; the same on both databases.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from sqlalchemy import DDL
from sqlalchemy.schema import ExecutableDDLElement

Refusal = Literal["an entry balances in each currency", "an entry is closed", "the ledger is append-only"]

UNBALANCED = (
    "(SELECT count(*) FROM entry_line WHERE entry_id = NEW.id) < 2 OR EXISTS (SELECT 1 FROM entry_line "
    "WHERE entry_id = NEW.id GROUP BY currency HAVING sum(amount_minor) <> 0)"
)
CLOSED = "EXISTS (SELECT 1 FROM entry WHERE id = NEW.entry_id)"
ALWAYS = "true"

RULES: tuple[tuple[str, str, str, str, Refusal], ...] = (
    ("entry_balances", "INSERT", "entry", UNBALANCED, "an entry balances in each currency"),
    ("entry_line_joins_open_entry", "INSERT", "entry_line", CLOSED, "an entry is closed"),
    ("entry_stays", "UPDATE", "entry", ALWAYS, "the ledger is append-only"),
    ("entry_remains", "DELETE", "entry", ALWAYS, "the ledger is append-only"),
    ("entry_line_stays", "UPDATE", "entry_line", ALWAYS, "the ledger is append-only"),
    ("entry_line_remains", "DELETE", "entry_line", ALWAYS, "the ledger is append-only"),
)


def sqlite_guard(name: str, verb: str, table: str, condition: str, refusal: str) -> str:
    return (
        f"CREATE TRIGGER {name} BEFORE {verb} ON {table} WHEN {condition} "
        f"BEGIN SELECT RAISE(ABORT, '{refusal}'); END"
    )


def postgresql_guard(name: str, verb: str, table: str, condition: str, refusal: str) -> str:
    return (
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF {condition} THEN RAISE EXCEPTION '{refusal}' USING ERRCODE = 'integrity_constraint_violation'; "
        f"END IF; RETURN {'OLD' if verb == 'DELETE' else 'NEW'}; END $$; "
        f"CREATE TRIGGER {name} BEFORE {verb} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()"
    )


def statements(dialect: str) -> tuple[str, ...]:
    """The guards as SQL of a dialect (`sqlite` or `postgresql`), for the migrations."""
    make = sqlite_guard if dialect == "sqlite" else postgresql_guard
    return tuple(make(*rule) for rule in RULES)


def removals(dialect: str) -> tuple[str, ...]:
    """What takes the guards away again, for a downgrade."""
    if dialect == "sqlite":
        return tuple(f"DROP TRIGGER {name}" for name, *_ in RULES)
    return tuple(f"DROP FUNCTION {name} CASCADE" for name, *_ in RULES)


def _guards() -> tuple[ExecutableDDLElement, ...]:
    # DDL() formats with %, which none of the statements has.
    make: Callable[[str], ExecutableDDLElement] = DDL
    return tuple(
        make(statement).execute_if(dialect=dialect)
        for dialect in ("sqlite", "postgresql")
        for statement in statements(dialect)
    )


GUARDS = _guards()
