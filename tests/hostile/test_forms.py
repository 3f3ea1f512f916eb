"""Every form of residents and officers, sent in every wrong way: 2xx, 3xx or 4xx, and either the whole act or none."""

import random
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from eok.applications import drafts
from eok.applications.models import Application, Draft
from eok.casework.models import Case, CaseEvent
from eok.catalogue import queries as catalogue
from eok.catalogue.schema import Page
from tests.desk import rooms
from tests.hostile import tries
from tests.hostile.typed import DO, HEADERS, KINDS, answers
from tests.portal import walking

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.usefixtures("monday", "state_dir")]
VERBS = ("accept", "extend", "checks", "look-up", "look-up/by-hand", "supplement", "decide", "send-back", "return", "tax",
         "do/transfer", "do/withdraw", "do/close")  # fmt: skip
INPUTS = [
    "days",
    "reason",
    "outcome",
    "opinion",
    "item",
    "result",
    "note",
    "to",
    "paper",
    "want",
    "verb",
    "paid_at",
    "number",
    "won",
]
OPEN = ("/verify/number/", "/verify/file/", "/verify/seal/", "/payments/tax-office/callback/", "/csp-reports/", "/display/",
        "/accounts/callback/", "/desk/sign-in/", "/api/v1/certificates/number", "/search", "/desk/search")  # fmt: skip


def trying(percent: float) -> Callable[[Any], Any]:
    """hypothesis with this folder's count; the same tries each time."""
    return settings(
        max_examples=tries.share(percent), deadline=None, derandomize=True, database=None, print_blob=True,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip


def send(client: Client, address: str, said: dict[str, list[str]], kind: str, headers: dict[str, Any]) -> Any:
    """As a form, or (kind) as bytes that only claim to be one."""
    encoded = urlencode(said, doseq=True, errors="surrogatepass").encode()
    chosen = kind or "application/x-www-form-urlencoded"
    return client.generic("POST", address, encoded, content_type=chosen, **headers)


def check(response: Any) -> None:
    """Answered, and as a page that can be read."""
    assert response.status_code < 500, response.content[:300]
    if response.headers.get("Content-Type", "").startswith("text/html") and response.content.strip():
        tree = html.fromstring(response.content)
        ids = tree.xpath("//@id")
        assert len(ids) == len(set(ids)), [one for one in ids if ids.count(one) > 1]
        described = {
            one for many in tree.xpath("//*[@aria-invalid='true']/@aria-describedby") for one in many.split()
        }
        assert described <= set(ids)


def pages_of_questions() -> Iterator[tuple[str, str]]:
    for service in catalogue.all_services():
        for page in service.form.pages:
            yield service.id, page.id


def inputs(page: Page) -> list[str]:
    """Names its questions' fields may have."""
    parts = ("", ".year", ".month", ".day", ".road", ".postcode")
    return [f"{question.id}{part}" for question in page.questions for part in parts]


@pytest.mark.parametrize(("service_id", "page_id"), list(pages_of_questions()))
def test_a_page_of_questions(service_id: str, page_id: str) -> None:
    client, _ = walking.signed_in()
    draft = walking.begun(client, service_id)
    page = next(one for one in catalogue.get(service_id).form.pages if one.id == page_id)

    @trying(0.3)
    @given(answers(inputs(page)), DO, st.just("") | KINDS, HEADERS, st.booleans())
    def tried(said: dict[str, list[str]], do: str, kind: str, headers: dict[str, Any], typing: bool) -> None:
        headers.pop("HTTP_COOKIE", None)
        before = Draft.objects.get(pk=draft.pk)
        address = walking.page_url(draft, page_id) + ("save/" if typing else "")

        check(send(client, address, {"revision": [str(before.revision)], **said, "do": [do]}, kind, headers))

        after = Draft.objects.get(pk=draft.pk)
        assert after.revision - before.revision in (0, 1)
        assert after.revision > before.revision or bytes(after.content) == bytes(before.content)
        assert set(drafts.read(after).answers) <= {q.id for q in catalogue.get(service_id).form.questions()}

    tried()

    assert not Application.objects.exists() and not Case.objects.exists()


def test_review_and_filing_are_whole_or_nothing() -> None:
    client, _ = walking.signed_in()
    draft = walking.begun(client)

    @trying(1)
    @given(
        answers(["agree", "signature", "state"]),
        DO,
        st.just("") | KINDS,
        st.sampled_from(["review/", "submit/", "papers/", "done/"]),
    )
    def tried(said: dict[str, list[str]], do: str, kind: str, step: str) -> None:
        check(send(client, f"/drafts/{draft.pk}/{step}", {**said, "do": [do]}, kind, {}))

    tried()

    assert Application.objects.count() == Case.objects.count() == 0


def test_the_officers_forms() -> None:
    case = rooms.accepted()
    client = rooms.desk(rooms.clerk())

    @trying(2)
    @given(answers(INPUTS), DO, st.just("") | KINDS, st.sampled_from(VERBS), HEADERS)
    def tried(said: dict[str, list[str]], do: str, kind: str, verb: str, headers: dict[str, Any]) -> None:
        headers.pop("HTTP_COOKIE", None)
        check(send(client, rooms.page(case, f"{verb}/"), {**said, "do": [do]}, kind, headers))

    tried()

    events = list(CaseEvent.objects.filter(case=case).order_by("sequence").values_list("sequence", flat=True))
    assert events == list(range(events[0], events[0] + len(events)))
    assert Case.objects.count() == Application.objects.count() == 1


def test_what_anyone_may_send() -> None:
    client = Client()

    @trying(3)
    @given(
        answers(["number", "seal", "q", "login", "password", "state", "code", "error", "sector"]),
        KINDS,
        st.sampled_from(OPEN),
        HEADERS,
    )
    def tried(said: dict[str, list[str]], kind: str, address: str, headers: dict[str, Any]) -> None:
        check(send(client, address, said, kind, headers))
        check(client.get(f"{address}?{urlencode(said, doseq=True, errors='surrogatepass')}", **headers))

    tried()


def test_a_form_without_its_token_changes_nothing() -> None:
    _, person = walking.signed_in()
    strict = Client(enforce_csrf_checks=True)
    walking.come_in(strict, person)

    response = strict.post("/apply/mail-order-report", {"do": "start"})

    assert response.status_code == 403
    assert not Draft.objects.filter(person=person).exists()


def test_the_made_up_chance_is_the_same_each_time() -> None:
    from tests.hostile.corpus import a_file

    assert a_file(random.Random(tries.SEED)) == a_file(random.Random(tries.SEED))
