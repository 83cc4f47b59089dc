"""What the hall's answers do. An answer to a question that nobody waits for any more is dropped."""

from __future__ import annotations

from dataclasses import replace

from kiosk.session.doors import Outcome
from kiosk.session.events import (
    AccountFound,
    AccountUnknown,
    Answer,
    HallSilent,
    LookUpsLimited,
    QuoteGiven,
)
from kiosk.session.state import (
    Asking,
    Choosing,
    Confirming,
    HallDown,
    Identifying,
    Page,
    Session,
    Trouble,
)


def answered(session: Session, answer: Answer) -> Outcome:
    asking = open_question(session.page)
    if asking is None or asking.number != answer.asking:
        return session, ()
    page = _page_after(session.page, answer)
    # A sheet stays: an answer is not somebody being there.
    return replace(session, page=page), ()


def open_question(page: Page) -> Asking | None:
    match page:
        case Identifying(asking=asking) | Choosing(asking=asking) | HallDown(asking=asking):
            return asking
        case _:
            return None


def _page_after(page: Page, answer: Answer) -> Page:
    behind = page.behind if isinstance(page, HallDown) else page
    match behind, answer:
        case Identifying(), AccountFound(account=account):
            return Confirming(account)
        case Identifying(typed=typed), AccountUnknown():
            return Identifying(typed, trouble=Trouble.UNKNOWN)
        case Identifying(typed=typed), LookUpsLimited():
            return Identifying(typed, trouble=Trouble.TOO_MANY)
        case Choosing(), QuoteGiven(quote=quote):
            return replace(behind, quote=quote, asking=None)
        case Choosing(account=account), AccountUnknown():
            return Identifying(account.number, trouble=Trouble.UNKNOWN)
        case Choosing() | Identifying(), HallSilent() | LookUpsLimited():
            return HallDown(replace(behind, asking=None))
        case _:
            return page
