"""The window and what stands on every page."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontInfo, QGuiApplication
from PySide6.QtTest import QTest

from kiosk.config import WindowSize
from kiosk.session.state import Language
from kiosk.shots import take_pictures
from kiosk.ui.fonts import FontMissingError, use_fonts
from kiosk.ui.pages.registry import PAGES
from kiosk.ui.registry import PageEntry
from kiosk.ui.samples import CHEN, sample_shell
from kiosk.ui.window import KioskWindow
from tests.kiosk.ui.audit import items_shown, press
from tests.kiosk.ui.conftest import OpenWindow, settle

HOME_KEY, LANGUAGE_KEY, PERSON_KEY = QPoint(121, 1846), QPoint(384, 1846), QPoint(868, 1846)


@pytest.fixture
def home(open_pages: OpenWindow) -> KioskWindow:
    page = next(page for page in PAGES if page.name == "home")
    window = open_pages([page])
    window.models["home"].show(page.samples[0].view)
    window.shell.show(page.samples[0].shell)
    window.show_page("home")
    settle(window)
    return window


def click(window: KioskWindow, at: QPoint) -> None:
    QTest.mouseClick(window.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    settle(window)


def test_the_language_key_asks_for_the_other_language(home: KioskWindow) -> None:
    asked: list[Language] = []
    home.shell.languageRequested.connect(asked.append)
    home.shell.languageRequested.connect(home.speaker.use)
    click(home, LANGUAGE_KEY)
    assert home.shell.property("otherLanguage") == "中文"
    click(home, LANGUAGE_KEY)
    assert asked == [Language.ENGLISH, Language.CHINESE]
    assert home.shell.property("otherLanguage") == "English"


def test_the_home_key_asks_to_go_home(home: KioskWindow) -> None:
    asked: list[bool] = []
    home.shell.homeRequested.connect(lambda: asked.append(True))
    click(home, HOME_KEY)
    assert asked == [True]


def test_the_person_key_shows_the_hotline_until_it_is_read(home: KioskWindow) -> None:
    click(home, PERSON_KEY)
    assert (home.shell.property("noted"), home.shell.property("noteNumber")) == (True, "95598")
    press(home.window, Qt.Key.Key_Return)
    assert not home.shell.property("noted")


def test_the_arrow_keys_go_on_after_a_note_was_closed(home: KioskWindow) -> None:
    click(home, PERSON_KEY)
    press(home.window, Qt.Key.Key_Return)
    press(home.window, Qt.Key.Key_Down)
    assert home.window.activeFocusItem().property("visualFocus")


def test_a_new_page_takes_the_focus_from_the_key_that_was_touched(
    open_pages: OpenWindow,
) -> None:
    window = open_pages(PAGES)
    window.show_page("home")
    settle(window)
    click(window, HOME_KEY)
    window.show_page("outages")
    settle(window)
    press(window.window, Qt.Key.Key_Down)
    assert window.window.activeFocusItem().property("text") == "看完了，回首页"


def test_a_change_of_language_keeps_what_was_typed(open_pages: OpenWindow) -> None:
    identify = next(page for page in PAGES if page.name == "identify")
    window = open_pages([identify])
    window.models["identify"].show(identify.samples[0].view)
    window.show_page("identify")
    settle(window)
    chinese = texts_of(window)
    window.speaker.use(Language.ENGLISH)
    settle(window)
    english = texts_of(window)
    assert "3304 1277" in chinese & english
    assert "您的户号是多少？" in chinese - english
    assert "What is your account number?" in english - chinese


def texts_of(window: KioskWindow) -> set[str]:
    shown = items_shown(window.window.contentItem())
    return {item.property("text") for item in shown if item.inherits("QQuickText")}


def test_a_note_goes_with_its_page_and_with_its_language(home: KioskWindow) -> None:
    home.shell.tell("办业务", "还没有开通")
    home.speaker.use(Language.ENGLISH)
    assert not home.shell.property("noted")
    home.shell.tell("Applications", "Not open yet")
    home.shell.home()
    assert not home.shell.property("noted")


def test_every_touch_and_key_says_that_somebody_is_there(home: KioskWindow) -> None:
    heard: list[bool] = []
    home.shell.touched.connect(lambda: heard.append(True))
    click(home, QPoint(500, 300))
    press(home.window, Qt.Key.Key_Down)
    assert len(heard) == 2


def test_the_ring_of_focus_shows_once_a_key_was_pressed_and_not_for_a_finger(home: KioskWindow) -> None:
    click(home, HOME_KEY)
    assert not home.window.activeFocusItem().property("visualFocus")
    press(home.window, Qt.Key.Key_Down)
    assert home.window.activeFocusItem().property("visualFocus")


def test_the_lintel_names_the_account_masked_and_only_while_it_is_open(home: KioskWindow) -> None:
    home.shell.show(sample_shell(CHEN))
    assert (home.shell.property("who"), home.shell.property("number")) == ("陈*芳", "3304 1277 86")
    home.shell.show(sample_shell())
    assert (home.shell.property("who"), home.shell.property("number")) == ("", "")


@pytest.mark.parametrize(
    ("width", "height", "scale"), [(540, 960, 0.5), (1920, 1080, 0.5625), (1080, 2400, 1.0)]
)
def test_the_page_is_scaled_to_fit_any_window(
    home: KioskWindow, width: int, height: int, scale: float
) -> None:
    home.window.resize(width, height)
    settle(home)
    stage = home.window.contentItem().childItems()[0]
    assert stage.scale() == pytest.approx(scale)
    assert stage.mapRectToScene(stage.boundingRect()).center().x() == pytest.approx(width / 2)


def test_a_window_larger_than_the_screen_is_made_to_fit_it(home: KioskWindow) -> None:
    room = home.window.screen().availableSize()
    home.appear(WindowSize((1080, 1920)))
    assert home.window.height() == room.height()
    assert home.window.width() == pytest.approx(room.height() * 1080 / 1920, abs=1)
    home.appear(WindowSize((270, 480)))
    assert (home.window.width(), home.window.height()) == (270, 480)
    home.appear(WindowSize(None))
    assert home.window.size() == home.window.screen().size()


def test_both_typefaces_are_ours(application: QGuiApplication) -> None:
    use_fonts(application)
    assert application.font().families() == ["Barlow", "Noto Sans SC"]
    assert QFontInfo(application.font()).family() == "Barlow"


def test_a_missing_typeface_is_named(application: QGuiApplication, tmp_path: Path) -> None:
    with pytest.raises(FontMissingError, match="Barlow_400Regular"):
        use_fonts(application, tmp_path)


def test_every_sample_gets_a_picture_in_each_language(open_pages: OpenWindow, tmp_path: Path) -> None:
    pages: list[PageEntry] = [page for page in PAGES if page.name == "home"]
    pictures = list(take_pictures(open_pages(pages), tmp_path))
    wanted = {f"{sample.picture}-{language}.png" for sample in pages[0].samples for language in ("zh", "en")}
    assert {picture.name for picture in pictures} == wanted
    assert len({picture.read_bytes() for picture in pictures}) == len(wanted)
