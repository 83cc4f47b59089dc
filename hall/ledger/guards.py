"""What the database itself refuses: an entry that doesn't balance, and any change to what is booked.

SQLite has no deferred checks but those of foreign keys. So lines come first (their entry is a deferred
foreign key), and inserting the entry checks its lines and closes it; the same on both databases.
PostgreSQL also checks at the commit, since there two may write at once, and refuses to empty a table.
Migrations run these statements: a rule that changes gets a new revision.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from sqlalchemy import DDL
from sqlalchemy.schema import ExecutableDDLElement

Verb = Literal["INSERT", "UPDATE", "DELETE"]
Refusal = Literal["an entry balances in each currency", "an entry is closed", "the ledger is append-only"]


class Rule(NamedTuple):
    name: str
    verb: Verb
    table: str
    condition: str
    refusal: Refusal


UNBALANCED = (
    "(SELECT count(*) FROM entry_line WHERE entry_id = NEW.id) < 2 OR EXISTS (SELECT 1 FROM entry_line "
    "WHERE entry_id = NEW.id GROUP BY currency HAVING sum(amount_minor) <> 0)"
)
UNBALANCED_AT_COMMIT = "(SELECT sum(amount_minor) FROM entry_line WHERE entry_id = NEW.entry_id AND currency = NEW.currency) <> 0"
ALWAYS = "true"
# What was taken and how it was booked is as final as the book itself.
KEPT_TABLES = ("entry", "entry_line", "payment")
CHANGES: tuple[tuple[Verb, str], ...] = (("UPDATE", "stays"), ("DELETE", "remains"))

RULES = (
    Rule("entry_balances", "INSERT", "entry", UNBALANCED, "an entry balances in each currency"),
    # `INSERT OR REPLACE` is no way round: SQLite fires no DELETE trigger for what it replaces.
    Rule(
        "entry_is_new",
        "INSERT",
        "entry",
        "EXISTS (SELECT 1 FROM entry WHERE id = NEW.id)",
        "an entry is closed",
    ),
    Rule(
        "entry_line_joins_open_entry",
        "INSERT",
        "entry_line",
        "EXISTS (SELECT 1 FROM entry WHERE id = NEW.entry_id)",
        "an entry is closed",
    ),
    Rule(
        "payment_is_new",
        "INSERT",
        "payment",
        "EXISTS (SELECT 1 FROM payment WHERE id = NEW.id)",
        "the ledger is append-only",
    ),
    *(
        Rule(f"{table}_{word}", verb, table, ALWAYS, "the ledger is append-only")
        for table in KEPT_TABLES
        for verb, word in CHANGES
    ),
)


def _sqlite_guard(rule: Rule) -> str:
    return (
        f"CREATE TRIGGER {rule.name} BEFORE {rule.verb} ON {rule.table} WHEN {rule.condition} "
        f"BEGIN SELECT RAISE(ABORT, '{rule.refusal}'); END"
    )


def _postgresql_function(name: str, condition: str, refusal: Refusal, result: str) -> str:
    return (
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF {condition} THEN RAISE EXCEPTION '{refusal}' USING ERRCODE = 'integrity_constraint_violation'; "
        f"END IF; RETURN {result}; END $$"
    )


def _postgresql_guard(rule: Rule) -> tuple[str, str]:
    result = "OLD" if rule.verb == "DELETE" else "NEW"
    return (
        _postgresql_function(rule.name, rule.condition, rule.refusal, result),
        (
            f"CREATE TRIGGER {rule.name} BEFORE {rule.verb} ON {rule.table} "
            f"FOR EACH ROW EXECUTE FUNCTION {rule.name}()"
        ),
    )


def _postgresql_extras() -> tuple[str, ...]:
    return (
        _postgresql_function(
            "entry_balances_at_commit", UNBALANCED_AT_COMMIT, "an entry balances in each currency", "NULL"
        ),
        (
            "CREATE CONSTRAINT TRIGGER entry_balances_at_commit AFTER INSERT ON entry_line "
            "DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION entry_balances_at_commit()"
        ),
        _postgresql_function("ledger_is_not_emptied", ALWAYS, "the ledger is append-only", "NULL"),
        *(
            f"CREATE TRIGGER {table}_is_not_emptied BEFORE TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_not_emptied()"
            for table in KEPT_TABLES
        ),
    )


def statements(dialect: str) -> tuple[str, ...]:
    """The guards as SQL of a dialect (`sqlite` or `postgresql`), for the migrations."""
    if dialect == "sqlite":
        return tuple(_sqlite_guard(rule) for rule in RULES)
    return (*(line for rule in RULES for line in _postgresql_guard(rule)), *_postgresql_extras())


def removals(dialect: str) -> tuple[str, ...]:
    """What takes the guards away again, for a downgrade."""
    names = [rule.name for rule in RULES]
    if dialect == "sqlite":
        return tuple(f"DROP TRIGGER {name}" for name in names)
    return tuple(
        f"DROP FUNCTION {name} CASCADE"
        for name in (*names, "entry_balances_at_commit", "ledger_is_not_emptied")
    )


def _guards() -> tuple[ExecutableDDLElement, ...]:
    # DDL() formats with %, which none of the statements has.
    make: Callable[[str], ExecutableDDLElement] = DDL
    return tuple(
        make(statement).execute_if(dialect=dialect)
        for dialect in ("sqlite", "postgresql")
        for statement in statements(dialect)
    )


GUARDS = _guards()
