"""A demand is answered within ten days as a document: all, a part with its ground, later with a reason, or refused."""

from datetime import date, timedelta

import pypdfium2
import pytest

from eok.core import clock
from eok.core.errors import InvalidError
from eok.papers import queries as papers
from eok.privacy.actions.answer import Answer, answer, postpone, refuse
from eok.privacy.errors import RequestEndedError
from eok.privacy.models import DisclosureEvent, DisclosureRequest
from tests import affairs
from tests.conftest import WORKDAY
from tests.desk import rooms
from tests.privacy import demanding

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]


def text_of(row: DisclosureRequest) -> str:
    """What the document says, without line ends."""
    assert row.document is not None
    pdf = pypdfium2.PdfDocument(papers.content(row.document))
    pages = [page.get_textpage().get_text_range() for page in pdf]
    return "".join("".join(pages).split())


def test_it_gets_a_number_and_a_last_day() -> None:
    row = demanding.demanded()

    assert (row.request_no, row.due_on, row.state) == ("열람-2026-000001", date(2026, 12, 3), "received")


def test_nothing_of_what_was_typed_lies_in_clear() -> None:
    row = demanding.demanded(kind="correct")

    assert "상호".encode() not in bytes(row.content)


def test_the_document_tells_what_is_held_for_what_and_who_looked() -> None:
    case = rooms.accepted()
    rooms.unmasked(rooms.clerk(), case)
    row = demanding.demanded(case.application.person)

    told = text_of(answer(request_id=row.pk, given=Answer(demanding.ALL), by=demanding.keeper()))

    for part in ("개인정보의항목및내용", "이름김하늘", "1985-04-12", "하늘상점", "제3자제공현황", "서명함",
                 "박지훈주무관", "가림풀기:신청내용과서류심사", row.request_no):  # fmt: skip
        assert part in told, part


def test_somebody_elses_data_is_not_in_it() -> None:
    affairs.mail_order(affairs.person("이서준", "010-0000-0003"), trade_name="서준상점")
    row = demanding.demanded()

    told = text_of(answer(request_id=row.pk, given=Answer(demanding.ALL), by=demanding.keeper()))

    assert "이서준" not in told and "서준상점" not in told


def test_a_part_left_out_needs_its_ground_and_the_way_to_object() -> None:
    row = demanding.demanded(scope=("items", "readings"))
    keeper = demanding.keeper()

    with pytest.raises(InvalidError, match="법이 정한 까닭"):
        answer(request_id=row.pk, given=Answer(("items",)), by=keeper)
    done = answer(
        request_id=row.pk, given=Answer(("items",), "inspection", "조사가 끝나지 않았습니다."), by=keeper
    )

    told = text_of(done)
    assert done.state == "partly"
    assert "조사가끝나지않았습니다" in told and "제35조제4항" in told and "분쟁조정" in told


def test_a_refusal_tells_its_ground_and_the_remedies() -> None:
    row = demanding.demanded()

    with pytest.raises(InvalidError, match="법이 정한 까닭"):
        refuse(request_id=row.pk, given=Answer((), "", "안 됩니다"), by=demanding.keeper())
    done = refuse(
        request_id=row.pk, given=Answer((), "others", "다른 사람의 이익을 해칩니다."), by=demanding.keeper()
    )

    assert done.state == "refused"
    assert "구제절차" in text_of(done) and "김하늘" in text_of(done)
    assert "하늘상점" not in text_of(done)


def test_a_postponement_moves_the_day_and_is_told_in_time_only() -> None:
    row = demanding.demanded()
    keeper, until = demanding.keeper(), date(2026, 12, 18)

    later = postpone(request_id=row.pk, until=until, reason="기록이 다른 곳에 있습니다.", by=keeper)

    assert (later.state, later.due_on) == ("postponed", until)
    with clock.freeze(WORKDAY + timedelta(days=11)), pytest.raises(InvalidError, match="10일 안에만"):
        postpone(request_id=row.pk, until=date(2027, 1, 5), reason="더 걸립니다.", by=keeper)


@pytest.mark.parametrize("until", [date(2026, 12, 3), date(2026, 11, 1)])
def test_a_postponement_leads_later(until: date) -> None:
    row = demanding.demanded()

    with pytest.raises(InvalidError, match="뒤의 날"):
        postpone(request_id=row.pk, until=until, reason="기록이 다른 곳에 있습니다.", by=demanding.keeper())


def test_it_is_answered_once() -> None:
    row, keeper = demanding.demanded(), demanding.keeper()
    answer(request_id=row.pk, given=Answer(demanding.ALL), by=keeper)

    with pytest.raises(RequestEndedError):
        refuse(request_id=row.pk, given=Answer((), "others", "그래도"), by=keeper)
    assert DisclosureEvent.objects.filter(request=row).count() == 2


def test_what_was_mended_is_told() -> None:
    row = demanding.demanded(kind="correct")

    done = answer(
        request_id=row.pk, given=Answer((), reason="상호를 하늘가게로 고쳤습니다."), by=demanding.keeper()
    )

    assert "하늘가게로고쳤습니다" in text_of(done)
    assert DisclosureEvent.objects.get(request=row, verb="answered").law == "개인정보 보호법 시행령 §43③"
