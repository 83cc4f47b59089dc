"""Where a visit stands: one frozen value for each page, holding only what is true there.

Times are seconds of a monotonic clock that is handed in; sums are minor units.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TypeAlias

from hall.contract import AccountSummary, Quote
from kiosk.payment.view import PaymentView
from kiosk.session.limits import Limits

MONTHS_A_PAGE = 4
OUTAGES_A_PAGE = 3


class Language(StrEnum):
    CHINESE = "zh_CN"
    ENGLISH = "en"


class Trouble(StrEnum):
    """Why a typed number did not lead to an account."""

    UNKNOWN = "unknown"
    TOO_MANY = "too-many"


@dataclass(frozen=True, slots=True)
class Asking:
    """A question to the hall that is still open; an answer with another number is stale."""

    number: int
    since: float


@dataclass(frozen=True, slots=True)
class Home:
    pass


@dataclass(frozen=True, slots=True)
class Outages:
    """What everybody may see; nothing of the visitor's."""

    first_row: int = 0


@dataclass(frozen=True, slots=True)
class Identifying:
    typed: str = ""
    asking: Asking | None = None
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class Confirming:
    account: AccountSummary


@dataclass(frozen=True, slots=True)
class Choosing:
    """The account with what is due; the quote is the hall's answer for exactly the chosen months."""

    account: AccountSummary
    chosen: frozenset[str]
    quote: Quote | None = None
    asking: Asking | None = None
    first_row: int = 0

    @property
    def months(self) -> tuple[str, ...] | None:
        """The months ticked, oldest first; None when that is everything due."""
        due = tuple(month.billing_month for month in self.account.due)
        return None if self.chosen.issuperset(due) else tuple(month for month in due if month in self.chosen)


@dataclass(frozen=True, slots=True)
class HallDown:
    """The hall can't be reached; nothing typed or chosen on the page behind is lost."""

    behind: Identifying | Choosing
    asking: Asking | None = None


@dataclass(frozen=True, slots=True)
class NoCash:
    """No cash can be taken now; the page says why, and offers to go on once it can."""

    behind: Choosing


class Way(StrEnum):
    """Where a payment that ends without money leads."""

    HOME = "home"
    ACCOUNT = "account"


@dataclass(frozen=True, slots=True)
class Paying:
    """Cash is asked for. Until `started` the payment thread has not yet taken the order up."""

    behind: Choosing
    since: float
    started: bool = False
    way_out: Way = Way.ACCOUNT


@dataclass(frozen=True, slots=True)
class Finished:
    """The money is booked or kept for booking; the page goes by itself, sooner when paper is in hand."""

    account: AccountSummary
    since: float
    printed_since: float | None = None


@dataclass(frozen=True, slots=True)
class Restarted:
    """After a power cut or crash in a payment: what was counted is shown once, masked."""

    since: float


Page: TypeAlias = (
    Home | Outages | Identifying | Confirming | Choosing | HallDown | NoCash | Paying | Finished | Restarted
)


@dataclass(frozen=True, slots=True)
class StillThere:
    """Nobody has touched anything: the page is veiled and the visit ends unless somebody says so."""

    since: float


@dataclass(frozen=True, slots=True)
class Leaving:
    """Asked before a payment is left: what happens to the money."""

    to: Way


Sheet: TypeAlias = StillThere | Leaving


@dataclass(frozen=True, slots=True)
class World:
    """What the visit must know of the hall and the devices. Nothing in it is about the visitor, but `payment`."""

    account_number_lengths: tuple[int, ...] = ()
    """Empty until the hall has told them."""
    hall_reachable: bool = True
    outages: int = 0
    cash_ready: bool = False
    payment: PaymentView = field(default_factory=PaymentView)
    forgetting: bool = False
    """The payment was dismissed and the payment thread has not said so yet."""


@dataclass(frozen=True, slots=True)
class Session:
    """The screen's whole state. A new visit starts with everything of the last one gone but the world."""

    page: Page = field(default_factory=Home)
    sheet: Sheet | None = None
    language: Language = Language.CHINESE
    home_language: Language = Language.CHINESE
    touched_at: float = 0.0
    asked: int = 0
    world: World = field(default_factory=World)
    limits: Limits = field(default_factory=Limits)

    def at(self, page: Page) -> Session:
        """The same visit on another page, with no sheet over it."""
        return replace(self, page=page, sheet=None)
