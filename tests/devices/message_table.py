"""Holds messages to the table of XFS4IoT release 2024-3 (`assets/xfs4iot`), without a line of the host's own code."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

TABLE = Path(__file__).parents[2] / "assets" / "xfs4iot" / "messages.json"
_TYPES: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "array": list,
    "object": dict,
}


@cache
def table() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(TABLE.read_text(encoding="utf-8"))
    return found


@cache
def _message(name: str, kind: str) -> dict[str, Any] | None:
    for message in table()["messages"].get(name.split(".")[0], ()):
        if (message["name"], message["kind"]) == (name, kind):
            return dict(message)
    return None


def faults_in(message: dict[str, Any]) -> list[str]:
    """Everything in which a message of the host differs from the table; empty: it keeps to it."""
    header = message.get("header", {})
    kind, name = header.get("type"), header.get("name")
    faults = [f"message.{key}: not known" for key in message.keys() - {"header", "payload"}]
    faults += _header_faults(header)
    if kind == "acknowledge":
        return [*faults, *(["an acknowledge has no payload"] if "payload" in message else [])]
    known = _message(name, kind)
    if known is None:
        return [*faults, f"{kind} {name} is not in the table"]
    if kind != "command" and header.get("version") != known["version"]:
        faults.append(f"version {header.get('version')} of {name}, the table has {known['version']}")
    return [*faults, *_payload_faults(known, message)]


def _header_faults(header: dict[str, Any]) -> Iterator[str]:
    fields = table()["header"]["fields"]
    for key in header.keys() - fields.keys():
        yield f"header.{key}: not known"
    for key, shape in fields.items():
        if key in header:
            yield from _value_faults(shape, header[key], f"header.{key}")
    kind = header.get("type")
    if ("requestId" in header) != (kind != "unsolicited"):
        yield f"requestId in {kind}"
    if ("completionCode" in header) != (kind == "completion"):
        yield f"completionCode in {kind}"
    if kind == "completion" and header.get("completionCode") not in table()["header"]["completionCodes"]:
        yield f"completion code {header.get('completionCode')}"


def _payload_faults(known: dict[str, Any], message: dict[str, Any]) -> Iterator[str]:
    payload = message.get("payload")
    if "payload" in message and not payload:
        yield "an empty payload"
    payload = dict(payload or {})
    if message["header"].get("completionCode") == "commandErrorCode":
        code = payload.pop("errorCode", None)
        if code not in known.get("errorCodes", ()):
            yield f"errorCode {code} of {known['name']}"
    elif "errorCode" in payload:
        yield "errorCode without commandErrorCode"
    if known["payload"] is None:
        if payload:
            yield f"{known['name']} has no payload"
        return
    yield from _property_faults(known["payload"], payload, "payload")


def _property_faults(shapes: dict[str, Any], values: dict[str, Any], where: str) -> Iterator[str]:
    for key, value in values.items():
        shape = shapes.get(key, shapes.get("*"))
        if shape is None:
            yield f"{where}.{key}: not known"
            continue
        if key not in shapes and not re.search(shape.get("keyPattern", ""), key):
            yield f"{where}.{key}: no such key"
        yield from _value_faults(shape, value, f"{where}.{key}")


def _value_faults(shape: dict[str, Any], value: Any, where: str) -> Iterator[str]:
    if "$ref" in shape:
        yield from _property_faults(table()["types"][shape["$ref"]], value, where)
        return
    if value is None:
        yield f"{where}: null is written"
        return
    wanted = _TYPES[shape["type"]]
    fits = isinstance(value, wanted)
    if not fits or (isinstance(value, bool) and wanted is not bool):
        yield f"{where}: {value!r} is no {shape['type']}"
        return
    if "enum" in shape and value not in shape["enum"]:
        yield f"{where}: {value!r} is none of {shape['enum']}"
    if "pattern" in shape and not re.search(shape["pattern"], value):
        yield f"{where}: {value!r} does not match {shape['pattern']}"
    if "min" in shape and value < shape["min"]:
        yield f"{where}: {value} is too small"
    if shape["type"] == "array" and "items" in shape:
        for place, item in enumerate(value):
            yield from _value_faults(shape["items"], item, f"{where}[{place}]")
    if shape["type"] == "object":
        inner = shape.get("props", {"*": shape["values"]} if "values" in shape else {})
        yield from _property_faults(inner, value, where)
