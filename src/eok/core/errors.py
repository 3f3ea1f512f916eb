"""The errors of the house. Code catches the class; people read `message`.

A message has three parts: what happened, what it means, what to do (polite Korean, no codes alone).
"""


class EokError(Exception):
    """Base of every error a person may read."""

    status = 400
    """HTTP status a page answers with when nobody caught the error."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class InvalidError(EokError):
    """What was typed can't be used; `field` says where, so that the sentence stands beside it."""

    status = 422

    def __init__(self, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.field = field


class NotAllowedError(EokError):
    """The person may not do this."""

    status = 403


class NotFoundError(EokError):
    """There is no such thing, or it is not this person's: both read the same."""

    status = 404


class ConflictError(EokError):
    """Somebody or something was faster; what was typed is kept."""

    status = 409


class UnavailableError(EokError):
    """We can't at the moment (disk full, outside system down); nothing was lost."""

    status = 503
