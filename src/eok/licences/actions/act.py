"""What the office does to an entry of its own accord: 행정처분, 취소, 직권말소, 정정 and their reversal.

A decision that takes something away needs its reason (행정절차법 §23①), a document (§24①), a notice before with
time to answer (§21①③) or the ground for leaving it out (§21④), and for a revocation a hearing (§22①). Who may
is said by the delegation table. Twice sent is done once; what changed meanwhile is shown instead of written.
"""

from uuid import UUID

from django.db import transaction

from eok.accounts import queries as accounts
from eok.accounts.models import Officer
from eok.accounts.roles import Role
from eok.core import clock
from eok.core.errors import InvalidError
from eok.core.keyed import Key
from eok.licences import held, lifecycle, record, taking
from eok.licences.columns import COLUMNS
from eok.licences.details import Details
from eok.licences.errors import LicenceMovedError, NotTheDeciderError
from eok.licences.models import Licence, LicenceEvent, Sanction
from eok.licences.record import Who
from eok.licences.registers import Ground, RegisterLaw, register_law
from eok.licences.taking import Act, Hearing
from eok.offices import queries as offices

DECIDED_AS = {
    "sanctioned": "sanction", "sanction_lifted": "lift", "revoked": "revoke", "struck_off": "strike_off",
    "corrected": "correct", "reinstated": "reinstate",
}  # fmt: skip
"""Verb and its row of the delegation table."""
TAKES_AWAY = ("sanctioned", "revoked", "struck_off")


@transaction.atomic
def do(licence_id: Key, act: Act, *, by: Officer, token: UUID, seen: int) -> LicenceEvent:
    """token: of the page that was sent.  seen: sequence of the entry when it was drawn.

    Raises NotTheDeciderError, LicenceMovedError, LicenceStateError, InvalidError (beside its field).
    """
    licence = held.locked(licence_id)
    origin = f"act:{token}"
    known = LicenceEvent.objects.filter(licence=licence, origin=origin).first()
    if known is not None:
        return known
    if licence.sequence != seen:
        raise LicenceMovedError(licence.licence_no)
    details, law = check(licence, act, by=by)
    on = clock.seoul_now().date()
    return record.append(licence, act.verb, details, on=on, by=Who("officer", str(by.pk), origin, law))


def check(licence: Licence, act: Act, *, by: Officer) -> tuple[Details, str]:
    """What would be written, and its article; nothing is saved. Raises as `do`."""
    require_decider(licence, act.verb, by)
    row = lifecycle.require(licence.state, act.verb, licence.licence_no)
    if not act.reason:
        raise InvalidError(
            "까닭이 비어 있습니다. 처분은 근거와 이유를 밝혀야 합니다. 까닭을 적어 주세요.", "reason"
        )
    ground = ground_of(licence, act)
    if act.verb in TAKES_AWAY:
        taking.check(act, ground)
    details = Details(
        content=_corrected(licence, act) if act.verb == "corrected" else {},
        reason=act.reason,
        document_no=act.document_no,
        heard=_heard(act.hearing),
        sanction=taking.sanction_of(act, ground),
        lifts=_lifted(licence, act) if act.verb == "sanction_lifted" else None,
    )
    return details, ground.law if ground else row.law


def grounds(law: RegisterLaw, verb: str) -> tuple[Ground, ...]:
    """The articles a verb may rest on in a register; none: it can't be done there."""
    return {"sanctioned": law.sanctions, "revoked": law.revoke, "struck_off": law.strike_off}.get(verb, ())


def ground_of(licence: Licence, act: Act) -> Ground | None:
    if act.verb not in TAKES_AWAY:
        return None
    known = grounds(register_law(licence.register), act.verb)
    if not 0 <= act.ground < len(known):
        raise InvalidError("근거 조문을 고르지 않았습니다. 이 처분의 근거를 골라 주세요.", "ground")
    return known[act.ground]


def why_not(licence: Licence, verb: str, officer: Officer) -> str:
    """Why the officer can't do it now; empty: they may."""
    role, department = _decider(licence, verb)
    if verb in TAKES_AWAY and not grounds(register_law(licence.register), verb):
        return "이 대장에는 근거 조문이 없어요."
    if verb == "sanction_lifted" and not open_sanctions(licence):
        return "풀 처분이 없어요."
    if officer not in accounts.officers_of(department, role=role):
        return f"위임전결에 따라 {offices.role_label(role)}만 할 수 있어요."
    return ""


def require_decider(licence: Licence, verb: str, by: Officer) -> None:
    role, department = _decider(licence, verb)
    if by not in accounts.officers_of(department, role=role):
        raise NotTheDeciderError(lifecycle.verb(verb).label, offices.role_label(role))


def open_sanctions(licence: Licence) -> list[Sanction]:
    return list(Sanction.objects.filter(licence=licence, lifted_on=None).order_by("-sequence"))


def _decider(licence: Licence, verb: str) -> tuple[Role, str]:
    role = Role(offices.register_decider(DECIDED_AS[verb]).value)
    return role, offices.register(licence.register).department


def _lifted(licence: Licence, act: Act) -> int:
    if act.lifts not in {one.sequence for one in open_sanctions(licence)}:
        raise InvalidError("풀 처분을 고르지 않았거나 이미 풀었습니다. 처분을 골라 주세요.", "lifts")
    return int(act.lifts or 0)


def _corrected(licence: Licence, act: Act) -> dict[str, str]:
    known = record.read_content(licence)
    changed = {key: value for key, value in act.content.items() if value != known.get(key, "")}
    if not changed:
        raise InvalidError("바뀐 것이 없습니다. 바로잡을 칸을 고쳐 주세요.", "content")
    for key, value in changed.items():
        if key not in COLUMNS or len(value) > COLUMNS[key].max_length:
            raise InvalidError("칸에 적을 수 있는 것보다 깁니다. 줄여 주세요.", f"column.{key}")
    return changed


def _heard(hearing: Hearing) -> dict[str, str]:
    said = {
        "heard": hearing.heard,
        "notified_on": hearing.notified_on.isoformat() if hearing.notified_on else "",
        "answer_by": hearing.answer_by.isoformat() if hearing.answer_by else "",
        "announced_on": hearing.announced_on.isoformat() if hearing.announced_on else "",
        "note": hearing.note,
    }
    return {key: value for key, value in said.items() if value}
