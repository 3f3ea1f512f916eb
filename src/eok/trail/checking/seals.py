"""The seals held against each other, against their leaves, their key and the clock."""

from collections.abc import Iterator

from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey

from eok.trail import merkle, statement
from eok.trail.checking.finding import SLACK, Finding, Kind
from eok.trail.models import Leaf, Seal


def findings() -> Iterator[Finding]:
    """Everything that does not fit, by number."""
    keys, before = statement.published_keys(), None
    for seal in Seal.objects.order_by("number").iterator():
        yield from _of_one(seal, keys)
        yield from _after(before, seal)
        before = seal


def _of_one(seal: Seal, keys: dict[str, EllipticCurvePublicKey]) -> Iterator[Finding]:
    if seal.key_id not in keys:
        yield _fault(seal, f"공개한 적 없는 열쇠({seal.key_id[:16]}…)로 서명되었습니다.")
    elif not statement.is_signed(seal, keys):
        yield _fault(seal, "서명이 맞지 않습니다. 봉인한 뒤에 바뀌었습니다.")
    leaves = sorted(Leaf.objects.filter(seal=seal), key=lambda leaf: (leaf.stream, leaf.sequence))
    if len(leaves) != seal.size:
        yield _fault(seal, f"봉인한 고리 {seal.size}개 가운데 {len(leaves)}개만 있습니다.")
    elif merkle.root([statement.leaf(leaf) for leaf in leaves]) != bytes(seal.root):
        yield _fault(seal, "뿌리가 고리와 맞지 않습니다. 봉인한 고리가 바뀌었습니다.")


def _after(before: Seal | None, seal: Seal) -> Iterator[Finding]:
    expected = before.number + 1 if before else 1
    if seal.number != expected:
        yield _fault(seal, f"앞의 봉인({expected}번부터)이 없습니다.")
    elif bytes(seal.previous) != (statement.digest(before) if before else statement.START):
        yield _fault(seal, "앞의 봉인과 이어지지 않습니다.")
    if before and seal.sealed_at < before.sealed_at - SLACK:
        text = f"봉인 {seal.number}번: 앞의 봉인보다 이른 때에 봉인되었습니다. 시계가 뒤로 갔습니다."
        yield Finding(Kind.CLOCK, f"봉인 {seal.number}번", seal.number, text)


def _fault(seal: Seal, what: str) -> Finding:
    return Finding(Kind.SEAL, f"봉인 {seal.number}번", seal.number, f"봉인 {seal.number}번: {what}")
