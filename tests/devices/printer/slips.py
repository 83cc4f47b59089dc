"""Slips and profiles for the tests of the printer."""

from __future__ import annotations

from devices.printer.encode import SlipEncoder
from devices.printer.font import default_font
from devices.printer.profile import load_profile

FONT = default_font()

CHINESE = {
    "title": ["电费缴费凭条"],
    "subtitle": ["海盐县供电公司 光明厅"],
    "number": ["收据号\t001 042"],
    "rows": [
        "户号\t3304 1277 86",
        "用电地址\t武原街道 ****",
        "10 月电费\t¥186.40",
        "9 月电费和违约金（逾期 25 天）\t¥247.05",
        "多的存进户里，下月抵扣\t¥6.55",
    ],
    "total": ["实收现金\t¥440.00"],
    "notes": ["本凭条不作为报销凭证，如需发票请持凭条到柜台换取。"],
    "code": ["https://hall.example/r/001-20261125-042"],
    "footer": ["谢谢您，请收好凭条"],
}

ENGLISH = {
    "title": ["Payment receipt"],
    "subtitle": ["Haiyan Power Supply Company, Brighthall"],
    "number": ["Receipt number\t001 042"],
    "rows": [
        "Account\t3304 1277 86",
        "September 2026 electricity with late fee (25 days)\t¥247.05",
        "Credit for your next bill\t¥6.55",
    ],
    "total": ["Cash received\t¥440.00"],
    "notes": ["This slip is not an invoice. For an invoice bring it to the counter."],
    "code": ["https://hall.example/r/001-20261125-042"],
    "footer": ["Thank you"],
}


def encoder(profile: str) -> SlipEncoder:
    return SlipEncoder(load_profile(profile), FONT)
