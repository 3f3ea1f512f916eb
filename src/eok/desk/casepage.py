"""Builds what the page of one case shows: what was filed, what to do now, checks, clock, what may be done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from eok.accounts import queries as accounts
from eok.accounts.models import Officer
from eok.applications import drafts
from eok.applications import queries as applications
from eok.casework import clockwork, grants, permissions, reviews, supplements
from eok.casework import queries as casework
from eok.casework.actions import propose
from eok.casework.lifecycle import By
from eok.casework.models import Case, SupplementPaper
from eok.casework.queries import Happened
from eok.catalogue.schema import Service
from eok.core import clock
from eok.forms import display
from eok.krds import filters
from eok.notify import queries as notify
from eok.papers import queries as papers
from eok.papers.models import Upload
from eok.payments import queries as payments


@dataclass(frozen=True)
class PaperLine:
    """One paper of the filing and the files given for it."""

    name: str
    word: str
    tone: str
    note: str
    files: tuple[tuple[str, str, int, str], ...]
    """Name, address of the pages (ends before the page number), pages, caption."""


@dataclass(frozen=True)
class CheckLine:
    id: str
    what: str
    said: str
    state: str
    source: str
    note: str


@dataclass(frozen=True)
class ActionLine:
    label: str
    url: str
    why: str
    law: str
    key: str


@dataclass(frozen=True)
class HistoryLine:
    when: str
    what: str
    who: str


STATE_OF_RESULT = {"ok": "ok", "not_ok": "wrong", "look": "look", "not_applicable": "none"}
PAGES = {
    "accept": ("desk:accept", "a"),
    "request_supplement": ("desk:supplement", "s"),
    "request_again": ("desk:supplement", "s"),
    "extend": ("desk:extend", "e"),
    "return_documents": ("desk:return", ""),
    "propose": ("desk:decide", "d"),
    "grant": ("desk:decide", "d"),
    "refuse": ("desk:decide", ""),
    "send_back": ("desk:send_back", ""),
}
"""Where a verb is done, and its key."""


def context(case: Case, officer: Officer) -> dict[str, object]:
    """Everything the template needs."""
    service = grants.service_of(case)
    filed = drafts.read_filed(case.application)
    lines = _actions(case, officer)
    return {
        "case": case,
        "service": service,
        "applicant": filed.applicant,
        "sections": _sections(service, filed.answers),
        "changed": _changed(case, service),
        "papers": _papers(case, service, filed.modes),
        "checks": _checks(case),
        "reading": clockwork.reading(case),
        "remaining": _remaining(case),
        "actions": lines,
        "todo": _todo(case, officer, lines),
        "history": _history(case),
        "messages": notify.of_case(case),
        "tax": payments.of_case(case),
        "proposal": _proposal(case),
        "supplement": supplements.waiting(case.pk),
    }


def _remaining(case: Case) -> str:
    if case.due_at is None:
        return ""
    now = clock.now()
    minutes = clockwork.working_minutes(min(now, case.due_at), max(now, case.due_at))
    return filters.left_ko(minutes if case.due_at >= now else -minutes)


def _sections(service: Service, answers: Mapping[str, Any]) -> list[tuple[str, list[tuple[str, str, str]]]]:
    """Title and rows: what was asked, the answer, where it comes from."""
    known = {q.label.ko for q in service.form.questions() if q.prefill}
    return [
        (s.title, [(label, value, "본인확인 정보에서" if label in known else "") for label, value in s.rows])
        for s in display.sections(service, answers)
    ]


def _changed(case: Case, service: Service) -> list[tuple[str, str, str]]:
    """Answers the applicant changed in a supplement: caption and new value."""
    latest = casework.last_event(case, "supply")
    answers = latest.details.get("answers", {}) if latest else {}
    shown = display.plain(service, answers) if isinstance(answers, dict) else {}
    labels = {q.id: q.label.ko for q in service.form.questions()}
    return [(labels.get(key, key), value, "보완") for key, value in shown.items() if value]


def _papers(case: Case, service: Service, modes: object) -> list[PaperLine]:
    chosen = dict(modes) if isinstance(modes, dict) else {}
    filed = [(row.paper_id, row.upload, "처음 낸 것") for row in applications.filed_papers(case.application)]
    later = SupplementPaper.objects.filter(supplement__case=case).select_related("upload").order_by("pk")
    given = filed + [(row.paper_id, row.upload, "보완한 것") for row in later]
    return [_paper(case, p.id, p.name.ko, chosen, given) for p in service.papers]


def _paper(
    case: Case, paper_id: str, name: str, modes: dict[str, str], given: Sequence[tuple[str, Upload, str]]
) -> PaperLine:
    files = tuple(_file(case, upload, caption) for pid, upload, caption in given if pid == paper_id)
    mode = modes.get(paper_id)
    if mode is None and not files:
        return PaperLine(name, "해당 없음", "gray", "이 신고에는 필요하지 않아요.", files)
    if mode == "look_up" and not files:
        return PaperLine(name, "공동이용 동의", "success", "민원인이 조회에 동의했어요.", files)
    if mode == "by_post" and not files:
        return PaperLine(name, "우편으로 올 것", "warning", "우편으로 따로 내겠다고 했어요.", files)
    return PaperLine(name, "눈으로 볼 것", "warning", f"파일 {len(files)}개", files)


def _file(case: Case, upload: Upload, caption: str) -> tuple[str, str, int, str]:
    first = reverse("desk:paper_page", args=[case.pk, upload.pk, 1])
    scan = "검사 깨끗" if upload.scan == "clean" else "검사하지 않음"
    when = filters.short_datetime(upload.created_at)
    return papers.name(upload), first.removesuffix("1.png"), upload.pages, f"{caption} · {when} · {scan}"


def _checks(case: Case) -> list[CheckLine]:
    return [
        CheckLine(
            c.item.id, c.item.question.ko, reviews.RESULTS[c.result], STATE_OF_RESULT[c.result],
            c.item.source.cite or "", c.note,
        )
        for c in reviews.review_list(case)
    ]  # fmt: skip


def _actions(case: Case, officer: Officer) -> list[ActionLine]:
    out = []
    for action in permissions.actions(case, officer):
        name, key = PAGES[action.row.verb]
        url = f"{reverse(name, args=[case.pk])}?verb={action.row.verb}" if action.allowed else ""
        out.append(
            ActionLine(action.row.label, url, action.why_not or "", action.row.law, key if url else "")
        )
    return _once_each(out)


def _once_each(lines: list[ActionLine]) -> list[ActionLine]:
    """Of the rows with one label, the one that is open, else the first."""
    kept: dict[str, ActionLine] = {}
    for line in lines:
        if line.label not in kept or (line.url and not kept[line.label].url):
            kept[line.label] = line
    return list(kept.values())


def _todo(case: Case, officer: Officer, lines: list[ActionLine]) -> tuple[str, str, str] | None:
    """The one next step: sentence, label, address; None when nobody here has to do anything."""
    left = len(reviews.unanswered(case)) if case.state == "accepted" else 0
    if left:
        return f"확인할 것이 {left}가지 남았어요. 아래에서 하나씩 확인해 주세요.", "확인하러 가기", "#checks"
    for label, sentence in NEXT_STEPS:
        for line in lines:
            if line.label == label and line.url:
                return sentence, label, line.url
    return None


NEXT_STEPS = (
    ("접수", "새 신청이에요. 접수하면 처리 기간이 시작돼요."),
    ("수리", "확인이 끝났어요. 결재해 주세요."),
    ("결재 올리기", "확인이 끝났어요. 결재를 올려 주세요."),
)


def _history(case: Case) -> list[HistoryLine]:
    names = accounts.officer_names()
    return [
        HistoryLine(filters.short_datetime(h.at), h.row.told or h.row.label, _who(h, names))
        for h in reversed(casework.history(case))
    ]


def _who(happened: Happened, names: dict[str, str]) -> str:
    if happened.actor_kind == "officer":
        return names.get(happened.actor, "담당자")
    return "민원인" if happened.actor_kind == "resident" else By.SYSTEM.value


def _proposal(case: Case) -> dict[str, object] | None:
    waiting = propose.waiting(case)
    if waiting is None:
        return None
    opinion = propose.opinion_of(waiting, bytes(case.wrapped_key))
    return {
        "outcome": "수리" if waiting.outcome == "grant" else "수리 거부",
        "by": accounts.officer_names().get(str(waiting.drafted_by_id), ""),
        "at": waiting.drafted_at,
        "text": opinion.text,
    }
