"""What each address of `/api/v1/` answers: facts with their sources, in parts, strictly, the same for everyone."""

import json
from typing import Any

import jsonschema
import pytest
from django.test import Client

from eok.api.document import document
from eok.api.endpoints import ENDPOINTS
from eok.catalogue.actions.pin import pin
from eok.catalogue.queries import all_services, get
from eok.core import pii
from tests import affairs

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]
SERVICE = "/api/v1/services/mail-order-report"


def asked(address: str, status: int = 200) -> Any:
    response = Client().get(f"/api/v1/{address}")
    assert response.status_code == status, response.content.decode()
    return response.json()


def test_the_list_comes_in_parts() -> None:
    everything = [one.id for one in all_services()]
    half = len(everything) // 2 + 1
    first = asked(f"services?limit={half}")
    second = asked(f"services?limit={half}&after={first['next_after']}")

    assert (first["total"], second["next_after"]) == (len(everything), None)
    assert [item["id"] for part in (first, second) for item in part["items"]] == sorted(everything)


def test_the_list_is_filtered() -> None:
    assert asked("services?channel=linked") == {"items": [], "total": 0, "next_after": None}


def test_each_fact_has_its_source_and_grade() -> None:
    said = asked("services/mail-order-report")

    assert (said["processing_period"]["value"], said["processing_period"]["unit"]) == (3, "days")
    sources = [said["processing_period"]["source"], *(paper["source"] for paper in said["papers"])]
    assert all(source["grade"] in ("법령", "우리 구", "참고") for source in sources)


def test_a_form_is_told_with_its_version_and_kept_as_it_was_used() -> None:
    row = pin(get("mail-order-report"))

    now = asked("services/mail-order-report/form")
    listed = asked("services/mail-order-report/versions")["items"]
    then = asked(f"services/mail-order-report/versions/{row.digest}")

    assert listed[0]["version"] == now["version"] == row.digest
    assert then == now


def test_a_version_nobody_used_is_not_there() -> None:
    assert asked(f"services/mail-order-report/versions/{'0' * 64}", 404)["code"] == "not-found"


def test_the_due_date_says_why() -> None:
    # three working days from Monday 14:00, in hours (민원처리법 §19①)
    said = asked("services/mail-order-report/due?filed_at=2026-11-23T14:00%2B09:00")

    assert said["due_at"] == "2026-11-26T14:00:00+09:00"
    assert any("민원처리법 §19①" in line["law"] for line in said["explanation"])


@pytest.mark.parametrize("moment", ["2026-02-30T10:00Z", "2000-01-01T10:00Z", "2099-12-31T23:59Z"])
def test_a_moment_that_can_not_be_counted_is_refused_beside_its_field(moment: str) -> None:
    said = asked(f"services/mail-order-report/due?filed_at={moment}", 422)

    assert (said["code"], said["field"]) == ("invalid", "filed_at")


def test_peoples_words_find_the_affair() -> None:
    said = asked("search?q=스마트스토어 신고")

    assert said["winner"] == said["items"][0]["service"]["id"] == "mail-order-report"


def test_the_calendar_names_its_days() -> None:
    days = {day["on"]: day["name"] for day in asked("calendar/2026")["closed"]}

    assert "2026-12-25" in days
    assert asked("calendar/2099", 404)["code"] == "not-found"


def test_the_offices_of_today() -> None:
    assert "economy" in [one["key"] for one in asked("offices")["departments"]]


@pytest.mark.parametrize(
    "address",
    [
        "services?color=red", "services?limit=0", "services?limit=1&limit=2", "offices?x=", "openapi.json?x=1",
        "search", "services/mail-order-report/due", "services/mail-order-report/due?filed_at=tomorrow",
        "services?channel=%00", "search?q=%ff%fe%00" + "a" * 200,
    ],
)  # fmt: skip
def test_what_is_not_a_parameter_is_refused(address: str) -> None:
    said = asked(address, 400)

    assert said["code"] == "bad-request"


def test_a_number_in_the_body_is_answered_as_on_the_page() -> None:
    number = _issued_no()

    response = _post("certificates/number", {"number": number})

    assert response.status_code == 200
    said = response.json()
    assert said["holds"]
    assert "김하늘" not in response.content.decode()
    assert any(row["value"] == pii.mask_name("김하늘") for row in said["rows"])


def test_numbers_are_asked_slowly_and_both_doors_count_together() -> None:
    for _ in range(30):
        Client().post("/verify/number/", {"number": "1"})

    response = _post("certificates/number", {"number": "4827-1093-5561-7204"})

    assert response.status_code == 429
    assert int(response["Retry-After"]) >= 1


def test_a_file_is_checked() -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    sent = {"file": SimpleUploadedFile("a.pdf", affairs.PDF, "application/pdf")}
    said = Client().post("/api/v1/certificates/file", sent).json()

    assert said["valid"] is False
    assert said["reasons"]


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"{}", "application/json", 422), (b'{"number": 1}', "application/json", 422), (b"[", "application/json", 400),
        (b"{}", "text/plain", 415), (b"[" * 9_000, "application/json", 400), (b" " * 20_000, "application/json", 400),
        (b"\xff\xfe", "application/json", 400), (b'{"number": "\\ud800000000000000000"}', "application/json", 422),
    ],
)  # fmt: skip
def test_a_body_that_is_no_question_is_refused(body: bytes, kind: str, status: int) -> None:
    response = Client().post("/api/v1/certificates/number", body, content_type=kind)

    assert (response.status_code, response["Content-Type"]) == (status, "application/problem+json")


def test_every_answer_has_the_shape_the_document_promises() -> None:
    whole = document()
    for endpoint in [one for one in ENDPOINTS if one.method == "GET" and "{version}" not in one.path]:
        address = endpoint.path.format(service_id="mail-order-report", year="2026")
        question = {"due": "?filed_at=2026-11-23T14:00Z", "search": "?q=폐업"}.get(endpoint.name, "")
        promised = {
            "$ref": f"#/components/schemas/{endpoint.answer.__name__}",
            "components": whole["components"],
        }

        jsonschema.validate(asked(address + question), promised)


def test_the_document_is_served() -> None:
    assert asked("openapi.json") == json.loads(json.dumps(document()))


def _post(address: str, body: object) -> Any:
    return Client().post(f"/api/v1/{address}", json.dumps(body), content_type="application/json")


def _issued_no() -> str:
    from eok.certificates.models import IssuedCertificate

    affairs.completed_mail_order()
    return str(IssuedCertificate.objects.get().document_no)
