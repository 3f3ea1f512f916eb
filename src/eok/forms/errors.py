"""What can be wrong with a form itself; what is wrong with an answer is a sentence, not an error."""

from eok.core.errors import EokError


class ConditionError(EokError):
    """An expression of a service's file is no CEL; found when the catalogue is checked."""

    def __init__(self, where: str, expression: str, fault: str) -> None:
        """where: id of the affair, or of the question that is worked out."""
        super().__init__(
            f"이 민원의 서식({where})에 잘못 적힌 식이 있습니다({expression}: {fault}). "
            "그래서 물음을 보여 드릴 수 없습니다. "
            "담당 부서에 알려 주세요."
        )
