"""Outages of the sample morning: one fault, planned work today and later."""

from __future__ import annotations

from datetime import timedelta

from hall.contract import OutageKind, OutageNotice, OutageStatus
from kiosk.ui.pages.outages_view import outages_view
from kiosk.ui.registry import Sample
from kiosk.ui.samples import NOW, ZONE, sample_shell

OUTAGES = (
    OutageNotice(
        id=1,
        kind=OutageKind.FAULT,
        status=OutageStatus.OUT,
        area="海滨东路一带",
        area_en="around Haibin East Road",
        town="武原街道",
        line_name="10 kV 海滨线",
        reason="电缆被施工挖断，正在换电缆",
        reason_en="a cable was cut by roadworks and is being replaced",
        starts_at=NOW.replace(hour=8, minute=52),
        estimated_restoration=NOW.replace(hour=11, minute=30),
    ),
    OutageNotice(
        id=2,
        kind=OutageKind.PLANNED,
        status=OutageStatus.ANNOUNCED,
        area="中钱村",
        area_en="Zhongqian village",
        town="沈荡镇",
        line_name="10 kV 中钱线",
        reason="换变压器，已提前 7 天公告",
        reason_en="a transformer is replaced, as announced 7 days ago",
        starts_at=NOW.replace(hour=13, minute=0),
        estimated_restoration=NOW.replace(hour=17, minute=0),
    ),
    OutageNotice(
        id=3,
        kind=OutageKind.PLANNED,
        status=OutageStatus.ANNOUNCED,
        area="南北湖景区路",
        area_en="Nanbei Lake scenic road",
        town="澉浦镇",
        line_name="20 kV 南湖线",
        reason="线路检修",
        reason_en="line maintenance",
        starts_at=NOW.replace(hour=8, minute=0) + timedelta(days=2),
        estimated_restoration=NOW.replace(hour=12, minute=0) + timedelta(days=2),
    ),
)

MORE_OUTAGES = (
    *OUTAGES,
    *(
        OutageNotice(
            id=number,
            kind=OutageKind.TEMPORARY,
            status=OutageStatus.ANNOUNCED,
            area="横港一带",
            area_en="around Henggang",
            town="百步镇",
            line_name="10 kV 横港线",
            reason="更换绝缘子",
            reason_en="an insulator is replaced",
            starts_at=NOW.replace(hour=9, minute=0) + timedelta(days=number),
            estimated_restoration=None,
        )
        for number in range(4, 10)
    ),
)

OUTAGES_SAMPLES = (
    Sample("11-outages", outages_view(NOW, ZONE, OUTAGES), sample_shell()),
    Sample("11a-outages-many", outages_view(NOW, ZONE, MORE_OUTAGES, first=3), sample_shell()),
    Sample("11b-outages-none", outages_view(NOW, ZONE, ()), sample_shell()),
    Sample("11c-outages-unknown", outages_view(NOW, ZONE, None), sample_shell()),
)
