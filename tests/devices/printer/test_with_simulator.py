"""The driver and its service against the simulated printer, which was written from the manual by itself."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from devices.contract import CompletionCode
from devices.printer.profile import load_profile
from devices.simulators.printer.charset import Charset
from devices.simulators.printer.paper import text_of
from devices.simulators.printer.status import Paper
from devices.simulators.printer.unit import Model, PrinterUnit, Slip
from devices.transport import LinkLostError, Port
from tests.devices.printer.site import Site, Socket, site, slip_form
from tests.devices.printer.slips import CHINESE, ENGLISH
from tests.devices.printer.test_service import code_of, state
from tests.devices.printer.virtual_time import run

PAPER_OUT = (CompletionCode.COMMAND_ERROR_CODE, "paperOut")
SUCCESS = (CompletionCode.SUCCESS, None)
CHARSETS = {"gb18030": Charset.GB18030, "gbk": Charset.GB18030, "utf-8": Charset.UTF_8, "none": Charset.NONE}


class SimulatedSocket(Socket):
    """The simulated printer on a cable without a network."""

    def __init__(self, profile: str) -> None:
        super().__init__()
        chosen = load_profile(profile)
        self.unit = PrinterUnit(Model(dots=chosen.dots, charset=CHARSETS[chosen.encoding]), 0.0)
        self.slips: list[Slip] = []

    async def open(self, _: Port, stir: Callable[[], None]) -> SimulatedWire:  # type: ignore[override]
        if not self.unit.up(asyncio.get_running_loop().time()):
            raise LinkLostError("refused")
        return SimulatedWire(self, stir)

    @property
    def texts(self) -> list[str]:
        return [text_of(slip.rows) for slip in self.slips]


class SimulatedWire:
    def __init__(self, socket: SimulatedSocket, stir: Callable[[], None]) -> None:
        self._socket = socket
        self._stir = stir
        self._came = b""
        self._loop = asyncio.get_running_loop()
        self.lost: str | None = None
        self._turn()

    def write(self, data: bytes) -> None:
        self._socket.unit.receive(data, self._loop.time())
        self._collect()

    def take(self) -> bytes:
        came, self._came = self._came, b""
        return came

    def close(self) -> None:
        self.lost = self.lost or "closed"

    def _turn(self) -> None:
        """Every hundredth of a second the unit goes on."""
        if self.lost is None:
            self._socket.unit.advance(self._loop.time())
            self._collect()
            self._loop.call_later(0.01, self._turn)

    def _collect(self) -> None:
        self._socket.slips += self._socket.unit.take_slips()
        self._came += b"".join(self._socket.unit.take_replies())
        if not self._socket.unit.power:
            self.lost = "power off"
        if self._came or self.lost:
            self._stir()


def unit_of(here: Site) -> PrinterUnit:
    assert isinstance(here.socket, SimulatedSocket)
    return here.socket.unit


def texts_of(here: Site) -> list[str]:
    assert isinstance(here.socket, SimulatedSocket)
    return here.socket.texts


def now() -> float:
    return asyncio.get_running_loop().time()


@pytest.mark.parametrize("profile", ["gb18030-58", "gb18030-80", "gbk-58", "utf-8-58"])
def test_what_was_asked_for_is_what_is_on_the_paper(profile: str) -> None:
    async def visit() -> None:
        async with site(profile, SimulatedSocket(profile)) as here:
            assert code_of(await here.print(CHINESE)) == SUCCESS
            assert code_of(await here.print(ENGLISH)) == SUCCESS
            chinese, english = texts_of(here)
            for text in (
                "电费缴费凭条",
                "001 042",
                "9 月电费和违约金（逾期 25 天）",
                "￥247.05",
                "￥440.00",
                "谢谢您，请收好凭条",
            ):
                assert text in chinese
            assert "□" not in chinese
            assert "[QR] https://hall.example/r/001-20261125-042" in chinese
            for text in ("Payment receipt", "September 2026 electricity", "￥6.55", "Thank you"):
                assert text in english

    run(visit())


def test_a_printer_without_chinese_gets_pictures() -> None:
    async def visit() -> None:
        async with site("raster-58", SimulatedSocket("raster-58")) as here:
            assert code_of(await here.print(CHINESE)) == SUCCESS
            assert len(texts_of(here)) == 1

    run(visit())


def test_paper_that_ends_half_way_fails_the_slip_and_its_rest_never_comes() -> None:
    async def visit() -> None:
        async with site(socket=SimulatedSocket("gb18030-58")) as here:
            unit_of(here).load(now(), Paper.OUT, after_mm=30)
            assert code_of(await here.print(CHINESE)) == PAPER_OUT
            await asyncio.sleep(0.5)
            assert await state(here) == ("online", "out")
            await asyncio.sleep(5)
            unit_of(here).load(now(), Paper.FULL)
            await asyncio.sleep(10)
            assert await state(here) == ("online", "full")
            assert not any("谢谢您" in text for text in texts_of(here))
            assert code_of(await here.print(ENGLISH)) == SUCCESS
            assert "Payment receipt" in texts_of(here)[-1]
            assert "凭条" not in texts_of(here)[-1]

    run(visit())


def test_f41_slips_asked_for_without_paper_are_not_there_when_paper_is_back() -> None:
    async def visits() -> None:
        async with site(socket=SimulatedSocket("gb18030-58")) as here:
            unit_of(here).load(now(), Paper.OUT)
            for _ in range(3):
                assert code_of(await here.print(CHINESE)) == PAPER_OUT
            unit_of(here).load(now(), Paper.FULL)
            await asyncio.sleep(30)
            assert texts_of(here) == []

    run(visits())


def test_a_printer_that_dies_half_way_has_not_printed_and_its_next_slip_is_clean() -> None:
    async def visit() -> None:
        async with site(socket=SimulatedSocket("gb18030-58")) as here:
            unit_of(here).die_after(30)
            assert code_of(await here.print(CHINESE)) == (CompletionCode.DEVICE_NOT_READY, None)
            unit_of(here).switch(now(), on=True)
            await asyncio.sleep(15)
            assert await state(here) == ("online", "full")
            assert code_of(await here.print(ENGLISH)) == SUCCESS
            assert not any("谢谢您" in text for text in texts_of(here))
            assert "凭条" not in texts_of(here)[-1]

    run(visit())


def test_a_host_killed_while_it_printed_cuts_off_the_half_slip_before_the_next(tmp_path: Path) -> None:
    socket = SimulatedSocket("gb18030-58")

    async def killed() -> None:
        async with site(socket=socket, marker=tmp_path / "slip-hangs") as here:
            here.send("Printer.PrintForm", slip_form(CHINESE), version="3.0")
            await asyncio.sleep(0.4)
            unit_of(here).switch(now(), on=False)

    async def started_again() -> None:
        unit = socket.unit
        unit.switch(now(), on=True)
        async with site(socket=socket, marker=tmp_path / "slip-hangs") as here:
            await asyncio.sleep(10)
            assert code_of(await here.print(ENGLISH)) == SUCCESS
            half, whole = texts_of(here)
            assert "电费缴费凭条" in half
            assert "谢谢您" not in half
            assert "凭条" not in whole
            assert not (tmp_path / "slip-hangs").exists()

    run(killed())
    assert (tmp_path / "slip-hangs").exists()
    run(started_again())


def test_an_open_cover_is_told_and_a_slip_is_not_begun() -> None:
    async def visit() -> None:
        async with site(socket=SimulatedSocket("gb18030-58")) as here:
            unit_of(here).open_cover(now(), opened=True)
            assert code_of(await here.print(CHINESE)) == (CompletionCode.USER_ERROR, None)
            assert (await state(here))[0] == "userError"
            unit_of(here).open_cover(now(), opened=False)
            await asyncio.sleep(3)
            assert code_of(await here.print(CHINESE)) == SUCCESS

    run(visit())


def test_a_knife_that_sticks_fails_the_slip_and_the_printer_frees_itself() -> None:
    async def visit() -> None:
        async with site(socket=SimulatedSocket("gb18030-58")) as here:
            unit_of(here).jam_cutter()
            assert code_of(await here.print(CHINESE)) == (CompletionCode.HARDWARE_ERROR, None)
            await asyncio.sleep(5)
            assert await state(here) == ("online", "full")
            assert code_of(await here.print(ENGLISH)) == SUCCESS
            assert "凭条" not in texts_of(here)[-1]

    run(visit())


def test_a_cover_opened_half_way_fails_the_slip() -> None:
    async def visit() -> None:
        async with site(socket=SimulatedSocket("gb18030-58")) as here:
            printing = here.send("Printer.PrintForm", slip_form(CHINESE), version="3.0")
            await asyncio.sleep(0.4)
            unit_of(here).open_cover(now(), opened=True)
            assert code_of(await here.completion(printing)) == (CompletionCode.USER_ERROR, None)

    run(visit())
