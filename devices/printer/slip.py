"""The one form of this printer, `Slip`: what its fields may hold, free of any printer's ways."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from devices.printer.charset import printable

FORM = "Slip"
MEDIA = "Roll"

_REFUSED = {"Cc", "Cs", "Zl", "Zp"}  # controls, half characters, separators that are no text


@dataclass(frozen=True, slots=True)
class Pair:
    """What a thing is called, and its value."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Slip:
    """A receipt in reading order. Texts hold no control characters; each may be longer than a line."""

    title: str
    subtitle: str
    number: Pair | None
    rows: tuple[Pair, ...]
    total: Pair | None
    notes: tuple[str, ...]
    code: str
    footer: tuple[str, ...]


class FieldError(ValueError):
    """A field that can't be printed; `failure` is the word of Printer.FieldErrorEvent."""

    def __init__(self, field: str, failure: str, reason: str) -> None:
        super().__init__(f"{field}: {reason}")
        self.field = field
        self.failure = failure


@dataclass(frozen=True, slots=True)
class FieldRule:
    """How many strings a field takes, and whether each is `label<TAB>value`."""

    required: bool = False
    is_list: bool = False
    is_pair: bool = False


FIELDS: Mapping[str, FieldRule] = {
    "title": FieldRule(required=True),
    "subtitle": FieldRule(),
    "number": FieldRule(is_pair=True),
    "rows": FieldRule(is_list=True, is_pair=True),
    "total": FieldRule(is_pair=True),
    "notes": FieldRule(is_list=True),
    "code": FieldRule(),
    "footer": FieldRule(is_list=True),
}


def parse_slip(fields: Mapping[str, Sequence[str]]) -> Slip:
    """The slip of PrintForm's `fields`; raises FieldError at the first field that can't be printed.

    A control character is refused: in the stream to the printer it would be a command.
    """
    for name in fields:
        if name not in FIELDS:
            raise FieldError(name, "notFound", "the form has no such field")
    texts = {name: _texts(name, rule, fields.get(name, ())) for name, rule in FIELDS.items()}
    return Slip(
        title=texts["title"][0],
        subtitle=_only(texts["subtitle"]),
        number=_only_pair(texts["number"]),
        rows=tuple(map(_pair, texts["rows"])),
        total=_only_pair(texts["total"]),
        notes=texts["notes"],
        code=_only(texts["code"]),
        footer=texts["footer"],
    )


def _texts(name: str, rule: FieldRule, raw: Sequence[str]) -> tuple[str, ...]:
    # A code is read by machines: it goes out as it came.
    texts = tuple(text if name == "code" else printable(text) for text in raw)
    if rule.required and not any(texts):
        raise FieldError(name, "required", "is missing")
    if len(texts) > 1 and not rule.is_list:
        raise FieldError(name, "overflow", "takes one string")
    for text in texts:
        if text.count("\t") != rule.is_pair:
            raise FieldError(name, "notWrite", "wants label, tab, value" if rule.is_pair else "takes no tab")
        if any(unicodedata.category(char) in _REFUSED for char in text.replace("\t", "")):
            raise FieldError(name, "notWrite", "holds a control character")
    return texts


def _pair(text: str) -> Pair:
    label, value = text.split("\t")
    return Pair(label.strip(), value.strip())


def _only(texts: tuple[str, ...]) -> str:
    return texts[0] if texts else ""


def _only_pair(texts: tuple[str, ...]) -> Pair | None:
    return _pair(texts[0]) if texts else None
