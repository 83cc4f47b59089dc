from __future__ import annotations

from dataclasses import replace

from kiosk.payment.view import PaymentView, PrinterState, Refusal, Stage
from kiosk.ui.pages.cash_view import cash_view
from kiosk.ui.pages.jam_view import jam_view
from kiosk.ui.pages.leaving_view import leaving_view
from kiosk.ui.pages.sample_visit import LIMIT, cash_in, in_doubt, jammed
from kiosk.ui.pages.still_there_view import still_there_view
from kiosk.ui.registry import Sample
from kiosk.ui.samples import CHEN as KNOWN
from kiosk.ui.samples import HOTLINE, ZONE, sample_shell

SHELL = sample_shell(KNOWN)


def _cash(picture: str, payment: PaymentView) -> Sample:
    return Sample(picture, cash_view(payment, LIMIT), SHELL)


def _jam(picture: str, payment: PaymentView) -> Sample:
    return Sample(picture, jam_view(payment, PrinterState.READY, HOTLINE, ZONE, 30), SHELL)


def _refused(picture: str, refusal: Refusal, *counts: int) -> Sample:
    return _cash(picture, replace(cash_in(*counts), refusal=refusal))


CASH_SAMPLES = (
    _cash("06-cash", cash_in(3, 2, 1)),
    _cash("06a-cash-before-the-first-note", cash_in()),
    _cash("06b-cash-note-inside", cash_in(3, 2, 1, stage=Stage.MOVING)),
    _cash("06c-cash-closing", cash_in(4, 0, 2, stage=Stage.CLOSING)),
)
REFUSED_SAMPLES = (
    _refused("29-note-refused", Refusal.NOT_READ, 3, 2),
    _refused("29a-note-not-taken-here", Refusal.NOT_ACCEPTED),
    _refused("29b-note-over-limit", Refusal.OVER_LIMIT, 3, 2),
)
JAM_SAMPLES = (
    _jam("30-acceptor-jam", in_doubt(3, 2)),
    _jam("30a-acceptor-jam-checking", jammed(3, 2)),
    _jam("30b-acceptor-jam-first-note", in_doubt()),
    _jam("30c-note-in-doubt", replace(in_doubt(3, 2, 1), jammed=False)),
)
LEAVING_SAMPLES = (
    Sample("06d-leaving-unpaid", leaving_view(cash_in()), SHELL),
    Sample("06e-leaving-paid", leaving_view(cash_in(3, 2, 1)), SHELL),
)
STILL_THERE_SAMPLES = (
    Sample("24-still-there", still_there_view(PaymentView(), 18, 30), SHELL),
    Sample("24a-still-there-paid", still_there_view(cash_in(4, 0, 1), 7, 30), SHELL),
)
