"""What the bench shows of a state: pure, so that every case can be tested without a window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from devices.simulators.bench.texts import Language, say

VALUES = (100, 50, 20, 10, 5, 1)
State = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class BenchView:
    """Tones: plain, good or bad. `place`: none, slot, or where in the path the note is. `next`: the one lit key."""

    connected: bool = False
    title: str = ""
    detail: str = ""
    tone: str = "plain"
    detail_tone: str = "plain"
    lit: bool = False
    place: str = "none"
    note: int = 0
    box_notes: int = 0
    box_sum: str = ""
    box_counts: tuple[str, ...] = ("0",) * len(VALUES)
    acceptor_cable: bool = True
    acceptor_power: bool = True
    printer_cable: bool = True
    printer_power: bool = True
    printer_says: str = ""
    printer_tone: str = "plain"
    paper: str = "full"
    cover_open: bool = False
    hanging: bool = False
    slip: str = ""
    """Path of the last slip's picture."""
    slip_title: str = ""
    sums: str = ""
    next: str = ""


def view_of(state: State | None, language: Language, refusal: str = "") -> BenchView:
    """`refusal`: the reason word of what was just refused, told until something changes."""
    if state is None:
        title, detail = say(language, "硬件没有连上"), say(language, "正在找模拟器，一找到就接着用。")
        return BenchView(
            title=title, detail=detail, tone="bad", detail_tone="bad", printer_says=say(language, "没连上")
        )
    acceptor, printer = state["acceptor"], state["printer"]
    title, detail, tone = _acceptor_says(acceptor)
    note = (acceptor["path"] or acceptor["offered"] or {}).get("value", 0)
    says, printer_tone = _printer_says(printer)
    slips = printer["slips"]
    return BenchView(
        connected=True,
        title=say(language, title, note=f"¥{note}"),
        detail=say(language, _REFUSED.get(refusal, "现在做不了。") if refusal else detail),
        tone=tone,
        detail_tone="bad" if refusal else tone,
        lit=acceptor["enabled"] and acceptor["cable"],
        place="slot" if acceptor["offered"] else (acceptor["path"] or {}).get("place", "none"),
        note=note,
        box_notes=sum(acceptor["box"].values()),
        box_sum=f"¥{sum(int(value) * n for value, n in acceptor['box'].items()):,}",
        box_counts=tuple(str(acceptor["box"].get(str(value), 0)) for value in VALUES),
        acceptor_cable=acceptor["cable"],
        acceptor_power=acceptor["power"],
        printer_cable=printer["cable"],
        printer_power=printer["power"],
        printer_says=say(language, says),
        printer_tone=printer_tone,
        paper=printer["paper"],
        cover_open=printer["cover"],
        hanging=printer["hanging_mm"] > 0 and not printer["busy"],
        slip=slips[-1] if slips else "",
        slip_title=say(language, "收据 {n}", n=len(slips)) if slips else "",
        sums=_sums(acceptor, language),
        next=_next(acceptor, printer),
    )


_REFUSED = {
    "disabled": "没放进去：入钞口没亮。",
    "inhibited": "没放进去：入钞口没亮。",
    "box-out": "没放进去：入钞口没亮。",
    "event-unacknowledged": "没放进去：入钞口没亮。",
    "path-in-use": "没放进去：里面还有一张。",
    "box-full": "没放进去：钞箱满了。",
    "no-power": "没放进去：收钞机没通电。",
    "starting": "没放进去：收钞机还在启动。",
}

_MOVING = {
    "reading": ("正在验 {note}", "认得出来、主机肯收，才会停在暂存处。", "plain"),
    "escrow": ("{note} 停在暂存处", "主机记下它以后，才会收进钞箱，或退回。", "plain"),
    "stacking": ("{note} 正在入箱", "落进钞箱才算收到。", "plain"),
    "credited": ("{note} 正在入箱", "落进钞箱才算收到。", "plain"),
    "rejecting": ("正在退 {note}", "马上从入钞口出来。", "plain"),
    "jammed-safe": ("{note} 卡住了", "卡在通往钞箱的路上，顾客够不着。", "bad"),
    "jammed-unsafe": ("{note} 卡住了", "卡在验钞处，顾客可能扯得出来。", "bad"),
}

_DARK = {
    "starting": ("收钞机正在启动", "几秒钟就好。", "plain"),
    "box-out": ("钞箱取出来了", "放回钞箱才收钞。", "bad"),
    "box-full": ("钞箱满了", "清空以前不再收钞。", "bad"),
    "event-unacknowledged": ("等主机确认上一张", "确认以后再收下一张。", "plain"),
}


def _acceptor_says(acceptor: State) -> tuple[str, str, str]:
    if not acceptor["power"]:
        return "收钞机没通电", "里面的钞票留在原处，通电后再处理。", "bad"
    if not acceptor["cable"]:
        return "收钞机的线拔了", "它还通着电，只是主机听不见它。", "bad"
    if acceptor["path"]:
        return _MOVING[acceptor["path"]["place"]]
    if acceptor["offered"]:
        return "{note} 退出来了", "顾客先取走它，才能放下一张。", "plain"
    if acceptor["enabled"]:
        return "入钞口亮着", "一次放一张钞票。", "good"
    dark = ("入钞口没亮", "在大屏上走到付现金那一步，这里就亮。", "plain")
    return _DARK.get(acceptor["why_dark"], dark)


def _printer_says(printer: State) -> tuple[str, str]:
    answers = (
        (not printer["power"], "没通电", "bad"),
        (not printer["cable"], "线拔了", "bad"),
        (printer["cover"], "机盖开着", "bad"),
        (printer["cutter_jammed"], "切刀卡住", "bad"),
        (printer["paper"] == "out", "没有纸", "bad"),
        (printer["busy"], "正在打印", "plain"),
        (printer["paper"] == "low", "纸快用完", "note"),
    )
    return next(((says, tone) for applies, says, tone in answers if applies), ("就绪", "good"))


def _sums(acceptor: State, language: Language) -> str:
    counters = acceptor["counters"]
    gone = counters["collected"] + counters["taken_out"]
    text = say(
        language,
        "放进 {inserted} = 钞箱 {box} + 退回 {returned} + 路上 {path}",
        inserted=counters["inserted"],
        box=sum(acceptor["box"].values()),
        returned=counters["returned"],
        path=int(acceptor["path"] is not None),
    )
    return text + (say(language, " + 取走 {gone}", gone=gone) if gone else "")


def _next(acceptor: State, printer: State) -> str:
    """What a hand has to do before things can go on: one key, the acceptor's first."""
    answers = (
        (not acceptor["power"], "acceptor-power"),
        (not acceptor["cable"], "acceptor-cable"),
        (acceptor["jammed"], "clear-jam"),
        (acceptor["offered"] is not None, "take-note"),
        (not printer["power"], "printer-power"),
        (not printer["cable"], "printer-cable"),
        (printer["cover"], "cover"),
        (printer["paper"] == "out", "paper"),
    )
    return next((key for applies, key in answers if applies), "")
