"""Composition root of the kiosk: here edges are chosen and wired, and nowhere else."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import QObject, QTimeZone, Slot
from PySide6.QtGui import QGuiApplication

from kiosk.config import Settings
from kiosk.enrolment import Enrolment
from kiosk.front import Front
from kiosk.hall import HallClient
from kiosk.identity import Identity
from kiosk.inquiries import HallNews, HallWatch, Inquiries
from kiosk.payment.thread import PaymentThread
from kiosk.session.events import (
    AskQuote,
    AskUtility,
    BeginPayment,
    DismissPayment,
    Effect,
    LookUp,
    PrintAgain,
    StopPayment,
)
from kiosk.stopping import stopped_by_signals
from kiosk.ui.pages.registry import PAGES
from kiosk.ui.window import KioskWindow, open_window

Clock = Callable[[], float]
Wall = Callable[[], datetime]


class Kiosk(QObject):
    """A kiosk that runs from `start` to `close`. Its window is `window`; nothing of it outlives `close`."""

    def __init__(self, settings: Settings, window: KioskWindow, clock: Clock, wall: Wall) -> None:
        super().__init__()
        self._settings = settings
        self._news: HallNews | None = None
        self.window = window
        self.payments: PaymentThread | None = None
        """None until it is known who this kiosk is."""
        self.inquiries = Inquiries(lambda: HallClient(settings.hall_url), self)
        self.watch = HallWatch(self.inquiries, self)
        self.enrolment = Enrolment(settings.state_dir, settings.hall_url, settings.enrol_code, self)
        self.front = Front(window, settings.limits, settings.locale, system_zone(), clock, wall, self)
        self.inquiries.answered.connect(self.front.hear_answer)
        self.inquiries.told.connect(self._on_news)
        self.front.doubted.connect(self.watch.ask)
        self.front.wanted.connect(self._do)
        self.enrolment.known.connect(self._on_known)

    def start(self) -> None:
        self.watch.ask()
        self.enrolment.start()

    def close(self) -> None:
        """Stop what runs, the innermost last: whoever is still told something must still be there."""
        self.watch.close()
        self.enrolment.close()
        self.inquiries.close()
        if self.payments is not None:
            self.payments.close()
        self.front.close()
        self.window.close()

    @Slot(object)
    def _on_known(self, identity: Identity) -> None:
        url = self._settings.hall_url
        self.inquiries.use(lambda: HallClient(url, identity))
        self.front.hear_site(identity.kiosk)
        self.payments = PaymentThread(
            identity, url, self._settings.devices_url, self._settings.state_dir, self
        )
        self.payments.viewChanged.connect(self.front.hear_payment)
        self.payments.devicesChanged.connect(self.front.hear_devices)
        self.payments.start()
        if self._news is not None:
            self.payments.set_utility(self._news.utility)

    @Slot(object)
    def _on_news(self, news: HallNews | None) -> None:
        if (
            news is not None
            and self.payments is not None
            and (self._news is None or news.utility != self._news.utility)
        ):
            self.payments.set_utility(news.utility)
        self._news = news or self._news
        self.front.hear_news(news)

    @Slot(object)
    def _do(self, effect: Effect) -> None:
        match effect:
            case AskUtility():
                self.watch.ask()
            case LookUp(asking, number):
                self.inquiries.look_up(asking, number)
            case AskQuote(asking, number, months):
                self.inquiries.quote(asking, number, months)
            case _:
                self._pay(effect)

    def _pay(self, effect: Effect) -> None:
        """What is about money; before the kiosk knows who it is there is none."""
        if self.payments is None:
            return
        match effect:
            case BeginPayment(account, quote, months, language):
                self.payments.begin(account, quote, months, language)
            case StopPayment(why):
                self.payments.stop(why)
            case DismissPayment():
                self.payments.dismiss()
            case PrintAgain():
                self.payments.print_again()


def build(
    settings: Settings,
    application: QGuiApplication,
    *,
    clock: Clock = time.monotonic,
    wall: Wall = lambda: datetime.now(UTC),
) -> Kiosk:
    """Everything in place, nothing running: `start` it, `window.appear(settings.window)`, in the end `close` it."""
    return Kiosk(settings, open_window(application, PAGES), clock, wall)


@contextmanager
def start(settings: Settings) -> Iterator[Kiosk]:
    """A kiosk that runs, with its window open, for the length of the block."""
    application = QGuiApplication.instance() or QGuiApplication([])
    assert isinstance(application, QGuiApplication)
    kiosk = build(settings, application)
    kiosk.start()
    kiosk.window.appear(settings.window)
    try:
        yield kiosk
    finally:
        kiosk.close()


def run(settings: Settings) -> int:
    """`kiosk run`: until the window is closed or the process is asked to end."""
    with start(settings), stopped_by_signals(QGuiApplication.quit):
        return QGuiApplication.exec()


def system_zone() -> ZoneInfo:
    """Until the utility has told its own."""
    try:
        return ZoneInfo(bytes(QTimeZone.systemTimeZoneId().data()).decode())
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")
