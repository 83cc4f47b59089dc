"""Asks the hall from worker threads: the GUI thread never waits for the network. Answers come back as queued signals."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal, Slot

from hall.contract import LookUpAccount, OutageNotice, RequestQuote, UtilityInfo
from kiosk.hall import HallClient, HallRefusalError, HallSilentError
from kiosk.session.events import (
    AccountFound,
    AccountUnknown,
    Answer,
    HallSilent,
    LookUpsLimited,
    QuoteGiven,
)

log = logging.getLogger(__name__)

WORKERS = 3
"""One question of the visitor's, the watch's own, and one that is being given up."""
NEWS_S = 15.0
NEWS_WHILE_SILENT_S = 3.0


@dataclass(frozen=True, slots=True)
class HallNews:
    """What the hall tells everybody, asked for at intervals."""

    utility: UtilityInfo
    outages: tuple[OutageNotice, ...]


class Inquiries(QObject):
    answered = Signal(object)
    """An `Answer` of the session."""
    told = Signal(object)
    """`HallNews`, or None: the hall can't be reached."""

    def __init__(self, open_client: Callable[[], HallClient], parent: QObject | None = None) -> None:
        """`open_client` is called once in each worker thread: a client belongs to one thread."""
        super().__init__(parent)
        self._pool = QThreadPool(self, maxThreadCount=WORKERS, expiryTimeout=-1)
        self._local = threading.local()
        self._open_client = open_client

    def use(self, open_client: Callable[[], HallClient]) -> None:
        """From now on ask as somebody else: the kiosk has been enrolled."""
        self._open_client = open_client
        self._local = threading.local()

    def look_up(self, asking: int, number: str) -> None:
        self._ask(asking, lambda hall: AccountFound(asking, hall.look_up(LookUpAccount(number=number))))

    def quote(self, asking: int, number: str, months: tuple[str, ...] | None) -> None:
        request = RequestQuote(account_number=number, billing_months=months)
        self._ask(asking, lambda hall: QuoteGiven(asking, hall.quote(request)))

    def ask_news(self) -> None:
        self._start(lambda: self.told.emit(news_of(self._client())))

    def close(self) -> None:
        """Wait for what is under way: a worker must not outlive the signals that it sends."""
        self._pool.clear()
        self._pool.waitForDone()

    def _ask(self, asking: int, ask: Callable[[HallClient], Answer]) -> None:
        self._start(lambda: self.answered.emit(answer_of(self._client(), asking, ask)))

    def _client(self) -> HallClient:
        client: HallClient | None = getattr(self._local, "client", None)
        if client is None:
            client = self._local.client = self._open_client()
        return client

    def _start(self, work: Callable[[], None]) -> None:
        self._pool.start(work)


def answer_of(hall: HallClient, asking: int, ask: Callable[[HallClient], Answer]) -> Answer:
    """Put one question; whatever goes wrong is an answer too."""
    try:
        return ask(hall)
    except HallRefusalError as refusal:
        match refusal.problem.status:
            case HTTPStatus.NOT_FOUND:
                return AccountUnknown(asking)
            case HTTPStatus.TOO_MANY_REQUESTS:
                return LookUpsLimited(asking)
            case _:
                log.warning("the hall refused a question: %s", refusal)
                return HallSilent(asking)
    except HallSilentError as silence:
        log.info("the hall does not answer: %s", silence)
        return HallSilent(asking)


def news_of(hall: HallClient) -> HallNews | None:
    try:
        return HallNews(hall.utility(), tuple(hall.outages()))
    except (HallSilentError, HallRefusalError) as error:
        log.info("no news of the hall: %s", error)
        return None


class HallWatch(QObject):
    """Asks for the hall's news at intervals, more often while there is no answer; one question at a time."""

    def __init__(self, inquiries: Inquiries, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._inquiries = inquiries
        self._asked = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.ask)
        inquiries.told.connect(self._on_told)

    @Slot()
    def ask(self) -> None:
        """Ask now, unless an answer is on its way."""
        if not self._asked:
            self._asked = True
            self._timer.stop()
            self._inquiries.ask_news()

    def close(self) -> None:
        self._timer.stop()

    @Slot(object)
    def _on_told(self, news: HallNews | None) -> None:
        self._asked = False
        self._timer.start(round(1000 * (NEWS_S if news else NEWS_WHILE_SILENT_S)))
