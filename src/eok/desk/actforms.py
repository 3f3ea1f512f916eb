"""What an officer is asked before an act on an entry, and what was typed as the act itself."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from django.http import QueryDict

from eok.core.errors import InvalidError
from eok.desk import typed
from eok.krds.citations import law_ko
from eok.krds.fields import Choice, Field, Kind, date_parts
from eok.licences import columns, queries
from eok.licences.actions import act as acting
from eok.licences.models import Licence
from eok.licences.registers import Ground, SanctionGround, register_law
from eok.licences.sanctions import LABELS
from eok.licences.taking import HEARD, Act, Hearing

REASON, NUMBER_LENGTH = 1000, 60
DATES = {
    "notified_on": "사전 통지한 날", "answer_by": "의견제출 기한", "announced_on": "말소 예정을 예고하기 시작한 날",
    "from_on": "첫날", "to_on": "마지막 날",
}  # fmt: skip


def fields(licence: Licence, verb: str, given: QueryDict) -> tuple[Field, ...]:
    """In the order of reading, with what was typed."""
    asked = {"corrected": _correction, "sanction_lifted": _lifting}.get(verb, _nothing)(licence, given)
    if verb not in acting.TAKES_AWAY:
        return (*asked, _reason(given))
    grounds = acting.grounds(register_law(licence.register), verb)
    return (
        _choice("ground", "근거와 처분" if verb == "sanctioned" else "근거", _grounds(grounds), given),
        *(_days(given) if verb == "sanctioned" else ()),
        _reason(given),
        _text(
            "document_no",
            "시행 문서번호",
            given,
            "처분은 문서로 해요(행정절차법 제24조제1항). 예) 위생과-1234",
        ),
        _choice("heard", "의견을 어떻게 들었나요?", [Choice(k, v) for k, v in HEARD.items()], given),
        _date("notified_on", given, "통지하지 않았으면 비워 두세요."),
        _date("answer_by", given, "통지한 날부터 10일 이상이에요(행정절차법 제21조제3항)."),
        *([_date("announced_on", given, "")] if any(g.announced_days for g in grounds) else []),
        _text(
            "heard_note",
            "들은 의견, 또는 통지하지 않은 까닭",
            given,
            "행정절차법 제21조제4항의 사유",
            Kind.TEXTAREA,
        ),
    )


def read(licence: Licence, verb: str, given: QueryDict) -> Act:
    """Raises InvalidError beside the field."""
    days = {name: _day(given, name) for name in DATES}
    return Act(
        verb=verb,
        reason=typed.words(given.get("reason", ""), "reason", REASON),
        ground=typed.number(given.get("ground", "")) if given.get("ground") else -1,
        document_no=typed.words(given.get("document_no", ""), "document_no", NUMBER_LENGTH),
        hearing=Hearing(
            given.get("heard", ""), days["notified_on"], days["answer_by"], days["announced_on"],
            typed.words(given.get("heard_note", ""), "heard_note", REASON),
        ),
        from_on=days["from_on"],
        to_on=days["to_on"],
        won=_won(given.get("won", "")),
        lifts=typed.number(given.get("lifts", "")) or None,
        content=_content(licence, given) if verb == "corrected" else {},
    )  # fmt: skip


def with_error(known: Sequence[Field], error: InvalidError) -> tuple[Field, ...]:
    return tuple(replace(f, error=error.message) if f.name == error.field else f for f in known)


def _nothing(licence: Licence, given: QueryDict) -> tuple[Field, ...]:
    return ()


IN_CLEAR = frozenset({"corrected"})
"""Acts whose form holds the entry's values: 가림 풀기 comes first."""


def _correction(licence: Licence, given: QueryDict) -> tuple[Field, ...]:
    said = queries.content(licence)
    return tuple(
        Field(
            f"column.{key}", f"column.{key}", column.caption, value=given.get(f"column.{key}", said.get(key, "")),
            required=False, max_length=column.max_length, autosave=False,
        )
        for key, column in columns.COLUMNS.items()
        if key in said or key in register_law(licence.register).book.columns
        if key != "licence_no"
    )  # fmt: skip


def _lifting(licence: Licence, given: QueryDict) -> tuple[Field, ...]:
    known = [
        Choice(str(one.sequence), f"{one.get_kind_display()} {one.from_on.isoformat()}")
        for one in acting.open_sanctions(licence)
    ]
    return (_choice("lifts", "어느 처분을 푸나요?", known, given),)


def _grounds(grounds: Sequence[Ground]) -> list[Choice]:
    return [
        Choice(
            str(n),
            f"{LABELS[g.kind]}: {g.text}" if isinstance(g, SanctionGround) else g.text,
            help=law_ko(g.law),
        )
        for n, g in enumerate(grounds)
    ]


def _days(given: QueryDict) -> tuple[Field, ...]:
    money = Field(
        "won", "won", "과징금", Kind.MONEY, given.get("won", ""), unit="원", inputmode="numeric", required=False,
        help="과징금일 때만 적어요.", autosave=False,
    )  # fmt: skip
    return (
        _date("from_on", given, "영업정지일 때 적어요."),
        _date("to_on", given, "이 날이 지나면 저절로 끝나요."),
        money,
    )


def _reason(given: QueryDict) -> Field:
    return Field(
        "reason", "reason", "까닭", Kind.TEXTAREA, given.get("reason", ""), autosave=False,
        help="대장에 남고, 당사자에게 밝히는 이유가 돼요(행정절차법 제23조제1항).",
    )  # fmt: skip


def _text(name: str, label: str, given: QueryDict, help_: str, kind: Kind = Kind.TEXT) -> Field:
    return Field(
        name,
        name,
        label,
        kind,
        given.get(name, ""),
        help=help_,
        required=name == "document_no",
        autosave=False,
    )


def _choice(name: str, label: str, options: Sequence[Choice], given: QueryDict) -> Field:
    return Field(name, name, label, Kind.RADIOS, given.get(name, ""), options=tuple(options), autosave=False)


def _date(name: str, given: QueryDict, help_: str) -> Field:
    value = "-".join(given.get(f"{name}.{part}", "") for part in ("year", "month", "day"))
    return Field(
        name, name, DATES[name], Kind.DATE, value, help=help_, parts=date_parts(name, value), required=False,
        autosave=False,
    )  # fmt: skip


def _day(given: QueryDict, name: str) -> date | None:
    parts = [given.get(f"{name}.{part}", "").strip() for part in ("year", "month", "day")]
    if not any(parts):
        return None
    try:
        year, month, day = (int(part) for part in parts)
        return date(year, month, day)
    except (ValueError, OverflowError):
        raise InvalidError(
            f"{DATES[name]}을 읽을 수 없습니다. 연, 월, 일을 숫자로 적어 주세요.", name
        ) from None


def _won(text: str) -> int | None:
    digits = text.replace(",", "").strip()
    if not digits:
        return None
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= 13):
        raise InvalidError("과징금을 숫자로 적어 주세요. 예: 3,000,000", "won")
    return int(digits)


def _content(licence: Licence, given: QueryDict) -> Mapping[str, str]:
    names = [field.name for field in _correction(licence, given)]
    return {name.removeprefix("column."): typed.words(given.get(name, ""), name) for name in names}
