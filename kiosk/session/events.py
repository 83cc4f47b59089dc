"""What happens to a visit (past tense) and what it asks to be done (imperative)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from hall.contract import AccountSummary, PaymentEnd, Quote
from kiosk.payment.view import PaymentView
from kiosk.session.state import Language


class Key(StrEnum):
    """Keys that carry nothing but themselves, by what they mean and not where they are."""

    PAY_BILL = "pay-bill"
    OUTAGES = "outages"
    HOME = "home"
    BACK = "back"
    CLEAR = "clear"
    DELETE = "delete"
    LOOK_UP = "look-up"
    YES = "yes"
    LATER = "later"
    EARLIER = "earlier"
    PAY = "pay"
    STOP = "stop"
    STAY = "stay"
    LEAVE = "leave"
    RETRY = "retry"
    PRINT_AGAIN = "print-again"
    ANOTHER = "another"


@dataclass(frozen=True, slots=True)
class Pressed:
    key: Key


@dataclass(frozen=True, slots=True)
class DigitTyped:
    digit: str


@dataclass(frozen=True, slots=True)
class MonthToggled:
    billing_month: str


@dataclass(frozen=True, slots=True)
class LanguageChosen:
    language: Language


@dataclass(frozen=True, slots=True)
class Touched:
    """A finger anywhere on the screen: somebody is there."""


@dataclass(frozen=True, slots=True)
class Ticked:
    """The visit clock rang."""


@dataclass(frozen=True, slots=True)
class AccountFound:
    asking: int
    account: AccountSummary


@dataclass(frozen=True, slots=True)
class AccountUnknown:
    asking: int


@dataclass(frozen=True, slots=True)
class LookUpsLimited:
    asking: int


@dataclass(frozen=True, slots=True)
class QuoteGiven:
    asking: int
    quote: Quote


@dataclass(frozen=True, slots=True)
class HallSilent:
    """No answer that can be used: the line is down, or the hall has failed."""

    asking: int


@dataclass(frozen=True, slots=True)
class UtilityLearned:
    account_number_lengths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class HallChanged:
    reachable: bool


@dataclass(frozen=True, slots=True)
class OutagesTold:
    count: int


@dataclass(frozen=True, slots=True)
class CashChanged:
    ready: bool


@dataclass(frozen=True, slots=True)
class PaymentChanged:
    view: PaymentView


Tap: TypeAlias = Pressed | DigitTyped | MonthToggled | LanguageChosen
Answer: TypeAlias = AccountFound | AccountUnknown | LookUpsLimited | QuoteGiven | HallSilent
News: TypeAlias = UtilityLearned | HallChanged | OutagesTold | CashChanged | PaymentChanged
Event: TypeAlias = Tap | Touched | Ticked | Answer | News


@dataclass(frozen=True, slots=True)
class AskUtility:
    asking: int


@dataclass(frozen=True, slots=True)
class LookUp:
    asking: int
    number: str


@dataclass(frozen=True, slots=True)
class AskQuote:
    asking: int
    number: str
    billing_months: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class BeginPayment:
    account: AccountSummary
    quote: Quote
    billing_months: tuple[str, ...] | None
    language: Language


@dataclass(frozen=True, slots=True)
class StopPayment:
    why: PaymentEnd


@dataclass(frozen=True, slots=True)
class DismissPayment:
    """The page about the payment has gone: the payment thread forgets the visit too."""


@dataclass(frozen=True, slots=True)
class PrintAgain:
    pass


Effect: TypeAlias = AskUtility | LookUp | AskQuote | BeginPayment | StopPayment | DismissPayment | PrintAgain
