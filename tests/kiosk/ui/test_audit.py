"""Every page in every language keeps the design's rules; and the auditor sees it when one doesn't."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kiosk.session.state import Language
from kiosk.ui.pages.home_view import HomeView
from kiosk.ui.pages.registry import PAGES
from kiosk.ui.registry import PageEntry, Sample
from kiosk.ui.samples import sample_shell
from kiosk.ui.window import KioskWindow
from tests.kiosk.ui.audit import faults
from tests.kiosk.ui.conftest import OpenWindow, settle

SAMPLES = [pytest.param(page, sample, id=sample.picture) for page in PAGES for sample in page.samples]
# Everything is measured on the page of 1080 x 1920, whatever the window's scale; a small one is drawn sooner.
SMALL = (216, 384)
PageFile = Callable[[str], PageEntry]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(("page", "sample"), SAMPLES)
def test_every_page_keeps_the_rules_in_every_language(
    open_pages: OpenWindow, page: PageEntry, sample: Sample, language: Language
) -> None:
    window = open_pages([page])
    window.speaker.use(language)
    bring_up(window, page.name, sample)
    assert faults(window.window) == []


@pytest.mark.parametrize("language", list(Language))
def test_what_a_touched_key_says_keeps_the_rules_too(open_pages: OpenWindow, language: Language) -> None:
    home = next(page for page in PAGES if page.name == "home")
    window = open_pages([home])
    window.speaker.use(language)
    bring_up(window, "home", home.samples[0])
    window.shell.tellNumber("电力求助", "24 小时有人接，急事优先。有人触电先打 120，着火先打 119。")
    settle(window)
    assert faults(window.window) == []


def test_no_two_samples_share_a_picture() -> None:
    pictures = [sample.picture for page in PAGES for sample in page.samples]
    assert len(set(pictures)) == len(pictures)


def test_every_page_has_a_sample() -> None:
    assert [page.name for page in PAGES if not page.samples] == []


GOOD_PAGE = """
    wall: [ Title { width: 968; text: "怎么付？" } ]
    desk: [ PlainKey { width: 474; text: "现金" } ]
    acts: [ PrimaryKey { text: "缴" }, BackKey {} ]
"""
BREACHES = {
    "small type": 'wall: [ Words { text: "太小"; size: 26; line: 30 } ]',
    "cut text: '一句很长": 'wall: [ Words { width: 60; text: "一句很长的话"; wrapMode: Text.NoWrap } ]',
    "cut text: '剩下的": 'wall: [ Words { width: 120; elide: Text.ElideRight; text: "剩下的不见了"; wrapMode: Text.NoWrap } ]',
    "cut text: '出去了": 'wall: [ Words { x: 900; text: "出去了的一句话"; wrapMode: Text.NoWrap } ]',
    "leaves its key": 'desk: [ PlainKey { width: 200; height: 112; text: "这个键太小放不下这么多字真的放不下" } ]',
    "overlap: '上面' and '下面'": 'wall: [ Body { text: "上面" }, Body { y: 20; text: "下面" } ]',
    "a rule runs through '划掉'": 'wall: [ Body { text: "划掉" }, Rule { y: 30 } ]',
    "lies on the key '键'": 'desk: [ PlainKey { width: 474; text: "键" }, Body { x: 20; y: 20; text: "压着" } ]',
    "runs under the counter": 'desk: [ Body { y: 835; text: "压到柜台了" } ]\n acts: [ BackKey {} ]',
    "the key '低' at": 'desk: [ PlainKey { y: 800; width: 474; text: "低" } ]\n acts: [ BackKey {} ]',
    "small target": 'desk: [ PlainKey { width: 474; height: 60; text: "矮" } ]',
    "out of reach: '高'": 'wall: [ PlainKey { y: 100; width: 474; text: "高" } ]',
    "out of reach: '外面'": 'desk: [ PlainKey { x: 800; width: 474; text: "外面" } ]',
    "more than one lamp": 'desk: [ HeroSlab { text: "亮"; iconName: "cash" } ]\n acts: [ PrimaryKey { text: "也亮" } ]',
    "no name": "desk: [ PlainKey { width: 474 } ]",
    "no role": 'desk: [ PlainKey { width: 474; text: "无"; Accessible.role: Accessible.Client } ]',
    "not in the tree": 'desk: [ PlainKey { width: 474; text: "无"; Accessible.ignored: true } ]',
    "no page": "desk: [ NoSuchControl {} ]",
    "no picture": 'wall: [ Icon { name: "no-such-icon" } ]',
    "not reachable: '跳过'": 'desk: [ PlainKey { width: 474; text: "跳过"; focusPolicy: Qt.NoFocus } ]',
}


def test_a_page_that_keeps_the_rules_passes(open_pages: OpenWindow, page_file: PageFile) -> None:
    assert found_on(open_pages, page_file(GOOD_PAGE)) == []


@pytest.mark.parametrize("fault", BREACHES)
@pytest.mark.filterwarnings("ignore")
def test_each_breach_is_found(open_pages: OpenWindow, page_file: PageFile, fault: str) -> None:
    found = found_on(open_pages, page_file(BREACHES[fault]))
    assert any(fault in one for one in found), found


def found_on(open_pages: OpenWindow, page: PageEntry) -> list[str]:
    window = open_pages([page])
    bring_up(window, page.name, Sample("", HomeView(), sample_shell()))
    return faults(window.window)


def bring_up(window: KioskWindow, name: str, sample: Sample) -> None:
    window.window.resize(*SMALL)
    window.models[name].show(sample.view)
    window.shell.show(sample.shell)
    window.show_page(name)
    settle(window)
