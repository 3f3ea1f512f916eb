"""Which day somebody was warned a draft would go on."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("applications", "0001_drafts_applications")]

    operations = [
        migrations.AddField(
            model_name="draft",
            name="warned_for",
            field=models.DateField(null=True, verbose_name="알린 보관 기한"),
        ),
    ]
