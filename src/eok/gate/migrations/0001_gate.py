
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Bucket',
            fields=[
                ('key', models.CharField(max_length=64, primary_key=True, serialize=False, verbose_name='무엇을(요약값)')),
                ('free_at', models.FloatField(verbose_name='다 비는 때')),
            ],
            options={
                'verbose_name': '요청 횟수',
                'indexes': [models.Index(fields=['free_at'], name='bucket_free_at')],
            },
        ),
        migrations.CreateModel(
            name='PolicyReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('directive', models.CharField(max_length=40, verbose_name='어긴 규칙')),
                ('blocked', models.CharField(max_length=100, verbose_name='막은 곳')),
                ('page', models.CharField(max_length=100, verbose_name='화면')),
                ('times', models.PositiveIntegerField(default=1, verbose_name='번')),
                ('first_at', models.DateTimeField(verbose_name='처음')),
                ('last_at', models.DateTimeField(verbose_name='마지막')),
            ],
            options={
                'verbose_name': '보안 정책 위반 알림',
                'constraints': [models.UniqueConstraint(fields=('directive', 'blocked', 'page'), name='one_report_of_a_kind')],
            },
        ),
        migrations.CreateModel(
            name='Stay',
            fields=[
                ('session_key', models.CharField(max_length=40, primary_key=True, serialize=False, verbose_name='로그인 상태의 이름')),
                ('who', models.CharField(max_length=60, verbose_name='누구')),
                ('browser', models.CharField(max_length=60, verbose_name='브라우저')),
                ('since_at', models.DateTimeField(verbose_name='들어온 때')),
            ],
            options={
                'verbose_name': '로그인한 곳',
                'indexes': [models.Index(fields=['who'], name='stay_of_whom')],
            },
        ),
    ]
