"""What every BuildingRegister does: gives floors with their use, or nothing; never a floor nought."""

from eok.linkage.ports import BuildingRegister, Lot

LOT = Lot("11650", "99900", mountain=False, main_no=101, sub_no=1)


def test_floors_are_whole(building_register: BuildingRegister) -> None:
    found = building_register.floors(LOT)

    assert (found is not None) == building_register.connected
    assert all(one.floor and one.use for one in found.floors) if found else True


def test_no_such_lot_is_no_building(building_register: BuildingRegister) -> None:
    assert building_register.floors(Lot("11650", "99900", mountain=True, main_no=9999)) is None


def test_the_check_passes_on_a_good_rig(building_register: BuildingRegister) -> None:
    building_register.check()
