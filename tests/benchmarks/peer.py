"""What the hall is measured against: FastAPI with single routes and raw SQL; no rules, no ledger, no limits.

`python -m tests.benchmarks.peer FILE.sqlite KEY` prints where it listens, as `hall serve` does. The look-up is
there twice: bare, and behind the same check of a signature by that one public key (base64).
"""

from __future__ import annotations

import base64
import json
import sqlite3
import sys
import threading
import time

import uvicorn
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from fastapi import Depends, FastAPI, HTTPException, Request
from http_message_signatures import HTTPMessageVerifier, HTTPSignatureKeyResolver
from http_message_signatures.algorithms import ED25519
from pydantic import BaseModel

from hall.contract import SIGNATURE_TAG, SIGNED_COMPONENTS
from hall.security.signatures import SignedMessage
from hall.serve import listen

DUE = (
    "SELECT a.number, c.name, u.town, b.billing_month, b.due_date, b.principal_minor - b.principal_received_minor "
    "FROM customer_account a JOIN customer c ON c.id = a.customer_id JOIN usage_point u ON u.id = a.usage_point_id "
    "LEFT JOIN bill b ON b.account_id = a.id AND b.settled_on IS NULL WHERE a.number = ? ORDER BY b.billing_month"
)


class LookUp(BaseModel):
    number: str


class Payment(BaseModel):
    payment_id: str
    tenders: list[dict[str, object]]


class OneKey(HTTPSignatureKeyResolver):
    def __init__(self, key: Ed25519PublicKey) -> None:
        self._key = key

    def resolve_public_key(self, key_id: str) -> Ed25519PublicKey:
        return self._key


def create_peer(file: str, key: Ed25519PublicKey) -> FastAPI:
    app = FastAPI()
    local = threading.local()

    def database() -> sqlite3.Connection:
        if not hasattr(local, "connection"):
            local.connection = sqlite3.connect(file, isolation_level=None, timeout=15)
            for pragma in ("journal_mode = WAL", "synchronous = FULL"):
                local.connection.execute(f"PRAGMA {pragma}")
        connection: sqlite3.Connection = local.connection
        return connection

    async def signed(request: Request) -> None:
        body = await request.body()
        message = SignedMessage(request.method, str(request.url), dict(request.headers), body)
        HTTPMessageVerifier(signature_algorithm=ED25519, key_resolver=OneKey(key)).verify(
            message, expect_tag=SIGNATURE_TAG, require_components=SIGNED_COMPONENTS, body=body
        )

    @app.post("/signed-look-up", dependencies=[Depends(signed)])
    @app.post("/look-up")
    def look_up(body: LookUp) -> dict[str, object]:
        rows = database().execute(DUE, (body.number,)).fetchall()
        if not rows:
            raise HTTPException(404)
        number, name, town, *_ = rows[0]
        due = [
            {"billing_month": month, "due_date": day, "principal_minor": minor}
            for *_, month, day, minor in rows
            if month
        ]
        return {"number": number, "name": name, "town": town, "due": due}

    @app.post("/pay", status_code=201)
    def pay(body: Payment) -> dict[str, str]:
        row = (body.payment_id, json.dumps(body.tenders), time.time())
        database().execute("INSERT INTO peer_payment VALUES (?, ?, ?)", row)
        return {"payment_id": body.payment_id}

    return app


def main(file: str, key: str) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute(
            "CREATE TABLE IF NOT EXISTS peer_payment (id TEXT PRIMARY KEY, tenders TEXT, at REAL)"
        )
    connection.close()
    public_key = Ed25519PublicKey.from_public_bytes(base64.b64decode(key))
    with listen("127.0.0.1", 0) as listening:
        print(json.dumps({"listening": f"http://127.0.0.1:{listening.getsockname()[1]}"}), flush=True)
        config = uvicorn.Config(create_peer(file, public_key), log_level="warning", access_log=False)
        uvicorn.Server(config).run(sockets=[listening])


if __name__ == "__main__":
    main(*sys.argv[1:])
