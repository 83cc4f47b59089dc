"""What the bench says. Chinese is the source; English stands beside it, once."""

from __future__ import annotations

from enum import StrEnum


class Language(StrEnum):
    ZH = "zh"
    EN = "en"


ENGLISH = {
    # what the acceptor does
    "硬件没有连上": "No hardware connected",
    "正在找模拟器，一找到就接着用。": "Looking for the simulators; it goes on as soon as they are there.",
    "收钞机没通电": "The acceptor has no power",
    "里面的钞票留在原处，通电后再处理。": "A note inside stays where it is until the power is back.",
    "收钞机的线拔了": "The acceptor's cable is out",
    "它还通着电，只是主机听不见它。": "It still has power, but the host cannot hear it.",
    "{note} 卡住了": "The {note} note is stuck",
    "卡在通往钞箱的路上，顾客够不着。": "On its way to the cash box, out of the customer's reach.",
    "卡在验钞处，顾客可能扯得出来。": "At the reader, where the customer might pull it out.",
    "{note} 退出来了": "The {note} note came back",
    "顾客先取走它，才能放下一张。": "The customer takes it before putting in another.",
    "正在验 {note}": "Reading the {note} note",
    "认得出来、主机肯收，才会停在暂存处。": "It stops in escrow if it is known and the host takes it.",
    "{note} 停在暂存处": "The {note} note is in escrow",
    "主机记下它以后，才会收进钞箱，或退回。": "The host writes it down, then stacks it or gives it back.",
    "{note} 正在入箱": "The {note} note goes into the box",
    "落进钞箱才算收到。": "It counts once it is in the cash box.",
    "正在退 {note}": "Giving the {note} note back",
    "马上从入钞口出来。": "It comes out of the slot in a moment.",
    "入钞口亮着": "The slot is lit",
    "一次放一张钞票。": "Put in one note at a time.",
    "入钞口没亮": "The slot is dark",
    "在大屏上走到付现金那一步，这里就亮。": "It lights when the kiosk gets to paying in cash.",
    "收钞机正在启动": "The acceptor is starting",
    "几秒钟就好。": "It takes a few seconds.",
    "钞箱取出来了": "The cash box is out",
    "放回钞箱才收钞。": "It takes notes once the box is back.",
    "钞箱满了": "The cash box is full",
    "清空以前不再收钞。": "It takes no more until it is emptied.",
    "等主机确认上一张": "Waiting for the host's word",
    "确认以后再收下一张。": "Then it takes the next one.",
    # what did not work
    "没放进去：入钞口没亮。": "Not taken in: the slot is dark.",
    "没放进去：里面还有一张。": "Not taken in: there is a note inside.",
    "没放进去：钞箱满了。": "Not taken in: the cash box is full.",
    "没放进去：收钞机没通电。": "Not taken in: the acceptor has no power.",
    "没放进去：收钞机还在启动。": "Not taken in: the acceptor is still starting.",
    "现在做不了。": "That cannot be done now.",
    # the printer
    "没通电": "no power",
    "线拔了": "cable out",
    "机盖开着": "cover open",
    "切刀卡住": "knife stuck",
    "没有纸": "no paper",
    "纸快用完": "paper low",
    "正在打印": "printing",
    "就绪": "ready",
    "没连上": "not connected",
    # sums
    "放进 {inserted} = 钞箱 {box} + 退回 {returned} + 路上 {path}": "in {inserted} = box {box} + returned {returned} + path {path}",
    " + 取走 {gone}": " + taken away {gone}",
    "收据 {n}": "Slip {n}",
    # fixed words
    "光明厅": "Brighthall",
    "硬件台": "Hardware bench",
    "模拟的收钞机和打印机": "simulated acceptor and printer",
    "English": "中文",
    "验钞": "Reader",
    "暂存": "Escrow",
    "入箱": "Stack",
    "钞箱": "Cash box",
    "放一张钞票": "Put in a note",
    "放 %1 元": "Put in %1 yuan",
    "假钞": "Forged",
    "放一张 100 元假钞": "Put in a forged 100 yuan note",
    "会卡住的": "One that jams",
    "放一张会卡住的 100 元": "Put in a 100 yuan note that jams",
    "取走钞票": "Take the note",
    "清卡钞": "Clear the jam",
    "拔线": "Pull cable",
    "插线": "Plug cable",
    "断电": "Power off",
    "通电": "Power on",
    "收据打印机": "Receipt printer",
    "有纸": "Paper in",
    "快完": "Low",
    "没纸": "Out",
    "开机盖": "Open cover",
    "合机盖": "Close cover",
    "撕下半截": "Tear off",
    "还没有收据": "No slip yet",
    "看大图": "See it large",
    "收起": "Close",
    "收钞机的线": "Acceptor cable",
    "收钞机的电源": "Acceptor power",
    "打印机的线": "Printer cable",
    "打印机的电源": "Printer power",
}


def say(language: Language, text: str, **values: object) -> str:
    """A source text in a language, with its values filled in."""
    said = text if language is Language.ZH else ENGLISH[text]
    return said.format(**values) if values else said
