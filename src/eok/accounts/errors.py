"""What can go wrong at a door. Sentences never say which of login and password was wrong."""

from eok.core.errors import EokError, InvalidError, NotAllowedError, NotFoundError


class UnknownFlowError(EokError):
    """Nobody here began this: forged, answered already, too old, or begun in another browser."""

    def __init__(self) -> None:
        super().__init__(
            "이 화면에서 시작한 본인확인을 찾을 수 없습니다. 시간이 지났거나 이미 끝난 확인이며, "
            "적은 내용은 그대로 있습니다. 본인확인을 다시 시작해 주세요."
        )


class DifferentPersonError(NotAllowedError):
    """Somebody else answered where a certain person must sign."""

    def __init__(self) -> None:
        super().__init__(
            "로그인한 사람과 다른 사람이 서명했습니다. 그 서명은 쓰지 않았고 적은 내용은 그대로 있습니다. "
            "신청하는 본인이 다시 서명해 주세요."
        )


class OldProofError(NotAllowedError):
    """The provider used a proof from before the signature was asked for."""

    def __init__(self) -> None:
        super().__init__(
            "서명을 요청하기 전에 한 본인확인이 왔습니다. 지금 한 서명이 아니어서 쓰지 않았고 적은 내용은 "
            "그대로 있습니다. 다시 서명해 주세요."
        )


class SubjectReusedError(NotAllowedError):
    """The provider gave one person's name to another: nobody gets the first one's papers."""

    def __init__(self) -> None:
        super().__init__(
            "본인확인 기관이 보낸 정보가 전에 확인한 사람과 맞지 않습니다. 다른 사람의 민원이 보일 수 있어 "
            "들어가지 않았습니다. 구청 민원실에 전화로 알려 주세요."
        )


class WrongCredentialsError(InvalidError):
    def __init__(self) -> None:
        super().__init__(
            "아이디나 비밀번호가 맞지 않습니다. 들어가지 않았습니다. 다시 확인해 주세요.", field="login"
        )


class WrongPasswordError(InvalidError):
    """Of somebody who is signed in already."""

    def __init__(self) -> None:
        super().__init__(
            "지금 비밀번호가 맞지 않습니다. 아무것도 바꾸지 않았습니다. 로그인할 때 쓰는 비밀번호를 다시 적어 주세요.",
            field="present",
        )


class WrongCodeError(InvalidError):
    def __init__(self) -> None:
        super().__init__(
            "인증번호가 맞지 않거나 이미 썼습니다. 들어가지 않았습니다. 인증 앱의 다음 번호를 적어 주세요.",
            field="code",
        )


class TooManyAttemptsError(EokError):
    """Wait; nothing was tried."""

    status = 429

    def __init__(self, seconds: int) -> None:
        wait = f"{seconds}초" if seconds < 120 else f"{-(-seconds // 60)}분"
        super().__init__(
            f"여러 번 틀려서 잠시 멈췄습니다. 이번에 적은 것은 확인하지 않았습니다. {wait} 뒤에 다시 해 주세요."
        )
        self.seconds = seconds


class SignInOverError(EokError):
    """Too long between password and code."""

    def __init__(self) -> None:
        super().__init__(
            "비밀번호를 적은 지 5분이 지났습니다. 들어가지 않았습니다. 아이디와 비밀번호부터 다시 적어 주세요."
        )


class SetupLinkError(NotFoundError):
    def __init__(self) -> None:
        super().__init__(
            "이 주소는 쓸 수 없습니다. 이미 썼거나 기한이 지났습니다. 운영자에게 새 주소를 부탁해 주세요."
        )


class OfficerError(InvalidError):
    """What the operator asked for can't be done to this officer."""


class InvalidPasswordError(InvalidError):
    """A password that may not be chosen; `field` is where it was typed."""

    def __init__(self, message: str, field: str = "password") -> None:
        super().__init__(message, field)


class RightError(InvalidError):
    """What was typed of a right can't be used; `field` says where."""


class RightRefusedError(NotAllowedError):
    """This person may not give, confirm or end this right."""
