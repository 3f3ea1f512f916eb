"""`./eok verify FILE`: exit 0 valid, 1 not valid, 2 nothing to check; needs neither network nor database."""

import json
import socket
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from eok.certificates import authority, key_list
from eok.certificates.key_list import KeyList
from tests.certificates import issued


def run(*words: str) -> tuple[int, str, str]:
    out, err = StringIO(), StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("verify", *words, stdout=out, stderr=err)
    return int(ended.value.code or 0), out.getvalue(), err.getvalue()


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "신고증.pdf"
    path.write_bytes(issued.pdf())
    return path


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("verification asked the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.usefixtures("no_network")
def test_a_good_file_answers_in_json(paper: Path) -> None:
    code, out, _ = run(str(paper), "--json")

    answer = json.loads(out)
    assert code == 0
    assert set(answer) == {"valid", "reasons", "document"}
    assert answer["valid"] is True
    assert answer["document"]["issuer"] == "서초구청장"


def test_a_good_file_answers_in_words(paper: Path) -> None:
    code, out, _ = run(str(paper))

    assert code == 0
    assert out.startswith("진본입니다.")
    assert "문서확인번호: 4827-1093-5561-7209" in out
    assert "상호: 모아담상점" in out


def test_a_changed_file_is_a_finding(paper: Path) -> None:
    content = bytearray(paper.read_bytes())
    content[content.index(b"/MediaBox[0 0 5") + len(b"/MediaBox[0 0 ")] ^= 1
    paper.write_bytes(content)

    code, out, _ = run(str(paper), "--json")

    assert code == 1
    assert json.loads(out)["valid"] is False


def test_keys_of_another_office_do_not_know_it(paper: Path, tmp_path: Path) -> None:
    others = tmp_path / "keys.json"
    others.write_bytes(key_list.dumps(KeyList((), authority.published_keys().roots, {})))

    code, out, _ = run(str(paper), "--json", "--keys", str(others))

    assert code == 1
    assert "공개 키 목록에 없습니다" in out


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "비어 있습니다"),
        (b"plain text", "PDF도 사진"),
        (b"%PDF-1.7" + b"0" * 21_000_000, "5MB를 넘습니다"),
    ],
)
def test_what_cannot_be_checked_is_bad_use(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)

    code, out, err = run(str(path))

    assert code == 2
    assert out == ""
    assert words in err


def test_a_missing_file_and_a_broken_key_list_are_bad_use(paper: Path, tmp_path: Path) -> None:
    assert run(str(tmp_path / "none.pdf"))[0] == 2
    assert run(str(tmp_path))[0] == 2
    assert run(str(paper), "--keys", str(paper))[0] == 2
