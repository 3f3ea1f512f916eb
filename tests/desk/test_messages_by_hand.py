"""No SMS system is connected: the messages wait at the desk; who sent one says so, once."""

import pytest

from eok.accounts.models import Officer
from eok.accounts.roles import Role
from eok.casework.models import Case
from eok.notify import queries as notify
from eok.notify.actions import settle
from eok.notify.models import Message
from eok.trail.models import Reading
from tests import affairs
from tests.desk import rooms

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]

LIST = "/desk/by-hand/"
PHONE = "010-0000-0002"


@pytest.fixture
def clerk() -> Officer:
    return rooms.clerk()


@pytest.fixture
def case(clerk: Officer) -> Case:
    return rooms.accepted()


def waiting(case: Case) -> Message:
    return Message.objects.filter(case=case, state="by_hand").earliest("created_at")


def of(message: Message) -> str:
    return f"{LIST}{message.pk}/"


def test_the_worklist_counts_what_waits(case: Case, clerk: Officer) -> None:
    shown = rooms.text(rooms.desk(clerk).get("/desk/"))

    assert f"손으로 할 일 {Message.objects.filter(state='by_hand').count()}" in shown


def test_the_list_is_masked_and_in_the_read_log(case: Case, clerk: Officer) -> None:
    count = Message.objects.filter(state="by_hand").count()

    shown = rooms.text(rooms.desk(clerk).get(LIST))

    assert f"손으로 보낼 문자 {count}건" in shown
    assert f"{case.case_no} 접수했어요 통신판매업 신고 김○늘" in shown
    assert "김하늘" not in shown and PHONE not in shown
    assert Reading.objects.get(subject="list:by-hand").count == count


def test_an_open_message_shows_phone_and_text_and_is_a_reading(case: Case, clerk: Officer) -> None:
    message = waiting(case)

    hidden = rooms.text(rooms.desk(clerk).get(of(message)))
    shown = rooms.text(rooms.unmasked(clerk, case).get(of(message)))

    assert PHONE.replace("-", "") not in hidden.replace("-", "")
    assert PHONE.replace("-", "") in shown.replace("-", "")
    assert " ".join(notify.outgoing(message).text.split()) in shown
    assert (
        Reading.objects.filter(subject=f"case:{case.pk}", purpose="문자를 손으로 보내려고 열람").count() == 2
    )


def test_sent_is_noted_once_with_who_and_when(case: Case, clerk: Officer) -> None:
    message, client = waiting(case), rooms.desk(clerk)

    for _ in range(2):
        answered = client.post(of(message), follow=True)
        assert f"{case.case_no}의 문자를 보냈다고 적었어요." in rooms.text(answered)

    message.refresh_from_db()
    assert (message.state, message.sent_by) == ("sent_by_hand", clerk)
    assert message.sent_at is not None
    assert of(message) not in client.get(LIST).content.decode()


def test_a_faster_officer_is_named(case: Case, clerk: Officer) -> None:
    message, other = waiting(case), rooms.lead()
    rooms.desk(other).post(of(message))

    response = rooms.desk(clerk).post(of(message))

    message.refresh_from_db()
    assert response.status_code == 409
    assert "박지훈 담당자가 11.23(월) 14:00에 보냈다고 먼저 적었습니다." in rooms.text(response)
    assert message.sent_by == other


def test_what_was_sent_shows_no_phone_any_more(case: Case, clerk: Officer) -> None:
    message, client = waiting(case), rooms.desk(clerk)
    client.post(of(message))

    shown = rooms.text(client.get(of(message)))

    assert "다시 보내지 않아도 돼요." in shown
    assert PHONE not in shown


def test_another_department_sees_nothing(case: Case) -> None:
    stranger = affairs.officer("sanitation", Role.OFFICER)
    client, message = rooms.desk(stranger), waiting(case)

    assert "손으로 보낼 문자 0건" in rooms.text(client.get(LIST))
    assert client.get(of(message)).status_code == 404
    assert client.post(of(message)).status_code == 404
    assert Message.objects.get(pk=message.pk).state == "by_hand"


def test_a_message_of_the_gateway_is_not_sent_by_hand(case: Case, clerk: Officer) -> None:
    message = waiting(case)
    Message.objects.update(state="sent")

    assert rooms.desk(clerk).post(of(message)).status_code == 404


def test_nobody_asks_a_system_about_what_hands_sent(case: Case, clerk: Officer) -> None:
    message = waiting(case)
    rooms.desk(clerk).post(of(message))

    settle.settle({})

    assert Message.objects.get(pk=message.pk).state == "sent_by_hand"


def test_the_case_leads_to_the_message(case: Case, clerk: Officer) -> None:
    html = rooms.desk(clerk).get(rooms.page(case)).content.decode()

    assert f'href="{of(waiting(case))}"' in html
