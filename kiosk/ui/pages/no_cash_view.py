"""No cash can be taken now: why, that nothing was taken, and the one thing to do."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.payment.view import CashState
from kiosk.ui.texts import NOTHING, Words, say


@dataclass(frozen=True, slots=True)
class NoCashView:
    title: Words = NOTHING
    reason: Words = NOTHING
    hotline: Words = NOTHING
    may_go_on: bool = False
    """Cash can be taken again."""
    may_wait: bool = False
    """It may come back by itself within a visit."""


COMES_BACK = (CashState.STARTING, CashState.GONE, CashState.BOX_REMOVED)


def no_cash_view(cash: CashState, hotline: str) -> NoCashView:
    title, reason = _why(cash)
    return NoCashView(title, reason, hotline, may_go_on=cash is CashState.READY, may_wait=cash in COMES_BACK)


def _why(cash: CashState) -> tuple[Words, Words]:
    match cash:
        case CashState.READY:
            return say("可以收现金了"), say("刚才入钞口没有准备好，现在好了。")
        case CashState.STARTING:
            return say("入钞口正在准备"), say("一般不到一分钟。好了，下面的键会亮。")
        case CashState.JAMMED:
            return say("入钞口卡住了"), say("请别用手或东西去掏，等维护人员来修。")
        case CashState.BOX_FULL:
            return say("钞箱满了"), say("换过钞箱才能再收现金。")
        case CashState.BOX_REMOVED:
            return say("钞箱正在换"), say("换好了，下面的键会亮。")
        case CashState.GONE:
            return say("连不上入钞口"), say("机器正在重连。连上了，下面的键会亮。")
        case CashState.OUT_OF_ORDER | CashState.JOURNAL_DAMAGED:
            return say("现在收不了现金"), say("这台机器的入钞口要修，请等维护人员来。")
