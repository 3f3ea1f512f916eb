"""What is answered: shapes that stay. Made from what the rooms answer, so that these may change and the shapes not."""

from pydantic import BaseModel, ConfigDict


class Answer(BaseModel):
    """Base of all answers."""

    model_config = ConfigDict(frozen=True, extra="forbid")
