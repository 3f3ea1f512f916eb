"""What an act on an entry will change, one line each: read before it is confirmed."""

from eok.desk.entrypage import sanction_words
from eok.licences import columns, queries
from eok.licences.details import Details
from eok.licences.lifecycle import Papers, Verb
from eok.licences.models import Licence
from eok.licences.states import STATES

PAPERS = {
    Papers.KEEP: "전에 준 문서는 그대로예요.",
    Papers.REPLACED: "전에 준 문서는 곧바로 효력이 없어져요.",
    Papers.VOID: "전에 준 문서는 곧바로 무효가 되고, 진위확인에서 그렇게 말해요.",
}


def changes(licence: Licence, row: Verb, details: Details) -> list[str]:
    after = row.to or licence.state
    state = f"상태가 ‘{licence.stands.label}’에서 ‘{STATES[after].label}’이(가) 돼요."
    lines = [state if after != licence.state else f"상태는 ‘{licence.stands.label}’ 그대로예요."]
    if details.sanction:
        days = f" {details.sanction.from_on.isoformat()}"
        days += (
            f" ~ {details.sanction.to_on.isoformat()} (저절로 시작하고 끝나요)"
            if details.sanction.to_on
            else ""
        )
        lines.append(f"{sanction_words(details.sanction.kind, details.sanction.won)}:{days}")
    lines += _columns(licence, details)
    return [*lines, PAPERS[row.papers], "변동 내역은 지우거나 고칠 수 없어요."]


def _columns(licence: Licence, details: Details) -> list[str]:
    known = queries.content(licence)
    return [
        f"{columns.caption(key)}: ‘{known.get(key, '')}’ → ‘{value}’"
        for key, value in details.content.items()
    ]
