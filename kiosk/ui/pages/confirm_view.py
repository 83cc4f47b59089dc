"""Is this you: the number as typed, and as much of name and place as anybody may see."""

from __future__ import annotations

from dataclasses import dataclass

from hall.contract import AccountSummary
from kiosk.ui.texts import NOTHING, Account, Words, say


@dataclass(frozen=True, slots=True)
class ConfirmView:
    number: Words = NOTHING
    name: Words = NOTHING
    town: Words = NOTHING
    ask_hotline: Words = NOTHING


def confirm_view(account: AccountSummary, hotline: str) -> ConfirmView:
    return ConfirmView(
        number=Account(account.number),
        name=account.masked_name,
        town=account.town,
        ask_hotline=say("打 {hotline} 问，24 小时有人", hotline=hotline),
    )
