"""What every AddressSearch does: gives whole addresses or none, and says what to type."""

from eok.linkage.ports import AddressSearch


def test_addresses_are_whole(address_search: AddressSearch) -> None:
    found = address_search.search("시범대로 12")

    assert all(address.road and len(address.postcode) == 5 for address in found)
    assert all(len(address.admin_code) == 10 for address in found)


def test_beyond_the_last_page_there_is_nothing(address_search: AddressSearch) -> None:
    assert address_search.search("시범대로", page=99) == []


def test_the_page_can_say_what_to_type(address_search: AddressSearch) -> None:
    assert "적어 주세요" in address_search.hint


def test_the_check_passes_on_a_good_rig(address_search: AddressSearch) -> None:
    address_search.check()
