import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('subject_digest', models.CharField(max_length=64, unique=True, verbose_name='본인확인 이름의 요약값')),
                ('ci_digest', models.CharField(max_length=64, null=True, unique=True, verbose_name='연계정보의 요약값')),
                ('wrapped_key', models.BinaryField(verbose_name='자료 열쇠(감싼 것)')),
                ('profile', models.BinaryField(verbose_name='확인된 정보(암호문)')),
                ('created_at', models.DateTimeField(verbose_name='처음 온 때')),
                ('last_seen_at', models.DateTimeField(verbose_name='마지막으로 들어온 때')),
            ],
            options={
                'verbose_name': '주민',
            },
        ),
        migrations.CreateModel(
            name='Signature',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('purpose', models.CharField(max_length=40, verbose_name='무엇에')),
                ('digest', models.CharField(max_length=64, verbose_name='서명한 내용의 SHA-256')),
                ('wrapped_key', models.BinaryField(verbose_name='자료 열쇠(감싼 것)')),
                ('assertion', models.BinaryField(verbose_name='본인확인기관의 증명(암호문)')),
                ('authenticated_at', models.DateTimeField(verbose_name='확인한 때')),
                ('created_at', models.DateTimeField(verbose_name='남긴 때')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.person')),
            ],
            options={
                'verbose_name': '서명',
                'indexes': [models.Index(fields=['person', 'digest'], name='signature_of_person')],
            },
        ),
    ]
