"""How a row is named from outside: by its id, as a value or as it stands in an address."""

from uuid import UUID

Key = UUID | str
