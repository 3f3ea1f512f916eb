"""Entries of before can be found by the building they are in."""

from django.db import migrations

from eok.core import sealed
from eok.core.keys import KeyDestroyedError, keyring
from eok.rules.matching import building_of


def find_them(apps, schema_editor):
    for licence in apps.get_model("licences", "Licence").objects.filter(premises_digest="").iterator():
        try:
            said = sealed.unseal(licence.wrapped_key, licence.content, context=f"licence:{licence.pk}:content")
        except KeyDestroyedError:
            continue
        building = building_of(str(said.get("premises", "")))
        if building:
            licence.premises_digest = keyring().digest("licence-premises", building)
            licence.save(update_fields=["premises_digest"])


class Migration(migrations.Migration):

    dependencies = [("licences", "0004_premises")]

    operations = [migrations.RunPython(find_them, migrations.RunPython.noop)]
