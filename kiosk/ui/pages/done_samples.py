from __future__ import annotations

from dataclasses import replace

from kiosk.payment.view import ClaimView, PaymentView, PrinterState, Slip
from kiosk.ui.pages.done_view import done_view
from kiosk.ui.pages.reconnect_view import reconnect_view
from kiosk.ui.pages.restarted_view import restarted_view
from kiosk.ui.pages.sample_visit import paid, reconnecting
from kiosk.ui.registry import Sample
from kiosk.ui.samples import CHEN as KNOWN
from kiosk.ui.samples import HOTLINE, NOW, ZONE, sample_shell

SHELL = sample_shell(KNOWN)
CLAIM = ClaimView("001-20261125-043", None)


def _done(
    picture: str, payment: PaymentView, printer: PrinterState = PrinterState.READY, left: int = 30
) -> Sample:
    return Sample(picture, done_view(payment, printer, HOTLINE, ZONE, left), SHELL)


DONE_SAMPLES = (
    _done("09-done", paid(4, 0, 2)),
    _done("09a-done-no-paper", paid(4, 0, 2, slip=Slip.FAILED), PrinterState.PAPER_OUT, 120),
    _done("09b-done-hall-awaited", replace(paid(4, 0, 2), posted=None, hall_awaited=True)),
    _done(
        "09e-done-no-receipt",
        replace(
            paid(2), posted=None, hall_awaited=True, receipt_number=None, receipt_token=None, slip=Slip.NONE
        ),
        left=120,
    ),
    _done("09c-done-part", paid(3, 1, 0)),
    _done("09d-done-paper-back-and-claim", replace(paid(4, 0, 2, slip=Slip.FAILED), claim=CLAIM), left=117),
)
RECONNECT_SAMPLES = (
    Sample("31b-reconnect", reconnect_view(reconnecting(), PrinterState.READY, HOTLINE, NOW, 30), SHELL),
)
RESTARTED_SAMPLES = (
    Sample(
        "13-restarted",
        restarted_view(replace(paid(2), recovered=True), PrinterState.READY, HOTLINE, ZONE, 60),
        sample_shell(),
    ),
)
