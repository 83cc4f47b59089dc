"""The printer over a real TCP connection."""

from __future__ import annotations

import asyncio

from devices.contract import CompletionCode
from devices.transport import Port, open_wire
from tests.devices.printer.bench import FakePrinter
from tests.devices.printer.site import Site, Socket
from tests.devices.printer.test_service import code_of

RECEIPTS = 6
HANGS_UP_EVERY = 2


class NetworkPrinter:
    """Port 9100: serves one client, turns others away, and can hang up on the one it has."""

    def __init__(self) -> None:
        self.printer = FakePrinter(bytes_a_second=50_000)
        self.client: asyncio.StreamWriter | None = None
        self.clients = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self.client is not None:
            writer.close()
            return
        self.client, self.clients = writer, self.clients + 1
        self.printer.replies.clear()
        loop = asyncio.get_running_loop()
        while self.client is writer:
            try:
                async with asyncio.timeout(0.002):
                    data = await reader.read(4096)
            except TimeoutError:
                data = None
            except ConnectionError:
                data = b""
            if data == b"":
                self.hang_up()
            elif data:
                self.printer.write(data, loop.time())
            self.printer.work(loop.time())
            self.printer.replies.sort()
            while self.printer.replies and self.printer.replies[0][0] <= loop.time():
                writer.write(self.printer.replies.pop(0)[1])

    def hang_up(self) -> None:
        if self.client is not None:
            self.client.close()
            self.client = None


async def several_receipts() -> NetworkPrinter:
    printer = NetworkPrinter()
    server = await asyncio.start_server(printer.serve, "127.0.0.1", 0)
    host, port = server.sockets[0].getsockname()
    here = Site(Socket(), opener=lambda _, stir: open_wire(Port(f"socket://{host}:{port}"), stir))
    tasks = [asyncio.create_task(here.device.run()), asyncio.create_task(here.service.run())]
    for number in range(RECEIPTS):
        completion = await here.print({"title": ["Receipt"], "notes": [f"number {number};"]})
        assert code_of(completion) == (CompletionCode.SUCCESS, None)
        if number % HANGS_UP_EVERY == 1:
            printer.hang_up()
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    server.close()
    await server.wait_closed()
    return printer


def test_f32_receipts_over_tcp_are_each_printed_once_through_a_printer_that_hangs_up() -> None:
    printer = asyncio.run(asyncio.wait_for(several_receipts(), 60))
    counts = [sum(b"number %d;" % n in slip for slip in printer.printer.slips) for n in range(RECEIPTS)]
    assert counts == [1] * RECEIPTS
    assert printer.clients == RECEIPTS / HANGS_UP_EVERY
