"""Printer: named forms, filled in and cut."""

from __future__ import annotations

from enum import StrEnum

from devices.contract.wire import Wire


class MediaMove(StrEnum):
    EJECT = "eject"
    RETRACT = "retract"
    PARK = "park"
    EXPEL = "expel"
    EJECT_TO_TRANSPORT = "ejectToTransport"
    STACK = "stack"


class MediaControl(Wire):
    move: MediaMove | None = None
    cut: bool | None = None
    partial_cut: bool | None = None
    flush: bool | None = None


class PrintForm(Wire):
    form_name: str
    media_name: str | None = None
    media_control: MediaControl | None = None
    fields: dict[str, tuple[str, ...]] | None = None


class PrintError(StrEnum):
    """`errorCode` of PrintForm, as far as a receipt printer can have them."""

    FORM_NOT_FOUND = "formNotFound"
    FIELD_SPEC_FAILURE = "fieldSpecFailure"
    FIELD_ERROR = "fieldError"
    MEDIA_NOT_FOUND = "mediaNotFound"
    MEDIA_OVERFLOW = "mediaOverflow"
    FLUSH_FAIL = "flushFail"
    PAPER_OUT = "paperOut"
    PAPER_JAMMED = "paperJammed"
    MEDIA_JAMMED = "mediaJammed"


class FieldFailure(StrEnum):
    REQUIRED = "required"
    STATIC_OVERWRITE = "staticOverwrite"
    OVERFLOW = "overflow"
    NOT_FOUND = "notFound"
    NOT_READ = "notRead"
    NOT_WRITE = "notWrite"
    HW_ERROR = "hwerror"
    GRAPHIC = "graphic"


class FieldError(Wire):
    form_name: str | None = None
    field_name: str | None = None
    failure: FieldFailure | None = None


class FormList(Wire):
    form_list: tuple[str, ...] | None = None


class MediaList(Wire):
    media_list: tuple[str, ...] | None = None


class MediaPresented(Wire):
    wad_index: int | None = None
    total_wads: int | None = None


class PaperThreshold(Wire):
    paper_source: str | None = None
    threshold: str | None = None
    """full, low, out."""
