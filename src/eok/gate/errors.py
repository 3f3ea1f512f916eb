"""What the gate says to who asks too fast."""

from eok.core.errors import EokError


class TooFastError(EokError):
    """Nothing was done; later it will be."""

    status = 429

    def __init__(self, seconds: int) -> None:
        wait = f"{seconds}초" if seconds < 120 else f"{-(-seconds // 60)}분"
        super().__init__(
            f"요청이 너무 잦아 잠시 멈췄습니다. 이번 것은 하지 않았고 저장한 것은 그대로 있습니다. {wait} 뒤에 다시 해 주세요."
        )
        self.seconds = seconds
