from django.db import migrations


def light(apps, schema_editor):
    """What may be lost needs no log of the server's own (PostgreSQL)."""
    if schema_editor.connection.vendor == 'postgresql':
        schema_editor.execute('ALTER TABLE gate_bucket SET UNLOGGED')


class Migration(migrations.Migration):

    dependencies = [('gate', '0001_gate')]

    operations = [migrations.RunPython(light, migrations.RunPython.noop)]
