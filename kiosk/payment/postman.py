"""Takes letters to the hall and brings answers back, one at a time, until each has been answered."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.hall import HallClient, HallRefusalError, HallSilentError
from kiosk.payment.events import ClaimFiled, Event, HallAwaited, Posted, PostRefused
from kiosk.payment.outbox import REFUSED_S, Letter, LetterKind, repeat_after_s

log = logging.getLogger(__name__)


class Postman(QObject):
    """Lives in the payment thread; the blocking call is made in a worker of its own.

    A letter without an answer is sent again, the same bytes, after 1, 2, 4 … 60 s; a refused one after five
    minutes, with an alarm, since only people can mend it. Nothing is ever thrown away.
    """

    _came_back = Signal(object, object)

    def __init__(
        self,
        client: HallClient,
        outbox: Callable[[], Iterable[Letter]],
        answered: Callable[[UUID, Event], None],
        silent: Callable[[], None],
        alarm: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._client = client
        self._outbox = outbox
        self._answered = answered
        self._silent = silent
        self._alarm = alarm
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="postman")
        self._under_way = False
        self._tries = 0
        self._refused: set[Letter] = set()
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self.tell)
        self._came_back.connect(self._on_answer)

    @Slot()
    def tell(self) -> None:
        """Look into the outbox now."""
        if self._under_way:
            return
        letter = next((letter for letter in self._outbox() if letter not in self._refused), None)
        if letter is None:
            if self._refused:
                self._repeat_in(REFUSED_S)
                self._refused.clear()
            return
        self._under_way = True
        self._again.stop()
        self._worker.submit(self._carry, letter)

    def close(self) -> None:
        """An answer that is still on its way is not heard; the next start asks again with the same bytes."""
        self._came_back.disconnect(self._on_answer)
        self._again.stop()
        self._worker.shutdown(wait=False, cancel_futures=True)
        self._client.close()

    def _carry(self, letter: Letter) -> None:
        """In the worker."""
        try:
            answer = deliver(self._client, letter)
        except Exception:
            # Our own fault: it must be seen, and it must not stop the letters that come after.
            log.exception("a letter could not be carried")
            answer = HallAwaited()
        self._came_back.emit(letter, answer)

    @Slot(object, object)
    def _on_answer(self, letter: Letter, event: Event) -> None:
        self._under_way = False
        match event:
            case HallAwaited():
                self._tries += 1
                self._repeat_in(repeat_after_s(self._tries))
                self._silent()
            case PostRefused(status=status, title=title):
                self._tries = 0
                self._refused.add(letter)
                self._alarm(f"the hall refused {letter.kind} {letter.payment_id}: {status} {title}")
                if letter.kind is LetterKind.PAYMENT:
                    self._answered(letter.payment_id, event)
                self.tell()
            case _:
                self._tries = 0
                self._answered(letter.payment_id, event)
                self.tell()

    def _repeat_in(self, seconds: float) -> None:
        self._again.start(round(seconds * 1000))


def deliver(client: HallClient, letter: Letter) -> Event:
    """One attempt; every way it can end is an event."""
    try:
        match letter.kind:
            case LetterKind.PAYMENT:
                return Posted(answer=client.record_payment(letter.body))
            case LetterKind.CLAIM:
                claim = client.file_claim(letter.body)
                return ClaimFiled(claim_id=claim.claim_id, answer_due=claim.answer_due)
    except HallSilentError as error:
        log.info("the hall is silent: %s", error)
        return HallAwaited()
    except HallRefusalError as error:
        return PostRefused(status=error.problem.status, title=error.problem.title)
