from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [('accounts', '0002_officers')]

    operations = [
        migrations.CreateModel(
            name='SignInRecord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(verbose_name='때')),
                ('who_kind', models.CharField(max_length=10, verbose_name='누구의 종류')),
                ('who', models.CharField(max_length=64, verbose_name='누구')),
                ('how', models.CharField(max_length=20, verbose_name='방법')),
                ('outcome', models.CharField(max_length=20, verbose_name='결과')),
                ('address', models.CharField(max_length=64, verbose_name='접속 주소의 요약값')),
            ],
            options={
                'verbose_name': '접속기록',
                'indexes': [models.Index(fields=['who', 'at'], name='sign_in_of_who')],
            },
        ),
        migrations.CreateModel(
            name='Throttle',
            fields=[
                ('key', models.CharField(max_length=64, primary_key=True, serialize=False, verbose_name='무엇을(요약값)')),
                ('attempts', models.PositiveIntegerField(default=0, verbose_name='시도')),
                ('free_at', models.DateTimeField(verbose_name='다시 할 수 있는 때')),
                ('last_at', models.DateTimeField(verbose_name='마지막 시도')),
            ],
            options={
                'verbose_name': '출입 시도',
            },
        ),
    ]
