"""A seal has one spelling: every changed bit, mirrored signature, filled header or trailing byte is refused."""

from dataclasses import replace
from functools import cache

import cbor2
import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from eok.certificates import cose
from eok.certificates.seal import Content, SealError, SealKeys, digest_of, open_seal, seal

KEY = ec.generate_private_key(ec.SECP256R1())
DICTIONARY = "통신판매업 신고증\n상호\t\n대표자 성명\t\n위와 같이 신고하였음을 증명합니다.\n".encode()
KEYS = SealKeys({cose.key_id(KEY.public_key()): KEY.public_key()}, {7: DICTIONARY})
CONTENT = Content(
    title="통신판매업 신고증",
    number="제 2026-서울서초-00412 호",
    document_no="4827-1093-5561-7209",
    fields=(("상호", "모아담상점"), ("대표자 성명", "뷁햏")),
    sentence="위와 같이 신고하였음을 증명합니다.",
    issued_on="2026년 11월 26일",
    issuer="서초구청장",
)


def sealed(content: Content = CONTENT) -> bytes:
    return seal(content, dictionary_no=7, dictionary=DICTIONARY, key=KEY)


@cache
def one_seal() -> bytes:
    return sealed()


def refused(data: bytes) -> bool:
    try:
        open_seal(data, KEYS)
    except SealError:
        return True
    return False


def test_the_text_is_read_back_word_for_word() -> None:
    opened = open_seal(one_seal(), KEYS)

    assert opened.content == CONTENT
    assert opened.key_id == cose.key_id(KEY.public_key())
    assert opened.digest is None


def test_every_single_changed_bit_is_refused() -> None:
    data = one_seal()

    accepted = [bit for bit in range(len(data) * 8) if not refused(_flipped(data, bit))]

    assert accepted == []


def _flipped(data: bytes, bit: int) -> bytes:
    changed = bytearray(data)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def test_the_mirrored_signature_is_refused() -> None:
    protected, unprotected, payload, signature = cbor2.loads(one_seal())
    r, s = signature[:32], int.from_bytes(signature[32:], "big")
    mirrored = r + (cose.ORDER - s).to_bytes(32, "big")

    assert refused(cbor2.dumps([protected, unprotected, payload, mirrored], canonical=True))


def test_every_seal_has_a_low_s() -> None:
    for _ in range(20):
        signature = cbor2.loads(sealed())[3]
        assert int.from_bytes(signature[32:], "big") <= cose.ORDER // 2


@pytest.mark.parametrize(
    "change",
    [
        lambda parts: [parts[0], {99: b"x"}, *parts[2:]],
        lambda parts: parts[:3],
        lambda parts: [*parts, b""],
        lambda parts: [parts[0], parts[1], parts[2], parts[3][:63]],
        lambda parts: [cbor2.dumps({1: -7}, canonical=True), *parts[1:]],
        lambda parts: [cbor2.dumps({1: -35, 4: b"abcd"}, canonical=True), *parts[1:]],
        lambda parts: [cbor2.dumps({1: -7, 4: "abcd"}, canonical=True), *parts[1:]],
        lambda parts: "text",
    ],
)
def test_another_shape_is_refused(change: object) -> None:
    assert refused(cbor2.dumps(change(cbor2.loads(one_seal())), canonical=True))  # type: ignore[operator]


def test_bytes_after_it_and_a_tag_before_it_are_refused() -> None:
    assert refused(one_seal() + b"\x00")
    assert refused(b"\xd2" + one_seal())


@pytest.mark.parametrize("data", [b"", b"\x00", b"\xff" * 50, b"\x9f" * 3000, b"\x81" * 1500])
def test_what_is_no_seal_is_refused(data: bytes) -> None:
    assert refused(data)


def test_an_unknown_key_is_named_as_such() -> None:
    with pytest.raises(SealError, match="서명키를 알지 못합니다"):
        open_seal(one_seal(), SealKeys({}, KEYS.dictionaries))


def test_a_stranger_who_claims_our_key_id_is_refused() -> None:
    stranger = ec.generate_private_key(ec.SECP256R1())
    keys = SealKeys({cose.key_id(KEY.public_key()): stranger.public_key()}, KEYS.dictionaries)

    with pytest.raises(SealError, match="서명이 맞지 않습니다"):
        open_seal(one_seal(), keys)


def test_an_unknown_dictionary_asks_for_a_newer_list() -> None:
    with pytest.raises(SealError, match="새 목록"):
        open_seal(one_seal(), SealKeys(KEYS.public, {}))


def test_a_signed_payload_that_is_no_text_is_refused() -> None:
    payloads: tuple[object, ...] = (["7", b""], [7, b"\x00"], [7, b"", b"", b""], {}, [8, "x"])

    for payload in payloads:
        assert refused(cose.sign(payload, KEY))


def test_a_text_that_grows_beyond_bounds_is_refused() -> None:
    import zlib

    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    bomb = packer.compress(b"0" * 900_000) + packer.flush()

    assert refused(cose.sign([7, bomb], KEY))


def test_a_long_text_gives_way_to_its_digest() -> None:
    syllables = "".join(chr(0xAC00 + 37 * i) for i in range(280))
    long = replace(CONTENT, fields=(("상호", syllables),))

    opened = open_seal(sealed(long), KEYS)

    assert opened.content == replace(long, fields=())
    assert opened.digest == digest_of(long)


@pytest.mark.parametrize(
    "number", ["880214-2345678", "880214 2345678", "8802142345678", "홍길동(880214-1234567)"]
)
def test_a_resident_number_is_never_sealed(number: str) -> None:
    with pytest.raises(SealError, match="주민등록번호"):
        sealed(replace(CONTENT, fields=(("비고", number),)))


@pytest.mark.parametrize("value", ["880214-2******", "4827109355617209", "02-880-2142345678", "1234567890"])
def test_other_numbers_are_sealed(value: str) -> None:
    assert open_seal(sealed(replace(CONTENT, fields=(("비고", value),))), KEYS).content.fields[0][1] == value


@pytest.mark.parametrize("value", ["줄\n바꿈", "탭\t", "종\x07"])
def test_control_characters_are_never_sealed(value: str) -> None:
    with pytest.raises(SealError, match="제어문자"):
        sealed(replace(CONTENT, fields=(("비고", value),)))
