"""The composition root of the hall: its parts chosen and wired, its routes under `/v1`."""

from __future__ import annotations

from fastapi import APIRouter, FastAPI
from fastapi_offline import FastAPIOffline
from sqlalchemy import text

from hall import problems
from hall.accounts.api import router as accounts
from hall.billing.api import router as billing
from hall.claims.api import router as claims
from hall.clock import Clock, system_clock
from hall.contract import UtilityInfo
from hall.database import connect, read_session
from hall.dependencies import Hall, TheHall
from hall.outages.api import router as outages
from hall.payments.api import router as payments
from hall.security.api import router as security
from hall.security.keys import KnownKeys
from hall.security.limits import LookUpGate
from hall.tariffs.catalogue import read_catalogue
from hall.utility import Utility

root = APIRouter(tags=["hall"])


@root.get("/health")
def health(hall: TheHall) -> dict[str, str]:
    """The hall answers and its database does."""
    with read_session(hall.engine) as session:
        session.execute(text("SELECT 1"))
    return {"status": "ok"}


@root.get("/utility")
def utility(hall: TheHall) -> UtilityInfo:
    """The utility's settings that a kiosk shows or keeps to."""
    return hall.utility.info(hall.clock())


def create_hall(database_url: str, utility: Utility, clock: Clock = system_clock) -> Hall:
    return Hall(
        engine=connect(database_url),
        utility=utility,
        late_fees=read_catalogue().late_fees,
        clock=clock,
        gate=LookUpGate(utility.lookups),
        keys=KnownKeys(),
    )


def create_app(hall: Hall) -> FastAPI:
    app = FastAPIOffline(
        title="Brighthall hall",
        summary="Accounts, bills, payments and claims for kiosks",
        description="Each request of a kiosk is signed with its enrolled Ed25519 key (RFC 9421), its body "
        "covered by a digest (RFC 9530). Refusals are problem details (RFC 9457).",
        version="1",
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        generate_unique_id_function=lambda route: route.name,
    )
    app.state.hall = hall
    problems.add_handlers(app)
    for router in (root, security, accounts, billing, payments, claims, outages):
        app.include_router(router, prefix="/v1")
    problems.describe(app.openapi())  # kept by the app, so what is changed here is what it serves
    return app
