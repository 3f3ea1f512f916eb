"""The OpenAPI 3.1 document, written from the table and from the classes that read and answer."""

import json
from functools import lru_cache
from typing import Any

from pydantic.json_schema import models_json_schema

from eok.api.endpoints import ENDPOINTS, EVERYWHERE, EXAMPLES, PATTERNS, Endpoint
from eok.api.problems import CODES, MEDIA_TYPE, TITLES, Problem

Schema = dict[str, Any]
PLACE = "#/components/schemas/{model}"


@lru_cache(maxsize=1)
def document_json() -> str:
    return json.dumps(document(), ensure_ascii=False, separators=(",", ":"))


def document() -> Schema:
    """The whole document."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "e-OK 민원센터 공개 API",
            "version": "1.0.0",
            "description": "누구나 로그인하지 않고 씁니다. 개인정보는 없습니다. 읽기만 합니다. v1 안에서는 더하기만 합니다.",
        },
        "servers": [{"url": "/"}],
        "paths": {f"/api/v1/{one.path}": {one.method.lower(): _operation(one)} for one in ENDPOINTS},
        "components": {"schemas": _schemas()},
    }


def _schemas() -> Schema:
    answered = [(one.answer, "serialization") for one in ENDPOINTS]
    asked = [(one.asked, "validation") for one in ENDPOINTS if one.takes == "json"]
    wanted: Any = list(dict.fromkeys([*answered, *asked, (Problem, "serialization")]))
    _, whole = models_json_schema(wanted, ref_template=PLACE)
    schemas: Schema = whole["$defs"]
    return schemas


def _operation(one: Endpoint) -> Schema:
    said: Schema = {
        "operationId": one.name,
        "summary": one.summary,
        "parameters": [*_of_path(one), *(_of_query(one) if one.takes == "query" else ())],
        "responses": {"200": _answer(one), **_problems(one)},
    }
    if one.takes != "query":
        said["requestBody"] = {"required": True, "content": _body(one)}
    return said


def _of_path(one: Endpoint) -> list[Schema]:
    return [
        {
            "name": name, "in": "path", "required": True, "description": described,
            "schema": {"type": "string", "pattern": f"^{pattern}$", "maxLength": 64},
            **({"example": EXAMPLES[name]} if name in EXAMPLES else {}),
        }
        for name, (pattern, described) in PATTERNS.items()
        if f"{{{name}}}" in one.path
    ]  # fmt: skip


def _of_query(one: Endpoint) -> list[Schema]:
    schema = one.asked.model_json_schema()
    needed = schema.get("required", ())
    return [
        {
            "name": name, "in": "query", "required": name in needed,
            "description": said.pop("description", ""), "schema": _plain(said),
        }
        for name, said in schema.get("properties", {}).items()
    ]  # fmt: skip


def _plain(said: Schema) -> Schema:
    """A parameter is left out, never null."""
    choices = [one for one in said.pop("anyOf", ()) if one.get("type") != "null"]
    if said.get("default", 0) is None:
        said.pop("default")
    return {**said, **choices[0]} if choices else said


def _body(one: Endpoint) -> Schema:
    if one.takes == "json":
        return {"application/json": {"schema": {"$ref": PLACE.format(model=one.asked.__name__)}}}
    file = {"type": "string", "contentMediaType": "application/octet-stream", "format": "binary"}
    schema = {
        "type": "object", "properties": {"file": file}, "required": ["file"], "additionalProperties": False,
    }  # fmt: skip
    return {"multipart/form-data": {"schema": schema}}


def _answer(one: Endpoint) -> Schema:
    schema = {"$ref": PLACE.format(model=one.answer.__name__)}
    links = LINKS.get(one.name)
    said: Schema = {"description": one.summary, "content": {"application/json": {"schema": schema}}}
    return {**said, "links": links} if links else said


def _problems(one: Endpoint) -> Schema:
    schema = {"$ref": PLACE.format(model=Problem.__name__)}
    return {
        str(status): {"description": TITLES[CODES[status]], "content": {MEDIA_TYPE: {"schema": schema}}}
        for status in sorted({*EVERYWHERE, *one.problems})
    }


def _to(operation: str, name: str, where: str) -> Schema:
    return {"operationId": operation, "parameters": {name: f"$response.body#{where}"}}


LINKS: dict[str, Schema] = {
    "services": {
        "first": _to("service", "service_id", "/items/0/id"),
        "form": _to("form", "service_id", "/items/0/id"),
        "next": _to("services", "after", "/next_after"),
    },
    "service": {
        "form": _to("form", "service_id", "/id"),
        "versions": _to("versions", "service_id", "/id"),
        "due": _to("due", "service_id", "/id"),
    },
    "search": {"found": _to("service", "service_id", "/items/0/service/id")},
}
"""Where an answer leads (OpenAPI 3.1, Link Object)."""
