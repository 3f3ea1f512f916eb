"""The package for the records centre: a BagIt bag (RFC 8493) in a tar, one folder for each case, in clear.

The data standard of the transfer is the central archives' (공공기록물법 시행령 §32④) and was not at hand; a bag says of
itself what it holds, with a SHA-256 for each file, so that any system can check it and take it apart. It holds personal
data: made with 0600, and each case packed is one line in the read log.
"""

import hashlib
import io
import json
import tarfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from eok.applications import drafts
from eok.applications import queries as applications
from eok.casework import documents
from eok.casework import queries as casework
from eok.casework.models import Case, SupplementPaper
from eok.certificates import queries as certificates
from eok.core import clock, durable
from eok.core.errors import ConflictError, NotFoundError
from eok.core.retention import Record
from eok.notify import queries as notify
from eok.offices import queries as offices
from eok.papers import queries as papers
from eok.papers.models import Upload
from eok.retention.table import table
from eok.rules import retention as rules
from eok.trail.actions.record_reading import record_reading

BAG = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
Files = Mapping[str, bytes]


def write(target: Path, *, number: str, records: Sequence[Record], by: str) -> str:
    """The SHA-256 of the file. Raises ConflictError when something lies there already."""
    _require_absent(target)
    durable.drop_drafts(target)  # personal data in clear must not stay beside it
    with durable.filled(target) as file:
        with tarfile.open(fileobj=file, mode="w", format=tarfile.PAX_FORMAT) as tar:
            _fill(tar, number, records, by)
        file.seek(0)
        return hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]  # typeshed wants more than it reads


def _require_absent(target: Path) -> None:
    if target.exists() or not target.parent.is_dir():
        raise ConflictError(
            f"{target}에 쓸 수 없어 묶지 않았습니다. 있던 것은 그대로입니다. 있는 폴더와 새 이름을 적어 주세요."
        )


def _fill(tar: tarfile.TarFile, number: str, records: Sequence[Record], by: str) -> None:
    sums: list[str] = []
    for record in records:
        kind, _, reader = by.partition(":")
        record_reading(
            reader_kind=kind, reader=reader or by, subject=f"case:{record.id}", purpose="기록관 이관"
        )
        for name, content in _of_case(record).items():
            path = f"data/{record.label.split()[-1]}/{name}"
            _add(tar, path, content)
            sums.append(f"{hashlib.sha256(content).hexdigest()}  {path}\n")
    manifest = "".join(sums).encode()
    tags: Files = {
        "bagit.txt": BAG,
        "bag-info.txt": _info(number, records),
        "manifest-sha256.txt": manifest,
    }
    told = "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in tags.items())
    for name, content in {**tags, "tagmanifest-sha256.txt": told.encode()}.items():
        _add(tar, name, content)


def _info(number: str, records: Sequence[Record]) -> bytes:
    lines = {
        "Source-Organization": offices.district().office_name,
        "External-Identifier": number,
        "Bagging-Date": f"{clock.seoul_now():%Y-%m-%d}",
        "Internal-Sender-Description": f"민원 기록 {len(records)}건 (공공기록물 관리에 관한 법률 제19조제2항)",
    }
    return "".join(f"{name}: {value}\n" for name, value in lines.items()).encode()


def _of_case(record: Record) -> Files:
    case = Case.objects.select_related("application__version", "application__person", "officer").get(
        pk=record.id
    )
    return {"record.json": _json(_facts(case, record)), **dict(_papers(case))}


def _facts(case: Case, record: Record) -> dict[str, object]:
    unit = table().unit_of(record.service_id)
    last = rules.last_day(record.finished_on, unit.period) if unit else None
    filed = drafts.read_filed(case.application)
    return {
        "case_no": case.case_no,
        "application_no": case.application.application_no,
        "service": case.service_id,
        "department": case.department,
        "unit_task": unit.name if unit else None,
        "period": unit.period.value if unit else None,
        "keep_until": last,
        "state": case.state,
        "filed_at": case.filed_at,
        "accepted_at": case.accepted_at,
        "decided_at": case.decided_at,
        "finished_on": record.finished_on,
        "applicant": dict(filed.applicant),
        "answers": dict(filed.answers),
        "history": [
            {"sequence": one.sequence, "verb": one.row.label, "at": one.at, "by": f"{one.actor_kind}:{one.actor}", "law": one.row.law, "details": one.details}
            for one in casework.history(case)
        ],
        "messages": [{"title": one.title, "text": one.text, "at": one.at} for one in notify.of_case(case)],
        "chain_head": bytes(case.head).hex(),
    }  # fmt: skip


def _papers(case: Case) -> Iterator[tuple[str, bytes]]:
    yield "신청서.pdf", documents.form_as_filed(case.application)
    yield "접수증.pdf", documents.receipt_of(case)
    with suppress(NotFoundError):  # withdrawn before a decision: there is no letter
        yield "결정통지서.pdf", documents.decision_letter(case)
    issued = certificates.of_case(case)
    if issued is not None:
        yield "발급문서.pdf", certificates.electronic(issued)
    for number, upload in enumerate(_uploads(case), 1):
        suffix = Path(papers.name(upload)).suffix or ".bin"
        yield f"서류/{number:02d}{suffix}", papers.content(upload)


def _uploads(case: Case) -> Iterator[Upload]:
    yield from (row.upload for row in applications.filed_papers(case.application))
    later = SupplementPaper.objects.filter(supplement__case=case).select_related("upload").order_by("pk")
    yield from (row.upload for row in later)


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1, default=str).encode()


def _add(tar: tarfile.TarFile, name: str, content: bytes) -> None:
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode = len(content), 0o600
    tar.addfile(entry, io.BytesIO(content))
