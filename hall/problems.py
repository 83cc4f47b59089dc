"""Every refusal as problem details (RFC 9457), made in one place."""

from __future__ import annotations

import logging
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from hall.contract import Problem

log = logging.getLogger(__name__)

MEDIA_TYPE = "application/problem+json"


class ProblemError(Exception):
    """A request that is refused; nothing has been changed by it."""

    def __init__(
        self,
        status: int,
        title: str,
        *,
        detail: str | None = None,
        field: str | None = None,
        headers: dict[str, str] | None = None,
    ) -> None:
        super().__init__(title)
        self.problem = Problem(title=title, status=status, detail=detail, field=field)
        self.headers = headers


def documented(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The refusals of a route, for its OpenAPI page."""
    return {status: {"model": Problem} for status in statuses}


def describe(openapi: dict[str, Any]) -> None:
    """Say in an OpenAPI document how refusals really look: the framework has a type and a shape of its own."""
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    for path in openapi["paths"].values():
        for operation in path.values():
            for status, response in operation["responses"].items():
                if int(status) >= 400:
                    response["content"] = content
    for shape in ("HTTPValidationError", "ValidationError"):
        openapi["components"]["schemas"].pop(shape, None)


def add_handlers(app: FastAPI) -> None:
    app.add_exception_handler(ProblemError, on_problem)
    app.add_exception_handler(RequestValidationError, on_invalid)
    app.add_exception_handler(HTTPException, on_http)
    app.add_exception_handler(Exception, on_fault)


def answer(problem: Problem, headers: dict[str, str] | None = None) -> JSONResponse:
    body = problem.model_dump(exclude_none=True)
    return JSONResponse(body, status_code=problem.status, media_type=MEDIA_TYPE, headers=headers)


def on_problem(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, ProblemError)
    return answer(error.problem, error.headers)


def on_invalid(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    # The first place is `body`, `path` or `query`; JSON that can't be read has an offset in place of a field.
    places = first["loc"][1:] if first["type"] != "json_invalid" else ()
    field = ".".join(str(place) for place in places)
    return answer(
        Problem(title="The request is malformed", status=422, detail=first["msg"], field=field or None)
    )


def on_http(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    headers = dict(error.headers) if error.headers else None
    return answer(Problem(title=str(error.detail), status=error.status_code), headers)


def on_fault(request: Request, error: Exception) -> JSONResponse:
    """Our own fault: the log has it all, the caller learns only that nothing was done."""
    log.error("%s %s failed", request.method, request.url.path, exc_info=error)
    return answer(Problem(title="The hall failed; nothing was changed", status=500))
