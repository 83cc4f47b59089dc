"""The hall beside its peer in the same run: account look-ups, and payments a second at 1 and at 32 clients.

Both are real uvicorn processes on the same SQLite file, asked over kept-open connections with requests that
were made (and signed) before the clock ran. The peer is one route with raw SQL and no rules; a look-up is
compared with it bare, and behind the same check of the signature.
"""

from __future__ import annotations

import argparse
import base64
import json
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx
from sqlalchemy import text

from hall.app import create_hall
from hall.database import read_session
from hall.dependencies import Hall
from hall.utility import UTILITY_FILE, read_utility
from tests.benchmarks.raw_http import line_to, request_bytes
from tests.hall.signed import Signer, TestKiosk, enrolled
from tests.hall.statements import statements
from tests.system import AS_OF, command, environment

ACCOUNTS = 400
LOOK_UPS = 400
WARM_UP = 50
PAYMENTS = 256
MANY = 32


@dataclass(frozen=True, slots=True)
class Result:
    name: str
    unit: str
    hall: float
    peer: float
    ratio: float
    """How many times better the peer is; the aim of a look-up is 1.5."""

    def __str__(self) -> str:
        return f"{self.name}: hall {self.hall:.2f} {self.unit}, peer {self.peer:.2f} {self.unit}: {self.ratio:.2f}x"


@contextmanager
def serving(*program: str) -> Iterator[str]:
    with subprocess.Popen(
        [sys.executable, "-m", *program], env=environment(), stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        try:
            yield json.loads(process.stdout.readline())["listening"]
        finally:
            process.terminate()


def generous_utility(folder: Path) -> Path:
    """The utility's settings without a limit that a measurement would run into."""
    file = folder / "utility.toml"
    settings = UTILITY_FILE.read_text(encoding="utf-8")
    file.write_text(
        re.sub(r"(kiosk_per_minute|range_per_hour) = \d+", r"\1 = 1000000", settings), encoding="utf-8"
    )
    return file


def asked(kiosk: TestKiosk, address: str, path: str, body: dict[str, object]) -> bytes:
    """A signed request to the hall, ready to send."""
    request = httpx.Request("POST", address + path, json=body)
    return request_bytes(next(Signer(kiosk.kiosk_id, kiosk.key).auth_flow(request)))


def unsigned(address: str, path: str, body: dict[str, object]) -> bytes:
    return request_bytes(httpx.Request("POST", address + path, json=body))


def look_ups(kiosk: TestKiosk, hall: str, peer: str, numbers: Sequence[str]) -> list[Result]:
    """Look-ups by the hall and by both peers, asked in turn."""
    chosen = [numbers[n % len(numbers)] for n in range(LOOK_UPS + WARM_UP)]
    kinds = {
        "hall": (hall, [asked(kiosk, hall, "/v1/account-lookups", {"number": each}) for each in chosen]),
        "signed": (peer, [asked(kiosk, peer, "/signed-look-up", {"number": each}) for each in chosen]),
        "bare": (peer, [unsigned(peer, "/look-up", {"number": each}) for each in chosen]),
    }
    times: dict[str, list[float]] = {kind: [] for kind in kinds}
    with ExitStack() as open_:
        lines = {kind: open_.enter_context(line_to(address)) for kind, (address, _) in kinds.items()}
        for turn in range(len(chosen)):
            for kind, (_, requests) in kinds.items():
                began = time.perf_counter()
                status = lines[kind].ask(requests[turn])
                times[kind].append(time.perf_counter() - began)
                assert status == 200, (kind, status)
    median = {kind: statistics.median(seconds[WARM_UP:]) for kind, seconds in times.items()}
    late = {kind: sorted(seconds[WARM_UP:])[LOOK_UPS * 99 // 100] for kind, seconds in times.items()}
    return [
        slower("account look-up, median, peer checks the signature too", median["hall"], median["signed"]),
        slower("account look-up, median, peer is bare", median["hall"], median["bare"]),
        slower("account look-up, 99 of 100, peer checks the signature too", late["hall"], late["signed"]),
    ]


def slower(name: str, hall_s: float, peer_s: float) -> Result:
    return Result(name, "ms", hall_s * 1000, peer_s * 1000, hall_s / peer_s)


def posted_per_second(address: str, requests: Sequence[bytes], clients: int) -> float:
    """All requests posted by so many clients, each with its own connection."""

    def post(mine: Sequence[bytes]) -> None:
        with line_to(address) as line:
            for request in mine:
                status = line.ask(request)
                assert status == 201, status

    with ThreadPoolExecutor(clients) as pool:
        began = time.perf_counter()
        list(pool.map(post, [requests[n::clients] for n in range(clients)]))
        return len(requests) / (time.perf_counter() - began)


def payments(kiosk: TestKiosk, hall: str, peer: str, numbers: Sequence[str], clients: int) -> Result:
    bodies = [
        kiosk.payment(numbers[n % len(numbers)], 1_000, taken_at=datetime.now(UTC)) for n in range(PAYMENTS)
    ]
    signed = [asked(kiosk, hall, "/v1/payments", body) for body in bodies]
    plain = [unsigned(peer, "/pay", {key: body[key] for key in ("payment_id", "tenders")}) for body in bodies]
    ours = posted_per_second(hall, signed, clients)
    theirs = posted_per_second(peer, plain, clients)
    return Result(f"payments posted, clients: {clients}", "a second", ours, theirs, theirs / ours)


def statements_of_a_posting(hall: Hall, kiosk: TestKiosk, number: str) -> int:
    kiosk.get("/v1/kiosk")
    with statements(hall.engine) as sent:
        answer = kiosk.post("/v1/payments", kiosk.payment(number, 1_000_000, taken_at=datetime.now(UTC)))
    assert answer.status_code == 201, answer.text
    return len(sent)


def measure() -> Iterator[Result | dict[str, object]]:
    with TemporaryDirectory() as name, ExitStack() as open_:
        folder = Path(name)
        file = folder / "hall.sqlite"
        database = f"sqlite:///{file}"
        command("hall", "seed", "--database", database, "--accounts", str(ACCOUNTS), "--as-of", AS_OF)
        inside = create_hall(database, read_utility(generous_utility(folder)))
        kiosk = open_.enter_context(enrolled(inside, "bench"))
        with read_session(inside.engine) as session:
            numbers = list(
                session.scalars(text("SELECT number FROM customer_account WHERE closed_on IS NULL"))
            )
        public = base64.b64encode(kiosk.key.public_key().public_bytes_raw()).decode()
        settings = ("--utility", str(folder / "utility.toml"))
        hall = open_.enter_context(serving("hall", "serve", "--port", "0", "--database", database, *settings))
        peer = open_.enter_context(serving("tests.benchmarks.peer", str(file), public))
        yield from look_ups(kiosk, hall, peer, numbers)
        for clients in (1, MANY):
            yield payments(kiosk, hall, peer, numbers, clients)
        yield {
            "name": "SQL statements of a posting",
            "count": statements_of_a_posting(inside, kiosk, numbers[0]),
        }
        inside.engine.dispose()


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    as_json = parser.parse_args(arguments).json
    for result in measure():
        facts = result if isinstance(result, dict) else asdict(result)
        if as_json:
            print(json.dumps(facts), flush=True)
        elif isinstance(result, dict):
            print(f"{facts['name']}: {facts['count']}", flush=True)
        else:
            print(result, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
