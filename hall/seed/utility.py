"""Seeds a whole utility into an empty database, in one transaction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import islice
from random import Random

from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from hall.accounts.tables import CustomerAccount
from hall.database import write_session
from hall.ledger import service as ledger
from hall.ledger.service import Movement
from hall.seed.history import history
from hall.seed.opening import opening
from hall.seed.outages import seeded_outages
from hall.seed.places import read_places
from hall.seed.profile import profiles
from hall.seed.write import NUMBERED_TABLES, Rows
from hall.tariffs.catalogue import Catalogue
from hall.utility import Utility

MONTHS = 36
BATCH = 200


class NotEmptyError(Exception):
    """The database already has accounts; a seeded utility goes beside nobody's."""


@dataclass(frozen=True, slots=True)
class Plan:
    as_of: date
    seed: int
    accounts: int


def seed_utility(
    engine: Engine, catalogue: Catalogue, utility: Utility, plan: Plan, progress: Callable[[int], None]
) -> None:
    """Write accounts, readings, bills, opening entries and outages; `progress` hears how many accounts are done.

    The same plan writes the same rows. Raises NotEmptyError, and changes nothing, where accounts exist.
    """
    with write_session(engine) as session:
        if session.scalar(select(func.count()).select_from(CustomerAccount)):
            raise NotEmptyError
        _write_accounts(session, catalogue, utility, plan, progress)
        session.add_all(seeded_outages(plan.as_of, utility.zone))
        session.flush()
        _let_ids_go_on(session)


def _write_accounts(
    session: Session, catalogue: Catalogue, utility: Utility, plan: Plan, progress: Callable[[int], None]
) -> None:
    rows, done = Rows(utility.currency), 0
    everybody = profiles(plan.accounts, plan.seed, read_places())
    while batch := tuple(islice(everybody, BATCH)):
        entries: list[Movement] = []
        for profile in batch:
            random = Random(f"{plan.seed}/{profile.number}/months")  # noqa: S311  # not a secret
            told = history(profile, catalogue, plan.as_of, MONTHS, random)
            rows.add_account(profile, catalogue.tariff(profile.tariff), told)
            if entry := opening(profile, told, utility.currency, plan.as_of, utility.zone):
                entries.append(entry)
        rows.flush(session.connection())
        if entries:
            ledger.book(session, entries)
        done += len(batch)
        progress(done)


def _let_ids_go_on(session: Session) -> None:
    """PostgreSQL counts ids in sequences, which know nothing of rows that came with their own."""
    if session.get_bind().dialect.name != "postgresql":
        return
    for table in NUMBERED_TABLES:
        newest = select(func.max(table.id)).scalar_subquery()
        session.execute(select(func.setval(func.pg_get_serial_sequence(table.__tablename__, "id"), newest)))
