"""One key is one message, however often and however many at once."""

from concurrent.futures import ThreadPoolExecutor

from tests.simulators.calls import called
from tests.simulators.process import Running

MESSAGE = {"to": "010-0000-0001", "text": "접수되었어요."}


def test_a_message_is_accepted_and_shown_newest_first(sms: Running) -> None:
    for number, text in enumerate(("먼저 온 문자", "나중 온 문자")):
        answer = called(sms, "POST", "/messages", {**MESSAGE, "text": text}, key=f"k{number}")
        assert answer.status_code == 202

    page = sms.http.get("/").text

    assert page.index("나중 온 문자") < page.index("먼저 온 문자")
    assert "010-0000-0001" in page


def test_the_same_key_at_once_is_one_message(sms: Running) -> None:
    with ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(lambda _: called(sms, "POST", "/messages", MESSAGE, key="one"), range(32)))

    assert {answer.status_code for answer in answers} == {202}
    assert len({answer.json()["provider_id"] for answer in answers}) == 1
    assert sms.http.get("/").text.count("<article") == 1


def test_the_same_key_for_another_message_is_refused(sms: Running) -> None:
    called(sms, "POST", "/messages", MESSAGE, key="one")

    answer = called(sms, "POST", "/messages", {**MESSAGE, "text": "다른 말"}, key="one")

    assert answer.status_code == 409


def test_the_inbox_of_one_number_leaves_out_the_others(sms: Running) -> None:
    called(sms, "POST", "/messages", {"to": "010-0000-0001", "text": "첫째"}, key="a")
    called(sms, "POST", "/messages", {"to": "010-0000-0002", "text": "둘째"}, key="b")

    page = sms.http.get("/", params={"to": "010-0000-0002"}).text

    assert "둘째" in page
    assert "첫째" not in page


def test_what_is_written_is_not_read_as_markup(sms: Running) -> None:
    called(sms, "POST", "/messages", {**MESSAGE, "text": "<b>굵게</b> & 그리고"}, key="a")

    page = sms.http.get("/").text

    assert "&lt;b&gt;굵게&lt;/b&gt; &amp; 그리고" in page


def test_looks_again_by_itself_only_when_asked(sms: Running) -> None:
    assert "Refresh" not in sms.http.get("/").headers
    assert sms.http.get("/", params={"refresh": "10"}).headers["Refresh"] == "10"


def test_strangers_are_refused(sms: Running) -> None:
    answer = called(sms, "POST", "/messages", MESSAGE, key="one", secret="guessed")

    assert answer.status_code == 401
    assert "<article" not in sms.http.get("/").text
