"""The words of the slip. It is printed text, made in the payment thread where no Qt catalogue is loaded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    title: str
    claim_title: str
    receipt_number: str
    claim_number: str
    account: str
    name: str
    town: str
    time: str
    late_fee: str
    charge: str
    credit: str
    suspense: str
    note: str
    total: str
    hall_awaited: str
    reconnection: str
    suspense_claim: str
    claim_of_note: str
    claim_text: str
    in_question: str
    ended_by_silence: str
    ended_by_restart: str
    no_invoice: str
    hotline: str
    kiosk: str
    month: Callable[[str], str]


# Not from `calendar`: its names follow the locale of the process.
ENGLISH_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def chinese_month(billing_month: str) -> str:
    return f"{int(billing_month[5:])} 月"


def english_month(billing_month: str) -> str:
    return ENGLISH_MONTHS[int(billing_month[5:]) - 1]


CHINESE = Words(
    title="电费缴费凭条",
    claim_title="钞票登记凭条",
    receipt_number="收据号",
    claim_number="登记编号",
    account="户号",
    name="户名",
    town="地区",
    time="时间",
    late_fee="{month}违约金",
    charge="{month}电费",
    credit="存进户里，下月抵扣",
    suspense="暂收，待查",
    note="现金 {value} 元",
    total="实收现金",
    hall_awaited="线路不通，款项已记在本机，接通后自动入账，按今天的日期计算，不会多收违约金。",
    reconnection="送电单号 {number}，最晚 {when} 送电（承诺时限）。过了时间还没电，请打电话报送电单号。",
    suspense_claim="这笔钱暂时对不上户，登记编号 {number}，查清后记到户里或退还。",
    claim_of_note="有一张钞票还没数清，登记编号 {number}，开箱对账后补记到户里或退还。",
    claim_text="有一张钞票还没数清。开箱对账后，是您的就记到户里或退还。请保存本凭条，先别为这一张再付一次。",
    in_question="待查的钞票",
    ended_by_silence="因长时间无人操作，已按放入的金额结束。",
    ended_by_restart="终端曾断电重启，已按断电前数过的金额结束。",
    no_invoice="本凭条不作为报销凭证，如需发票请持凭条到柜台换取。",
    hotline="服务电话 {hotline}",
    kiosk="{site}  终端 {kiosk}",
    month=chinese_month,
)
ENGLISH = Words(
    title="Electricity bill: payment slip",
    claim_title="Slip for a note in question",
    receipt_number="Receipt",
    claim_number="Claim",
    account="Account",
    name="Name",
    town="Town",
    time="Time",
    late_fee="{month}, late fee",
    charge="{month}, electricity",
    credit="Kept as credit on the account",
    suspense="Held until it is looked into",
    note="Cash, {value} yuan",
    total="Cash taken",
    hall_awaited="The line was down. Your payment is kept in this kiosk and will be booked by itself, as of today, with no further late fee.",
    reconnection="Reconnect order {number}: power back by {when} at the latest (our promise). If it is not, call us with this number.",
    suspense_claim="This money fits no account yet. Claim {number}: it will be booked or given back.",
    claim_of_note="One note could not be counted. Claim {number}: after the box is opened it is booked or given back.",
    claim_text="One note could not be counted. After the box is opened it is booked or given back. Please keep this slip, and do not pay for it again yet.",
    in_question="Note in question",
    ended_by_silence="Nobody touched the screen for long, so the payment ended with what had been put in.",
    ended_by_restart="The kiosk lost power; the payment ended with what had been counted.",
    no_invoice="This slip is not an invoice. For an invoice, take it to a counter.",
    hotline="Telephone {hotline}",
    kiosk="{site}  Kiosk {kiosk}",
    month=english_month,
)


def words_in(language: str) -> Words:
    return ENGLISH if language.startswith("en") else CHINESE
