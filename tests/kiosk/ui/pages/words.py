"""What a view's words come to in each language, without Qt: the catalogue is read as the text that it is."""

from __future__ import annotations

from functools import cache
from xml.etree import ElementTree

from kiosk.session.state import Language
from kiosk.ui.texts import Sum, Words, write
from kiosk.ui.translations import CATALOGUE


def chinese(words: Words) -> str:
    return write(words, Language.CHINESE, lambda source, count: source.replace("%n", str(count)))


def english(words: Words) -> str:
    return write(words, Language.ENGLISH, _look_up)


def minor(words: Words) -> int:
    """What a view's sum comes to."""
    assert isinstance(words, Sum)
    return words.minor


def _look_up(source: str, count: int | None) -> str:
    forms = _catalogue()[source]
    return forms[0 if count in (None, 1) else 1].replace("%n", str(count))


@cache
def _catalogue() -> dict[str, tuple[str, ...]]:
    """The texts that views say: those of the context without a name."""
    read = {}
    for context in ElementTree.parse(CATALOGUE).getroot().iter("context"):
        if not context.findtext("name"):
            for message in context.iter("message"):
                translation = message.find("translation")
                assert translation is not None
                forms = [form.text or "" for form in translation.iter("numerusform")]
                read[message.findtext("source") or ""] = tuple(forms or [translation.text or ""])
    return read
