"""Who sent a message by hand."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_doors"),
        ("notify", "0001_messages"),
    ]

    operations = [
        migrations.AddField(
            model_name="message",
            name="sent_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.officer",
                verbose_name="손으로 보낸 사람",
            ),
        ),
    ]
