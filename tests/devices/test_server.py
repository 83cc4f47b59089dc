"""The door: real WebSockets, and everything that is none."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from devices.common import serve_device
from devices.config import HostSettings
from devices.host import Listening, run_host
from devices.server import MESSAGE_MAX, Publisher
from tests.devices.test_service import LIST, Toy
from tests.devices.wire_client import client_of, code_of


@asynccontextmanager
async def host() -> AsyncIterator[str]:
    """A running host with one device; the publisher's address."""
    listening: asyncio.Future[Listening] = asyncio.get_running_loop().create_future()
    serving = asyncio.create_task(run_host({"printer": Toy()}, HostSettings(port=0), listening.set_result))
    try:
        yield (await listening).url
    finally:
        serving.cancel()
        await asyncio.gather(serving, return_exceptions=True)


def in_host(scene: object) -> None:
    async def play() -> None:
        assert callable(scene)
        async with asyncio.timeout(60), host() as url:
            await scene(url)

    asyncio.run(play())


def test_the_publisher_tells_each_service_and_then_all_of_them() -> None:
    async def scene(url: str) -> None:
        async with client_of(url) as client:
            number = await client.send("ServicePublisher.GetServices")
            told = (await client.completion(number))["payload"]
            assert told["services"] == [{"serviceURI": f"{url}/printer"}]
            assert client.of(number) == ["acknowledge", "ServicePublisher.ServiceDetailEvent", "completion"]

    in_host(scene)


@pytest.mark.parametrize("spelling", ["/printer", "/printer/", "/PRINTER", "/Printer/"])
def test_a_service_is_found_with_and_without_a_slash_and_in_any_case(spelling: str) -> None:
    async def scene(url: str) -> None:
        async with client_of(url + spelling) as client:
            assert code_of(await client.ask(LIST)) == "success"

    in_host(scene)


def test_other_paths_and_plain_http_are_refused_and_end_nothing() -> None:
    async def scene(url: str) -> None:
        with pytest.raises(InvalidStatus, match="404"):
            async with connect(url + "/camera"):
                pass
        address, port = url.split("/")[2].split(":")
        for request in (
            b"GET /xfs4iot/v1.0 HTTP/1.1\r\nHost: x\r\n\r\n",
            b"\x16\x03\x01\x00\xff\r\n\r\n",
            b"\0" * 9000,
        ):
            reader, writer = await asyncio.open_connection(address, int(port))
            writer.write(request)
            answer = await reader.read(200)
            assert answer[:10] in (b"HTTP/1.1 4", b"")
            writer.close()
        async with client_of(url + "/printer") as client:
            assert code_of(await client.ask(LIST)) == "success"

    in_host(scene)


def test_a_message_of_two_mebibytes_in_fragments_is_one_message() -> None:
    async def scene(url: str) -> None:
        header = {"type": "command", "name": LIST, "requestId": 1, "version": "2.0"}
        text = json.dumps({"header": header, "payload": {"vendor": ""}})
        text = text.replace('""', '"' + "x" * (MESSAGE_MAX - len(text)) + '"')
        assert len(text) == MESSAGE_MAX
        async with connect(url + "/printer", compression=None, max_size=None) as socket:
            await socket.send([text[at : at + 65_536] for at in range(0, len(text), 65_536)])
            kinds = [json.loads(await socket.recv())["header"]["type"] for _ in range(2)]
            assert kinds == ["acknowledge", "completion"]

    in_host(scene)


def test_a_longer_message_ends_its_own_connection_only() -> None:
    async def scene(url: str) -> None:
        async with client_of(url + "/printer") as other:
            async with connect(url + "/printer", compression=None) as socket:
                await socket.send("x" * (MESSAGE_MAX + 1))
                with pytest.raises(ConnectionClosed):
                    await socket.recv()
            assert code_of(await other.ask(LIST)) == "success"

    in_host(scene)


def test_the_publisher_takes_the_next_free_port_of_the_standard() -> None:
    async def play() -> None:
        publisher = Publisher([serve_device(Toy(), "printer")])
        first = await publisher.listen("127.0.0.1", None)
        second = await publisher.listen("127.0.0.1", None)
        ports = [next(iter(server.sockets)).getsockname()[1] for server in (first, second)]
        for server in (first, second):
            server.close()
        assert ports == sorted(set(ports))
        assert all(5846 <= port <= 5856 for port in ports)

    asyncio.run(play())


def test_a_port_that_is_taken_is_an_error() -> None:
    async def play() -> None:
        publisher = Publisher([])
        server = await publisher.listen("127.0.0.1", 0)
        port = next(iter(server.sockets)).getsockname()[1]
        with pytest.raises(OSError, match="in use"):
            await publisher.listen("127.0.0.1", port)
        server.close()

    asyncio.run(play())
