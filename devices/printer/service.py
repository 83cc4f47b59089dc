"""The printer as an XFS4IoT device: its commands in, its state out (CWA 17852, Printer)."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from pathlib import Path

from devices import contract
from devices.call import Call, CommandError, StoppedError
from devices.contract import Capabilities, CompletionCode, DeviceState, PaperState, PrintError, Status
from devices.device import Offer, Voice
from devices.link import Driver, OpenWire
from devices.printer import escpos
from devices.printer.encode import SlipEncoder
from devices.printer.fault import Fault
from devices.printer.font import default_font
from devices.printer.link import Event, HangUp, JobEnded, PrinterLink, SlipHangs, StateChanged
from devices.printer.marker import SlotMarker
from devices.printer.profile import Cut, Profile, load_profile
from devices.printer.slip import FORM, MEDIA, FieldError, parse_slip
from devices.printer.words import completion_code, description, device_state, paper_state
from devices.transport import Port, Wire, open_wire

log = logging.getLogger(__name__)


class ReceiptPrinter:
    """One receipt printer on its port. It cuts every slip; nothing but a `Slip` on its `Roll` can be printed."""

    def __init__(
        self,
        profile: Profile,
        font: Path,
        port: Port,
        marker: SlotMarker,
        opener: OpenWire = open_wire,
    ) -> None:
        self._profile = profile
        self._encoder = SlipEncoder(profile, font)
        self._marker = marker
        self._link = PrinterLink(profile, hangs=marker.is_set)
        self._driver: Driver[Event] = Driver("printer", self._link, port, self._heard, self._open)
        self._opener = opener
        self._wire: Wire | None = None
        self._voice: Voice | None = None
        self._state: StateChanged | None = None
        self._paper_told = PaperState.FULL
        self._ended: asyncio.Future[Fault | None] | None = None

    # --- the device of its service ---

    def offers(self) -> tuple[Offer, ...]:
        offer = Offer(
            "Printer",
            queued={"Printer.PrintForm": self._print_form},
            at_once={"Printer.GetFormList": self._form_list, "Printer.GetMediaList": self._media_list},
            events=("Printer.FieldErrorEvent", "Printer.MediaPresentedEvent", "Printer.PaperThresholdEvent"),
        )
        return (offer,)

    def status(self) -> Status:
        """`media` stays unknown: no sensor sees whether a slip still hangs in the slot."""
        device = DeviceState.STARTING if self._state is None else device_state(self._state.fault)
        paper = PaperState.UNKNOWN if self._state is None else paper_state(self._state.status)
        return Status(
            common=contract.CommonStatus(device=device),
            printer=contract.PrinterStatus(media="unknown", paper=contract.PaperSupply(upper=paper)),
        )

    def capabilities(self) -> Capabilities:
        cut = self._profile.cut
        return Capabilities(
            common=contract.CommonCapabilities(
                device_information=(contract.DeviceInformation(model_description=self._profile.name),)
            ),
            printer={
                "type": {"receipt": True},
                "resolution": {"medium": True},
                "writeForm": {"text": True, "graphics": True, "barcode": True},
                "control": {"eject": True, "cut": cut is Cut.FULL, "partialCut": cut is Cut.PARTIAL},
                "acceptMedia": False,
                "multiPage": False,
                "paperSources": {"upper": True},
                "mediaTaken": False,
                "dispensePaper": False,
                "mediaPresented": True,
            },
        )

    def attach(self, voice: Voice) -> None:
        self._voice = voice

    async def run(self) -> None:
        await asyncio.to_thread(escpos.library)  # now, and not while a customer waits
        await self._driver.run()

    # --- commands ---

    async def _form_list(self, _: Call) -> contract.FormList:
        return contract.FormList(form_list=(FORM,))

    async def _media_list(self, _: Call) -> contract.MediaList:
        return contract.MediaList(media_list=(MEDIA,))

    async def _print_form(self, call: Call) -> None:
        """Done when the printer has said so; whatever else happens, the slip is never printed later."""
        job = await self._encoded(call)
        ended = self._submit(job)
        call.on_stop(lambda: self._drop(ended))
        fault = await ended
        if fault is Fault.DROPPED and call.stopped is not None:
            raise StoppedError(call.stopped, description(fault))
        if fault is not None:
            code, error = completion_code(fault)
            raise CommandError(code, description(fault), error_code=error)
        call.tell("Printer.MediaPresentedEvent", contract.MediaPresented(wad_index=1, total_wads=1))

    async def _encoded(self, call: Call) -> list[bytes]:
        wanted = call.read(contract.PrintForm)
        if wanted.form_name != FORM:
            raise _error(PrintError.FORM_NOT_FOUND, f"the one form is {FORM}")
        if wanted.media_name not in {None, MEDIA}:
            raise _error(PrintError.MEDIA_NOT_FOUND, f"the one media is {MEDIA}")
        if wanted.media_control and wanted.media_control.move not in {None, contract.MediaMove.EJECT}:
            raise CommandError(CompletionCode.UNSUPPORTED_DATA, "a slip can only be ejected")
        try:
            # Drawing takes tens of milliseconds; other devices' notes do not wait for it.
            return await asyncio.to_thread(self._encoder.encode, parse_slip(wanted.fields or {}))
        except FieldError as error:
            failure = contract.FieldFailure(error.failure)
            told = contract.FieldError(form_name=FORM, field_name=error.field, failure=failure)
            call.tell("Printer.FieldErrorEvent", told)
            raise _error(PrintError.FIELD_ERROR, str(error)) from None

    def _submit(self, job: list[bytes]) -> asyncio.Future[Fault | None]:
        loop = asyncio.get_running_loop()
        self._ended = loop.create_future()
        self._link.submit(job, loop.time())
        self._driver.stir()
        return self._ended

    def _drop(self, ended: asyncio.Future[Fault | None]) -> None:
        if not ended.done():
            self._link.drop(asyncio.get_running_loop().time())
            self._driver.stir()

    # --- what the link says ---

    def _heard(self, event: Event) -> None:
        match event:
            case StateChanged():
                self._note(event)
            case JobEnded(fault):
                assert self._ended is not None
                self._ended.set_result(fault)
            case SlipHangs(hangs):
                self._marker.set(hangs=hangs)
            case HangUp():
                log.warning("printer: it has fallen silent, its wire is opened again")
                if self._wire is not None:
                    self._wire.close()
                    self._driver.stir()

    def _note(self, state: StateChanged) -> None:
        before = self._state.fault if self._state else None
        self._state = state
        if state.fault is not before:
            answers = {
                n: f"{a:02X}h" if isinstance(a, int) else a.name for n, a in state.status.answers.items()
            }
            log.warning("printer: %s %s", description(state.fault) if state.fault else "ready", answers)
        if self._voice is None:
            return
        paper = paper_state(state.status)
        if paper not in {PaperState.UNKNOWN, self._paper_told}:
            self._paper_told = paper
            threshold = contract.PaperThreshold(paper_source="upper", threshold=paper.value)
            self._voice.publish("Printer.PaperThresholdEvent", threshold)
        self._voice.status_changed()

    async def _open(self, port: Port, stir: Callable[[], None]) -> Wire:
        self._wire = await self._opener(port, stir)
        return self._wire


def receipt_printer(
    port: Port, profile: str, font: Path | None = None, state: Path | None = None
) -> ReceiptPrinter:
    """The printer at `port`; `state` is an existing folder of the host's.

    Raises ValueError for an unknown profile, FileNotFoundError for want of a typeface.
    """
    marker = SlotMarker(state / "slip-hangs" if state else None)
    return ReceiptPrinter(load_profile(profile), font or default_font(), port, marker)


def _error(code: PrintError, why: str) -> CommandError:
    return CommandError(CompletionCode.COMMAND_ERROR_CODE, why, error_code=code)
