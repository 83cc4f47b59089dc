"""What has become of the paper slip, in words; with the printer's state where it failed."""

from __future__ import annotations

from kiosk.payment.view import PrinterState, Slip
from kiosk.ui.texts import NOTHING, Words, say


def slip_words(slip: Slip, printer: PrinterState) -> Words:
    match slip:
        case Slip.PRINTING:
            return say("正在打印收据，请等一下")
        case Slip.PRINTED:
            return say("收据打好了，别忘了拿")
        case Slip.NONE:
            return say("没有纸质收据：请扫码，或记下收据号")
        case Slip.FAILED:
            return _failed(printer)


def _failed(printer: PrinterState) -> Words:
    match printer:
        case PrinterState.PAPER_OUT:
            return say("缺纸，没有打出来：请扫码，或记下收据号")
        case PrinterState.COVER_OPEN:
            return say("打印机盖开着，没有打出来：请扫码，或记下收据号")
        case _:
            return say("没有打出来：请扫码，或记下收据号")


def claim_slip_words(slip: Slip) -> Words:
    """The same of a slip that holds nothing but a claim's number."""
    match slip:
        case Slip.PRINTING:
            return say("正在打印登记单，请等一下")
        case Slip.PRINTED:
            return say("登记单打好了，别忘了拿")
        case Slip.NONE | Slip.FAILED:
            return say("没有打出来：请记下登记编号")


def countdown_words(slip: Slip, seconds_left: int) -> Words:
    """How long the last page still stands; while the slip is being printed nobody is hurried."""
    if slip is Slip.PRINTING:
        return NOTHING
    return say("%n 秒后回到首页，您的资料会从屏幕上清掉。", "", seconds_left)


def may_print_again(slip: Slip, printer: PrinterState) -> bool:
    return slip is Slip.FAILED and printer in (PrinterState.READY, PrinterState.PAPER_LOW)
