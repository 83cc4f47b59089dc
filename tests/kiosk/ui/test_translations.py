"""One catalogue, whole and fresh; the language changes at any moment."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from kiosk.session.state import Language
from kiosk.ui.speaker import CatalogueMissingError, Speaker
from kiosk.ui.texts import say
from kiosk.ui.translations import CATALOGUE, collect, compiled

PLACES = re.compile(r"%\w|\{\w+\}")


def messages(catalogue: Path) -> list[ET.Element]:
    return list(ET.parse(catalogue).iter("message"))


def sources(catalogue: Path) -> set[tuple[str, str]]:
    return {
        (context.findtext("name") or "", message.findtext("source") or "")
        for context in ET.parse(catalogue).iter("context")
        for message in context.iter("message")
    }


def english(message: ET.Element) -> list[str]:
    translation = message.find("translation")
    assert translation is not None
    return [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]


def test_the_catalogue_holds_every_text_of_the_screen_and_no_other(tmp_path: Path) -> None:
    fresh = tmp_path / "en.ts"
    fresh.write_bytes(CATALOGUE.read_bytes())
    collect(fresh)
    assert sources(fresh) == sources(CATALOGUE)


def test_everything_is_said_in_english() -> None:
    assert [message.findtext("source") for message in messages(CATALOGUE) if not all(english(message))] == []
    unfinished = [
        message.findtext("source")
        for message in messages(CATALOGUE)
        if message.find("translation[@type='unfinished']") is not None
    ]
    assert unfinished == []


def test_no_english_text_is_left_in_chinese_and_none_loses_a_value() -> None:
    for message in messages(CATALOGUE):
        source = message.findtext("source") or ""
        *singular, general = english(message)
        assert re.search("[A-Za-z]", general) or not re.search(r"[\u4e00-\u9fff]", source), general
        assert set(PLACES.findall(general)) == set(PLACES.findall(source)), general
        for text in singular:  # one may be said without its number: "the oldest month"
            assert set(PLACES.findall(text)) | {"%n"} == set(PLACES.findall(source)) | {"%n"}, text


def test_the_same_chinese_text_is_the_same_in_english_wherever_it_stands() -> None:
    said: dict[str, set[tuple[str, ...]]] = {}
    for message in messages(CATALOGUE):
        said.setdefault(message.findtext("source") or "", set()).add(tuple(english(message)))
    assert {source: texts for source, texts in said.items() if len(texts) > 1} == {}


def test_a_newer_catalogue_is_compiled_again(tmp_path: Path) -> None:
    catalogue = tmp_path / "en.ts"
    catalogue.write_bytes(CATALOGUE.read_bytes())
    first = compiled(catalogue)
    stamp = first.stat().st_mtime_ns
    assert compiled(catalogue).stat().st_mtime_ns == stamp
    catalogue.write_bytes(CATALOGUE.read_bytes())
    assert compiled(catalogue).stat().st_mtime_ns > stamp


def test_the_speaker_switches_and_bends_words_for_counts(application: QGuiApplication) -> None:
    speaker = Speaker(compiled())
    told: list[Language] = []
    speaker.changed.connect(lambda: told.append(speaker.language))
    one, two = say("今天停电 %n 处", "", 1), say("今天停电 %n 处", "", 2)
    assert (speaker(one), speaker(two)) == ("今天停电 1 处", "今天停电 2 处")
    speaker.use(Language.ENGLISH)
    speaker.use(Language.ENGLISH)
    assert (speaker(one), speaker(two)) == ("1 outage today", "2 outages today")
    speaker.use(Language.CHINESE)
    assert speaker(two) == "今天停电 2 处"
    assert told == [Language.ENGLISH, Language.CHINESE]
    assert QCoreApplication.translate("HelpRow", "首页") == "首页"


def test_a_missing_catalogue_is_an_error_and_not_silence(
    application: QGuiApplication, tmp_path: Path
) -> None:
    with pytest.raises(CatalogueMissingError):
        Speaker(tmp_path / "en.qm")
