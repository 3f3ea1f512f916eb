"""What can go wrong when a paper is drawn, in sentences for people."""

from eok.core.errors import EokError, InvalidError


class UnprintableError(InvalidError):
    """The text has characters no font of ours can draw; found before issue, never after."""

    def __init__(self, characters: str, field: str | None = None) -> None:
        shown = ", ".join(f"‘{_shown(character)}’" for character in characters[:5])
        super().__init__(
            f"문서에 찍을 수 없는 글자가 있습니다: {shown}. 글꼴에 없는 글자라서 그대로는 발급할 수 없습니다. "
            "다른 글자로 바꾸거나, 이름처럼 바꿀 수 없는 글자이면 담당 부서에 전화해 주세요.",
            field,
        )
        self.characters = characters


class OverfullError(InvalidError):
    """A value is longer than its place on the sheet."""


class TypesetError(EokError):
    """The template or the exporter failed: our fault, not the person's."""

    status = 500

    def __init__(self, template: str, detail: str) -> None:
        super().__init__(
            "문서를 만들지 못했습니다. 신청과 처리 내용은 그대로 있습니다. 잠시 뒤 다시 하거나 담당 부서에 알려 주세요."
        )
        self.detail = f"{template}: {detail}"


class FontsMissingError(EokError):
    """The fonts of the papers are not on this machine."""

    status = 503

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(
            f"글꼴 파일 {', '.join(names)}을 찾지 못했습니다. 글꼴이 없으면 문서를 만들 수 없습니다. "
            "Debian이나 Ubuntu에서는 apt-get install fonts-nanum 으로 설치해 주세요."
        )


def _shown(character: str) -> str:
    return character if character.isprintable() else f"U+{ord(character):04X}"
