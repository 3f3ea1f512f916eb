"""The tree of RFC 9162 §2.1: its shape, its prefixes, and proofs that hold for their leaf only."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eok.trail import merkle

LEAVES = [b"", b"\x00", b"\x10", b"\x20\x21", b"\x30\x31", b"\x40\x41\x42\x43", b"\x50" * 8]
ROOTS = {
    0: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    1: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    2: "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    3: "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
}
"""Known roots of the first leaves, as logs of RFC 6962 and RFC 9162 are tested with."""


def node(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


@pytest.mark.parametrize("size", ROOTS)
def test_known_roots(size: int) -> None:
    assert merkle.root(LEAVES[:size]).hex() == ROOTS[size]


def test_seven_leaves_have_the_shape_of_the_standard() -> None:
    a, b, c, d, e, f, j = map(merkle.leaf_hash, LEAVES)
    k, i = node(node(a, b), node(c, d)), node(e, f)

    assert merkle.root(LEAVES) == node(k, node(i, j))
    assert merkle.proof(LEAVES, 0) == [b, node(c, d), node(i, j)]
    assert merkle.proof(LEAVES, 3) == [c, node(a, b), node(i, j)]
    assert merkle.proof(LEAVES, 4) == [f, j, k]
    assert merkle.proof(LEAVES, 6) == [i, k]


def test_a_node_is_no_leaf() -> None:
    a, b = merkle.leaf_hash(b"a"), merkle.leaf_hash(b"b")

    assert merkle.root([a + b]) != merkle.root([b"a", b"b"])


@given(st.lists(st.binary(max_size=8), min_size=1, max_size=40, unique=True), st.data())
def test_a_proof_holds_for_its_leaf_and_no_other(leaves: list[bytes], data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(leaves) - 1))
    top, path = merkle.root(leaves), merkle.proof(leaves, index)

    assert merkle.holds(leaves[index], index, len(leaves), path, top)
    assert not merkle.holds(leaves[index] + b"x", index, len(leaves), path, top)
    assert not merkle.holds(leaves[index], index, len(leaves), [*path, top], top)
    assert not merkle.holds(leaves[index], index + 1, len(leaves), path, top)


def test_there_is_no_proof_of_what_is_not_there() -> None:
    with pytest.raises(IndexError):
        merkle.proof([b"a"], 1)

    assert not merkle.holds(b"a", 1, 1, [], merkle.root([b"a"]))
