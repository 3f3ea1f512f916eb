"""The seals held against `roots.json` as somebody kept it elsewhere: whoever rewrites here can't rewrite there."""

from collections.abc import Iterator

from eok.trail.checking.finding import Finding, Kind
from eok.trail.models import Seal
from eok.trail.published import KeptRoot, as_kept


def findings(copies: list[KeptRoot]) -> Iterator[Finding]:
    """Every copy our seals contradict."""
    seals = Seal.objects.in_bulk([copy.number for copy in copies])
    for copy in copies:
        seal = seals.get(copy.number)
        if seal is None:
            yield _fault(copy, "보관한 사본에는 있는 봉인이 여기에 없습니다.")
        elif as_kept(seal) != copy:
            yield _fault(copy, "보관한 사본과 다릅니다. 그 뒤에 봉인을 새로 만들었습니다.")


def _fault(copy: KeptRoot, what: str) -> Finding:
    return Finding(Kind.KEPT, f"봉인 {copy.number}번", copy.number, f"봉인 {copy.number}번: {what}")
