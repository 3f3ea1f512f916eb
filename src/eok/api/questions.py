"""What may be asked: the parameters of each address. Anything else is refused, so that a slip of the pen shows.

The OpenAPI document is made from these classes: what it promises and what is checked can't differ.
"""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

ServiceId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*([-_][a-z0-9]+)*$", max_length=60)]
MOMENT = (
    r"^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?"
    r"(Z|[+-](0[0-9]|1[0-3]):[0-5][0-9])$"
)


class Question(BaseModel):
    """Base of all: nothing unknown is taken."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Nothing(Question):
    """No parameters."""


class Listing(Question):
    """A list in parts: the next part begins after the last id of this one."""

    sector: ServiceId | None = Field(default=None, description="분야")
    channel: Literal["in_house", "linked"] | None = Field(
        default=None, description="in_house 여기서 신청, linked 다른 누리집에서 신청"
    )
    review: Literal["checked", "reference", "open"] | None = Field(
        default=None, description="가장 약한 근거: checked 법령·우리 구, reference 참고, open 미확인"
    )
    after: ServiceId | None = Field(
        default=None, description="이 id 다음부터. 앞 답의 next_after를 그대로 넣습니다"
    )
    limit: int = Field(default=50, ge=1, le=100, description="한 번에 받을 수")


class Searching(Question):
    """통합검색."""

    q: str = Field(min_length=1, max_length=100, description="찾는 말")
    action: ServiceId | None = Field(default=None, description="하려는 일")
    sector: ServiceId | None = Field(default=None, description="분야")
    limit: int = Field(default=20, ge=1, le=50, description="받을 수")


class Filing(Question):
    """When somebody would file."""

    filed_at: str = Field(
        pattern=MOMENT,
        description="신청하는 때. 시간대를 붙입니다(2026-11-23T14:00+09:00). 주소에서 +는 %2B로 적습니다",
        examples=["2026-11-23T14:00:00+09:00"],
    )


class Moment(BaseModel):
    """Reads what `MOMENT` lets through; a day the calendar doesn't have is refused."""

    filed_at: AwareDatetime

    @property
    def value(self) -> datetime:
        return self.filed_at


class Number(Question):
    """문서확인번호, in the body: an address is written into logs, a body is not."""

    number: str = Field(
        min_length=16, max_length=40, description="문서확인번호 16자리. 줄표나 빈칸이 있어도 됩니다",
        examples=["4827-1093-5561-7204"],
    )  # fmt: skip
