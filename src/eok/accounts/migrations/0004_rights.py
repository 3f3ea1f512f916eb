
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0003_doors'),
    ]

    operations = [
        migrations.AddField(
            model_name='grant',
            name='document_no',
            field=models.CharField(db_default='', default='', max_length=60, verbose_name='문서번호'),
        ),
        migrations.AddField(
            model_name='grant',
            name='granted_at',
            field=models.DateTimeField(null=True, verbose_name='준 때'),
        ),
        migrations.AddField(
            model_name='grant',
            name='reason',
            field=models.CharField(db_default='', default='', max_length=200, verbose_name='까닭'),
        ),
        migrations.CreateModel(
            name='GrantConfirmation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('confirmed_at', models.DateTimeField(verbose_name='확인한 때')),
                ('confirmed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.officer')),
                ('grant', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.grant')),
            ],
            options={
                'verbose_name': '권한 확인',
            },
        ),
        migrations.CreateModel(
            name='GrantEnd',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('void_from', models.DateField(verbose_name='없어진 날')),
                ('ended_at', models.DateTimeField(verbose_name='거둔 때')),
                ('reason', models.CharField(max_length=200, verbose_name='까닭')),
                ('ended_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.officer')),
                ('grant', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.grant')),
            ],
            options={
                'verbose_name': '권한 회수',
            },
        ),
        migrations.CreateModel(
            name='RightsReview',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reviewed_at', models.DateTimeField(verbose_name='점검한 때')),
                ('department', models.CharField(default='', max_length=40, verbose_name='부서')),
                ('held', models.PositiveIntegerField(verbose_name='본 권한 수')),
                ('note', models.CharField(max_length=500, verbose_name='점검 결과')),
                ('reviewed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.officer')),
            ],
            options={
                'verbose_name': '권한 점검',
            },
        ),
    ]
