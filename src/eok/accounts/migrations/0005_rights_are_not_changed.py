from django.db import migrations

TABLES = ('accounts_grant', 'accounts_grantconfirmation', 'accounts_grantend', 'accounts_rightsreview')

SQLITE = (
    'CREATE TRIGGER {0}_stays BEFORE UPDATE ON {0} '
    "BEGIN SELECT RAISE(ABORT, 'rights are never changed: end one and give another'); END"
)
POSTGRESQL = (
    'CREATE TRIGGER {0}_stays BEFORE UPDATE ON {0} FOR EACH STATEMENT EXECUTE FUNCTION eok_rights_stay()'
)
FUNCTION = """
CREATE OR REPLACE FUNCTION eok_rights_stay() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'rights are never changed: end one and give another'; END $$
"""


def hold(apps, schema_editor):
    """The database itself refuses to rewrite who might do what."""
    on_postgresql = schema_editor.connection.vendor == 'postgresql'
    with schema_editor.connection.cursor() as cursor:
        if on_postgresql:
            cursor.execute(FUNCTION)
        for table in TABLES:
            cursor.execute((POSTGRESQL if on_postgresql else SQLITE).format(table))


def let_go(apps, schema_editor):
    with schema_editor.connection.cursor() as cursor:
        for table in TABLES:
            on = f' ON {table}' if schema_editor.connection.vendor == 'postgresql' else ''
            cursor.execute(f'DROP TRIGGER {table}_stays{on}')


class Migration(migrations.Migration):

    dependencies = [('accounts', '0004_rights')]

    operations = [migrations.RunPython(hold, let_go)]
