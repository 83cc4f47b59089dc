"""Identify: the account number as typed so far, what is missing, and what the hall said about it."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.session.state import Identifying, Trouble
from kiosk.ui.pages.waiting import Wait
from kiosk.ui.texts import NOTHING, Account, Words, say


@dataclass(frozen=True, slots=True)
class IdentifyView:
    hint: Words = NOTHING
    digits: Words = NOTHING
    missing: Words = NOTHING
    wrong: Words = NOTHING
    """One or two words in the field; `trouble` says the rest."""
    trouble: Words = NOTHING
    next_step: Words = NOTHING
    """What the counter points at while there is nothing to press there."""
    may_look_up: bool = False
    waiting: Words = NOTHING
    back: Words = NOTHING


def identify_view(page: Identifying, lengths: tuple[int, ...], wait: Wait) -> IdentifyView:
    """`lengths`: how many digits an account number of this utility may have."""
    missing = _missing(len(page.typed), lengths)
    return IdentifyView(
        hint=say("户号 {digits} 位，印在账单左上角。", digits=_either(lengths)),
        digits=Account(page.typed),
        missing=say("还差 %n 位", "", missing) if missing and page.typed else NOTHING,
        wrong=_wrong(page.trouble),
        trouble=_trouble(page.trouble),
        next_step=_next_step(page, missing, lengths),
        may_look_up=missing == 0 and page.asking is None,
        waiting=_waiting(wait),
        back=say("不等了") if wait is Wait.LONG else say("返回"),
    )


def _missing(typed: int, lengths: tuple[int, ...]) -> int:
    return min((length - typed for length in lengths if length >= typed), default=0)


def _either(lengths: tuple[int, ...]) -> Words:
    *others, last = sorted(lengths) or [0]
    return say("{few} 或 {many}", few=_either(tuple(others)), many=last) if others else last


def _wrong(trouble: Trouble | None) -> Words:
    match trouble:
        case Trouble.UNKNOWN:
            return say("没有这个户号")
        case Trouble.TOO_MANY:
            return say("稍等再查")
        case None:
            return NOTHING


def _trouble(trouble: Trouble | None) -> Words:
    match trouble:
        case Trouble.UNKNOWN:
            return say("没有查到。请对一对账单上的数字，按错的删掉重按。")
        case Trouble.TOO_MANY:
            return say("刚才查得太多了。请过一分钟再查，号码不用重按。")
        case None:
            return NOTHING


def _next_step(page: Identifying, missing: int, lengths: tuple[int, ...]) -> Words:
    if page.asking is not None:
        return say("正在查这一户")
    if not page.typed:
        return say("按上面的数字，{digits} 位", digits=_either(lengths))
    return say("再按 %n 位数字", "", missing) if missing else NOTHING


def _waiting(wait: Wait) -> Words:
    match wait:
        case Wait.SHORT:
            return NOTHING
        case Wait.SHOWN:
            return say("正在问中心，请等一下。")
        case Wait.LONG:
            return say("中心答得慢，还在问。不想等就点「不等了」，号码留着。")
