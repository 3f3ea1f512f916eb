"""What a page shows of a citation."""

from eok.law.citations import Cited, cited


def test_the_official_form_and_the_official_page() -> None:
    assert cited("전자상거래법 §12①", "신고해야 하는 사람") == Cited(
        "전자상거래법 제12조제1항",
        "https://www.law.go.kr/법령/전자상거래등에서의소비자보호에관한법률/제12조",
        "신고해야 하는 사람",
    )


def test_the_heading_of_the_article_says_what_it_is() -> None:
    assert cited("지방세법 §38의2①").says == "면허에 관한 통보"


def test_what_cannot_be_read_has_no_page() -> None:
    assert cited("공정거래위원회 고시") == Cited("공정거래위원회 고시", "", "")
