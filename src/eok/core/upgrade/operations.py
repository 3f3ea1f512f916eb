"""Operations for migrations that run while people file."""

from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations import AddIndex
from django.db.migrations.state import ProjectState


class AddIndexWhileOpen(AddIndex):
    """An index on a table that is written to: nobody waits for it on PostgreSQL.

    The migration says `atomic = False`. What a killed run left half-built is dropped and built again.
    """

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Raises NotSupportedError inside a transaction, as PostgreSQL itself does."""
        if schema_editor.connection.vendor != "postgresql":
            super().database_forwards(app_label, schema_editor, from_state, to_state)
            return
        editor: Any = schema_editor
        model: Any = to_state.apps.get_model(app_label, self.model_name)
        editor.execute(f"DROP INDEX CONCURRENTLY IF EXISTS {editor.quote_name(self.index.name)}")
        editor.add_index(model, self.index, concurrently=True)
