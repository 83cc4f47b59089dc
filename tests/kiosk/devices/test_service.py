"""Finding a service, losing it and finding it again, on hosts that behave as the worst ones do."""

from __future__ import annotations

import hashlib
import socket
import threading
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from devices.contract import CompletionCode
from kiosk.devices import connection, service
from kiosk.devices.dialogue import Reply
from kiosk.devices.script import Ask
from kiosk.devices.service import ServiceLink
from tests.kiosk.devices.owner import owner
from tests.kiosk.devices.scripted_host import (
    Behaviour,
    Messages,
    ScriptedHost,
    capabilities,
    completion,
    scripted_host,
)

ROOT = "/xfs4iot/v1.0"
STATUS, CASH_IN = "Common.Status", "CashAcceptor.CashIn"


def publisher(host: Callable[[], ScriptedHost], *names: str) -> Behaviour:
    def behave(name: str, number: int) -> Messages:
        uris = [{"serviceURI": host().uri(service_name)} for service_name in names]
        return [completion(name, number, services=uris)]

    return behave


def device(interface: str, answer: Behaviour) -> Behaviour:
    def behave(name: str, number: int) -> Messages | None:
        if name == "Common.Capabilities":
            return [completion(name, number, **capabilities(interface, STATUS, CASH_IN, "Common.Cancel"))]
        return answer(name, number)

    return behave


def silent(_: str, __: int) -> Messages:
    return []


@contextmanager
def one_service(answer: Behaviour, interface: str = "CashAcceptor") -> Iterator[ScriptedHost]:
    services: dict[str, Behaviour] = {}
    with scripted_host(services) as host:
        services[ROOT] = publisher(lambda: host, "lights", "cash")
        services[f"{ROOT}/lights"] = device("Lights", silent)
        services[f"{ROOT}/cash"] = device(interface, answer)
        yield host


@contextmanager
def linked(bot: QtBot, host: ScriptedHost, path: str = ROOT) -> Iterator[ServiceLink]:
    with owner() as root:
        link = ServiceLink(f"ws://127.0.0.1:{host.port}{path}", "CashAcceptor", root)
        link.start()
        bot.waitUntil(lambda: link.is_up, timeout=10_000)
        yield link
        link.close()


def test_the_service_is_found_among_others_by_what_it_can_do(qtbot: QtBot) -> None:
    with one_service(silent, "cashAcceptor") as host, linked(qtbot, host):
        assert host.asked == [
            (ROOT, "ServicePublisher.GetServices"),
            (f"{ROOT}/lights", "Common.Capabilities"),
            (f"{ROOT}/cash", "Common.Capabilities"),
        ]


@pytest.mark.parametrize("served", [ROOT, f"{ROOT}/"])
@pytest.mark.parametrize("configured", [ROOT, f"{ROOT}/"])
def test_a_slash_at_the_end_of_the_publishers_address_does_not_matter(
    qtbot: QtBot, served: str, configured: str
) -> None:
    with one_service(silent) as host:
        host.services[served] = host.services.pop(ROOT)
        with linked(qtbot, host, configured) as link:
            assert link.is_up


def test_a_service_that_is_lost_is_looked_for_until_it_is_back(qtbot: QtBot) -> None:
    replies: list[Reply | None] = []
    with one_service(silent) as host, linked(qtbot, host) as link:
        link.ask(Ask(CASH_IN, timeout_s=None), replies.append)
        seen: list[bool] = []
        link.lost.connect(lambda: seen.append(bool(replies)))
        qtbot.waitUntil(lambda: (f"{ROOT}/cash", CASH_IN) in host.asked)
        host.cut()
        qtbot.waitUntil(lambda: replies == [None])
        assert seen == [False], "whoever is answered with a loss can see that the service is gone"
        qtbot.waitUntil(lambda: link.is_up, timeout=10_000)


def test_a_command_to_a_service_that_is_away_is_answered_as_lost_but_not_at_once(qtbot: QtBot) -> None:
    replies: list[Reply | None] = []
    with owner() as root:
        link = ServiceLink("ws://127.0.0.1:9", "CashAcceptor", root)
        link.ask(Ask(STATUS), replies.append)
        assert replies == []
        qtbot.waitUntil(lambda: replies == [None])


def test_a_command_that_the_service_does_not_list_is_never_sent(qtbot: QtBot) -> None:
    replies: list[Reply | None] = []
    with one_service(silent) as host, linked(qtbot, host) as link:
        link.ask(Ask("CashAcceptor.CashInEnd"), replies.append)
        qtbot.waitUntil(lambda: len(replies) == 1)
        assert replies[0] is not None
        assert replies[0].code is CompletionCode.UNSUPPORTED_COMMAND
        assert all(name != "CashAcceptor.CashInEnd" for _, name in host.asked)


def test_a_repeated_completion_answers_once(qtbot: QtBot) -> None:
    def twice(name: str, number: int) -> Messages:
        return [completion(name, number)] * 3

    replies: list[Reply | None] = []
    with one_service(twice) as host, linked(qtbot, host) as link:
        link.ask(Ask(STATUS), replies.append)
        link.ask(Ask(STATUS), replies.append)
        qtbot.waitUntil(lambda: len(replies) == 2)
        qtbot.wait(50)
        assert len(replies) == 2


def test_a_service_that_outlives_its_own_time_out_counts_as_lost(qtbot: QtBot) -> None:
    replies: list[Reply | None] = []
    with one_service(silent) as host, linked(qtbot, host) as link:
        link.ask(Ask(STATUS, timeout_s=0.1, grace_s=0.1), replies.append)
        qtbot.waitUntil(lambda: replies == [None])
        qtbot.waitUntil(lambda: link.is_up, timeout=10_000)


def test_a_cancelled_command_that_never_completes_counts_as_lost(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def only_cancels(name: str, number: int) -> Messages:
        return [completion(name, number)] if name == "Common.Cancel" else []

    monkeypatch.setattr(service, "CANCELLED_S_MAX", 0.2)
    replies: list[Reply | None] = []
    with one_service(only_cancels) as host, linked(qtbot, host) as link:
        link.cancel(link.ask(Ask(CASH_IN, timeout_s=None), replies.append))
        qtbot.waitUntil(lambda: replies == [None])


def test_a_machine_that_has_frozen_is_noticed_though_its_connection_stays(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "PING_S", 0.1)
    lost: list[str] = []
    with frozen_server() as port, owner() as root:
        wire = connection.Connection(QUrl(f"ws://127.0.0.1:{port}/"), root)
        wire.lost.connect(lost.append)
        qtbot.waitUntil(lambda: lost == ["the service does not answer pings"])


@contextmanager
def frozen_server() -> Iterator[int]:
    """Shakes hands, and never says anything again."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        thread = threading.Thread(target=partial(shake_hands, door), daemon=True)
        thread.start()
        yield door.getsockname()[1]
        thread.join(5)


def shake_hands(door: socket.socket) -> None:
    guest, _ = door.accept()
    with guest:
        lines = guest.recv(4096).decode().split("\r\n")
        key = next(line.split(": ")[1] for line in lines if line.lower().startswith("sec-websocket-key"))
        digest = hashlib.sha1(f"{key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11".encode()).digest()
        guest.sendall(
            b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            b"Sec-WebSocket-Accept: " + b64encode(digest) + b"\r\n\r\n"
        )
        while guest.recv(4096):
            continue
