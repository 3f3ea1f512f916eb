"""A picture that breaks after its dots is refused in a sentence like any other (found by a try of tests/hostile)."""

import pytest

from eok.papers.errors import UnusableFileError
from eok.papers.inspection import inspect
from tests.hostile.pictures import pictures


@pytest.mark.parametrize("name", ["png with a broken end", "png cut", "jpeg cut"])
def test_it_is_refused(name: str) -> None:
    ending = name.split()[0].replace("jpeg", "jpg")

    with pytest.raises(UnusableFileError, match="사진을 열 수 없습니다"):
        inspect(f"a.{ending}", pictures()[name])
