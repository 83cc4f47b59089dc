"""The GUI thread's side: what happens goes to the visit, what is to be seen goes to the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from hall.contract import KioskIdentity
from kiosk.inquiries import HallNews
from kiosk.payment.view import CashState, DevicesView, PaymentView
from kiosk.session.events import (
    AskUtility,
    CashChanged,
    Effect,
    Event,
    HallChanged,
    HallSilent,
    Key,
    LanguageChosen,
    OutagesTold,
    PaymentChanged,
    Pressed,
    Touched,
    UtilityLearned,
)
from kiosk.session.limits import Limits
from kiosk.session.state import Language, Session
from kiosk.ui.pages.home_model import HomeModel
from kiosk.ui.pages.outage_words import in_order
from kiosk.ui.pages.outages_model import OutagesModel
from kiosk.ui.publisher import Publisher, is_over
from kiosk.ui.shown import page_shown, shell_shown
from kiosk.ui.surroundings import Surroundings
from kiosk.ui.texts import Named
from kiosk.ui.window import KioskWindow
from kiosk.visit import Visit


class Front(QObject):
    """Touches no disk, network or device: those are asked by `wanted`, and heard of by `hear_…`."""

    wanted = Signal(object)
    """An `Effect`, for whoever does it."""
    doubted = Signal()
    """The hall was silent to a question: worth asking whether it is there at all."""

    def __init__(
        self,
        window: KioskWindow,
        limits: Limits,
        home_language: Language,
        zone: ZoneInfo,
        clock: Callable[[], float],
        wall: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        """`clock`: monotonic seconds; `wall`: aware moments; `zone` until the utility has told its own."""
        super().__init__(parent)
        self._publisher = Publisher(window)
        self._wall = wall
        self._around = Surroundings(wall().astimezone(zone), zone)
        self._asking_utility: int | None = None
        session = Session(language=home_language, home_language=home_language, limits=limits)
        self._before = session
        self._visit = Visit(session, clock, self)
        self._visit.changed.connect(self._show)
        self._visit.wanted.connect(self._pass_on)
        self._minute = QTimer(self, singleShot=True)
        self._minute.timeout.connect(self._on_minute)
        listen(window, self._visit.happened)
        self._on_minute()

    @property
    def session(self) -> Session:
        return self._visit.session

    def close(self) -> None:
        self._minute.stop()
        self._visit.close()

    @Slot(object)
    def hear_answer(self, answer: Event) -> None:
        if not isinstance(answer, HallSilent):
            self._around = replace(self._around, hall_lost_at=None)
            self._visit.happened(HallChanged(reachable=True))
        self._visit.happened(answer)
        if isinstance(answer, HallSilent):
            self.doubted.emit()

    @Slot(object)
    def hear_news(self, news: HallNews | None) -> None:
        """What the hall tells everybody; None: it is silent."""
        asking, self._asking_utility = self._asking_utility, None
        if news is None:
            self._around = replace(self._around, hall_lost_at=self._around.hall_lost_at or self._now())
            self._visit.happened(HallChanged(reachable=False))
            if asking is not None:
                self._visit.happened(HallSilent(asking))
            return
        self._around = _with_news(self._around, news, self._wall())
        self._visit.happened(HallChanged(reachable=True))
        self._visit.happened(OutagesTold(len(in_order(news.outages))))
        self._visit.happened(UtilityLearned(news.utility.account_number_lengths))

    @Slot(object)
    def hear_devices(self, devices: DevicesView) -> None:
        self._around = replace(self._around, devices=devices)
        self._visit.happened(CashChanged(devices.cash is CashState.READY))

    @Slot(object)
    def hear_payment(self, payment: PaymentView) -> None:
        self._visit.happened(PaymentChanged(payment))

    def hear_site(self, kiosk: KioskIdentity) -> None:
        site = Named(f"{kiosk.town} {kiosk.site_name}", kiosk.site_name_en)
        self._around = replace(self._around, site=site)
        self._show()

    def _now(self) -> datetime:
        return self._wall().astimezone(self._around.zone)

    @Slot()
    def _show(self) -> None:
        session = self._visit.session
        self._around = replace(self._around, now=self._now())
        shown = page_shown(session, self._around, self._visit.now)
        self._publisher.show(shown, shell_shown(session, self._around), session.language)
        if is_over(self._before, session):
            self._publisher.forget()
        self._before = session

    @Slot(object)
    def _pass_on(self, effect: Effect) -> None:
        if isinstance(effect, AskUtility):
            self._asking_utility = effect.asking
        self.wanted.emit(effect)

    @Slot()
    def _on_minute(self) -> None:
        """The clock on the wall; it sleeps from minute to minute."""
        now = self._wall()
        next_minute = now.replace(second=0, microsecond=0) + timedelta(minutes=1)
        self._minute.start(max(1, round((next_minute - now).total_seconds() * 1000)))
        self._show()


def _with_news(around: Surroundings, news: HallNews, told_at: datetime) -> Surroundings:
    utility = news.utility
    zone = ZoneInfo(utility.timezone)
    return replace(
        around,
        zone=zone,
        hotline=utility.hotline,
        notes_minor=utility.notes_accepted_minor,
        cash_limit_minor=utility.cash_limit_minor,
        outages=news.outages,
        outages_at=told_at.astimezone(zone),
        hall_lost_at=None,
    )


def listen(window: KioskWindow, happened: Callable[[Event], None]) -> None:
    """Every touch, as an event of the visit."""
    shell = window.shell
    shell.touched.connect(lambda: happened(Touched()))
    shell.homeRequested.connect(lambda: happened(Pressed(Key.HOME)))
    shell.languageRequested.connect(lambda language: happened(LanguageChosen(language)))
    for model in window.models.values():
        match model:
            case HomeModel():
                model.payRequested.connect(lambda: happened(Pressed(Key.PAY_BILL)))
                model.outagesRequested.connect(lambda: happened(Pressed(Key.OUTAGES)))
            case OutagesModel():
                model.laterRequested.connect(lambda: happened(Pressed(Key.LATER)))
                model.earlierRequested.connect(lambda: happened(Pressed(Key.EARLIER)))
                model.homeRequested.connect(lambda: happened(Pressed(Key.HOME)))
            case _:
                model.wished.connect(happened)  # type: ignore[attr-defined]
