"""The answers under the captions of the official form."""

from datetime import UTC, datetime

from eok.forms.official import CONSENT, official_form, sheet
from eok.papers.typeset_form import Box, Cell, PaperLine
from tests.forms.making import LAW, paper, question, service

OPTIONS = [{"value": "net", "label": "인터넷"}, {"value": "other", "label": "기타"}]
YES_NO_LATER = [{"value": "have", "label": "있어요"}, {"value": "later", "label": "아직 없어요"}]
SHOP = service(
    [
        question("text", "name", "상호", official="법인명(상호)", group="신고인"),
        question("phone", "phone", "전화", official="전화번호", group="신고인", required=False),
        question("choices", "ways", "파는 방법", official="판매방식", group="신고사항", options=OPTIONS),
        question("text", "way", "기타 방법", when="'other' in answers.ways"),
        question("choice", "state", "주소가 있나요?", options=YES_NO_LATER),
        question("domain", "domain", "인터넷 주소", official="인터넷도메인 이름", group="신고사항",
                 when="answers.state == 'have'"),
        question("yes_no", "prepaid", "먼저 받나요?", official="선지급식 통신판매", group="신고사항"),
        question("text", "city", "사는 곳", official="주소", group="신고인"),
    ],
    papers=[
        paper("proof", when="answers.prepaid", form="별지 제2호서식", by_post={"months": 1, "source": LAW}),
        paper("tax", look_up={"kind": "tax", "shows": ["상호"], "subject": "name"}),
        paper("court", look_up={"kind": "court", "shows": ["상호"], "subject": "name", "consent": False}),
    ],
)  # fmt: skip
ANSWERS = {
    "name": "하늘상점",
    "ways": ["net", "other"],
    "way": "방문",
    "state": "later",
    "prepaid": True,
    "city": "서초",
}


def _cells() -> dict[str, Cell]:
    groups = official_form(SHOP, ANSWERS).groups
    return {cell.caption: cell for group in groups for row in group.rows for cell in row}


def test_captions_stand_under_their_side_heads_in_the_order_of_the_form() -> None:
    form = official_form(SHOP, ANSWERS)

    assert (form.title, form.number, form.role) == ("시험 신고서", "별지 제1호서식", "신고인")
    assert [(g.head, [[c.caption for c in row] for row in g.rows]) for g in form.groups] == [
        ("신고인", [["법인명(상호)", "전화번호"], ["주소"]]),
        ("신고사항", [["판매방식"], ["인터넷도메인 이름"], ["선지급식 통신판매"]]),
    ]


def test_an_answer_stands_under_its_caption() -> None:
    assert _cells()["법인명(상호)"] == Cell("법인명(상호)", "하늘상점")


def test_every_choice_is_shown_and_what_was_picked_is_ticked() -> None:
    cells = _cells()

    assert cells["판매방식"].boxes == (Box("인터넷", True), Box("기타", True, "방문"))
    assert cells["선지급식 통신판매"].boxes == (Box("해당함", True), Box("해당 없음", False))


def test_a_text_with_a_caption_of_its_own_does_not_stand_beside_its_option_too() -> None:
    made = service(
        [
            question("choices", "ways", "파는 방법", official="판매방식", options=OPTIONS),
            question("text", "way", "기타", official="기타 방식", when="'other' in answers.ways"),
        ]
    )

    (group,) = official_form(made, {"ways": ["other"], "way": "방문"}).groups

    assert [box.note for box in group.rows[0][0].boxes] == ["", ""]
    assert group.rows[1][0] == Cell("기타 방식", "방문")


def test_an_empty_caption_says_why() -> None:
    cells = _cells()

    assert cells["인터넷도메인 이름"].note == "해당 없음(아직 없어요)"
    assert cells["전화번호"].note == "적지 않음"


def test_papers_say_what_became_of_them() -> None:
    asked = official_form(SHOP, ANSWERS)
    given = official_form(SHOP, ANSWERS, {"tax": "look_up"}, {"proof": 2})
    posted = official_form(SHOP, ANSWERS, {"proof": "by_post", "tax": "upload"}, {"tax": 1})
    fallen = official_form(SHOP, {**ANSWERS, "prepaid": False})

    assert asked.papers == (PaperLine("서류 proof(별지 제2호서식)", "내지 않음", False),)
    assert asked.looked_up[0] == PaperLine("서류 tax", "동의 여부를 고르지 않음", False)
    assert given.papers[0] == PaperLine("서류 proof(별지 제2호서식)", "파일 2개 제출", True)
    assert given.looked_up == (
        PaperLine("서류 tax", "공동이용 동의", True),
        PaperLine("서류 court", "담당 공무원이 확인", True),
    )
    assert [line.state for line in posted.papers] == ["우편으로 냄", "파일 1개 제출"]
    assert fallen.papers[0].state == "해당 없음"


def test_the_consent_is_written_out_only_where_it_was_given() -> None:
    assert official_form(SHOP, ANSWERS, {"tax": "look_up"}).consent == CONSENT
    assert official_form(SHOP, ANSWERS).consent == ""
    assert official_form(SHOP, ANSWERS, {"tax": "upload"}).consent == ""


def test_the_sheet_carries_it_to_paper() -> None:
    form = official_form(SHOP, ANSWERS, {"tax": "look_up"})
    arrived = datetime(2026, 11, 23, 5, tzinfo=UTC)

    paper_form = sheet(form, applicant="홍길동", addressee="서초구청장", filing_no="2026-000001",
                       arrived_at=arrived, fee="없음", sample=True)  # fmt: skip

    assert (paper_form.groups, paper_form.papers, paper_form.looked_up) == (
        form.groups,
        form.papers,
        form.looked_up,
    )
    assert paper_form.consent is not None
    assert paper_form.consent.text == CONSENT
    assert (paper_form.role, paper_form.applicant, paper_form.arrived_at) == ("신고인", "홍길동", arrived)


def test_papers_say_which_condition_is_met_or_not() -> None:
    shop = service(
        [question("yes_no", "prepaid")],
        papers=[
            paper("proof", when="answers.prepaid", because="먼저 받아요.", because_not="먼저 받지 않아요.")
        ],
    )

    met, unmet = (official_form(shop, {"prepaid": answer}).papers[0].why for answer in (True, False))

    assert (met, unmet) == ("먼저 받아요.", "먼저 받지 않아요.")
