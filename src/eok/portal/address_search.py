"""주소 찾기 on a page of questions: the road address says what is looked for, one press chooses (도로명주소법).

Everything travels in the page's own form, so that nothing stands in an address of the net or in a log. Whatever
the outside system does, the page stays a page and the address can be typed.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.http import HttpRequest, QueryDict

from eok.accounts import throttle
from eok.accounts.errors import TooManyAttemptsError
from eok.accounts.models import Person
from eok.catalogue.schema import Question
from eok.core import characters
from eok.core.errors import EokError, InvalidError
from eok.krds.fields import AddressSearch, FoundAddress
from eok.linkage import ports, registry
from eok.linkage.ports.addresses import A_PAGE

FIND = "find."
"""`do=find.address`: look for what stands in the road address."""
CHOSEN = ".chosen"
"""`address.chosen=06500 서울특별시 …`: postcode and road address of the line that was pressed."""

NONE = "찾은 주소가 없어요. 도로 이름과 건물 번호를 다시 보거나 주소를 직접 적어 주세요."
MORE = "처음 {}개예요. 찾는 곳이 없으면 건물 번호까지 더 자세히 적어 주세요."
SOME = "{}개를 찾았어요. 맞는 주소를 골라 주세요."
TAKEN = "주소를 넣었어요. 이어서 상세주소를 적어 주세요."
DOWN = "지금은 주소를 찾을 수 없어요. 잠시 뒤에 다시 찾거나 주소를 직접 적어 주세요."
UNSEEN = "보이지 않는 글자가 들어 있어 찾지 못했어요. 지우고 다시 적어 주세요."
OFTEN = "주소를 너무 여러 번 찾아 잠시 멈췄어요. 주소를 직접 적어 주세요."


@dataclass(frozen=True)
class Pressed:
    """What was pressed at an address: 주소 찾기, or one of the lines that were found."""

    question_id: str
    chosen: str = ""
    """The line; empty when the search was pressed."""


@dataclass(frozen=True)
class Searched:
    """What a press brought, for the place under its address."""

    question_id: str
    search: AddressSearch
    status: int = 200
    """Of the whole page."""


def pressed(sent: QueryDict, questions: Iterable[Question]) -> Pressed | None:
    """None when another button was pressed."""
    do = sent.get("do", "")
    for question in questions:
        if question.type != "address":
            continue
        if do == FIND + question.id:
            return Pressed(question.id)
        if not do and (chosen := sent.get(question.id + CHOSEN, "")):
            return Pressed(question.id, chosen)
    return None


def typed(sent: QueryDict, press: Pressed | None) -> QueryDict:
    """What was sent, with the chosen address in its inputs."""
    if press is None or not press.chosen:
        return sent
    postcode, _, road = press.chosen.partition(" ")
    laid = sent.copy()
    laid[f"{press.question_id}.road"] = road
    laid[f"{press.question_id}.postcode"] = postcode
    return laid


def look(request: HttpRequest, press: Pressed, person: Person) -> Searched:
    """Search, or say that the choice was taken. Never raises for what happens outside."""
    found = _taken(press) if press.chosen else _look(request.POST, press, person)
    if request.headers.get("HX-Request") and not press.chosen:
        return replace(found, search=replace(found.search, focus=""))  # the live region says it
    return found


def drawn(
    questions: Iterable[Question], searched: Searched | None, *, post_url: str = ""
) -> dict[str, AddressSearch]:
    """The search of each address on a page; where no system is connected, only that it is typed."""
    empty = _empty(post_url)
    places = {question.id: empty for question in questions if question.type == "address"}
    if searched is not None and empty.offered:
        places[searched.question_id] = replace(searched.search, post_url=post_url)
    return places


def _taken(press: Pressed) -> Searched:
    return Searched(press.question_id, AddressSearch(said=TAKEN, focus="detail"))


def _look(sent: QueryDict, press: Pressed, person: Person) -> Searched:
    words = characters.cleaned(sent.get(f"{press.question_id}.road", ""))
    try:
        search, status = _found(_asked(words, person)), 200
    except InvalidError as error:
        search, status = AddressSearch(said=error.message), error.status
    except TooManyAttemptsError as error:
        search, status = AddressSearch(said=OFTEN), error.status
    except EokError:  # of the outside system or its settings; the exchange has noted it
        search, status = AddressSearch(said=DOWN), 200
    return Searched(press.question_id, replace(search, focus="said"), status)


def _asked(words: str, person: Person) -> list[ports.Address]:
    """Raises InvalidError, TooManyAttemptsError, LinkageError, OptionError."""
    port = registry.port("addresses")
    if not words:
        raise InvalidError(port.hint)
    if characters.refused(words):
        raise InvalidError(UNSEEN)
    throttle.attempt(throttle.of_address_search(person.pk))
    return port.search(words)


def _found(addresses: list[ports.Address]) -> AddressSearch:
    lines = [FoundAddress(f"{a.postcode} {a.road}", a.road, a.postcode, a.jibun) for a in addresses]
    said = NONE if not lines else (MORE if len(lines) >= A_PAGE else SOME).format(len(lines))
    return AddressSearch(said=said, found=lines, trial=any(a.trial for a in addresses))


def _empty(post_url: str) -> AddressSearch:
    try:
        port = registry.port("addresses")
    except EokError:  # a setting is wrong: `check --deploy` says which
        return AddressSearch(offered=False)
    return (
        AddressSearch(post_url=post_url) if port.connected else AddressSearch(offered=False, said=port.hint)
    )
