import django.db.models.deletion
import eok.accounts.roles
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [('accounts', '0001_people')]

    operations = [
        migrations.CreateModel(
            name='Officer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('login', models.CharField(max_length=40, unique=True, verbose_name='아이디')),
                ('password', models.CharField(default='', max_length=200, verbose_name='비밀번호(한 방향 암호)')),
                ('name', models.CharField(max_length=60, verbose_name='성명')),
                ('title', models.CharField(max_length=40, verbose_name='직급')),
                ('department', models.CharField(max_length=40, verbose_name='부서')),
                ('phone', models.CharField(default='', max_length=20, verbose_name='업무 전화')),
                ('wrapped_key', models.BinaryField(verbose_name='자료 열쇠(감싼 것)')),
                ('totp_secret', models.BinaryField(default=bytes, verbose_name='인증 앱 비밀값(암호문)')),
                ('last_counter', models.BigIntegerField(default=0, verbose_name='마지막으로 쓴 인증번호의 차례')),
                ('active', models.BooleanField(default=True, verbose_name='쓰는 중')),
                ('epoch', models.PositiveIntegerField(default=0, verbose_name='출입 세대')),
                ('demonstration', models.BooleanField(default=False, verbose_name='시험용')),
                ('created_at', models.DateTimeField(verbose_name='만든 때')),
            ],
            options={
                'verbose_name': '업무담당자',
                'indexes': [models.Index(fields=['department'], name='officer_department')],
            },
        ),
        migrations.CreateModel(
            name='Grant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=eok.accounts.roles.choices, max_length=20, verbose_name='맡은 일')),
                ('department', models.CharField(max_length=40, verbose_name='부서')),
                ('service_id', models.CharField(default='*', max_length=60, verbose_name='민원사무')),
                ('from_on', models.DateField(verbose_name='첫날')),
                ('to_on', models.DateField(null=True, verbose_name='마지막 날')),
                ('granted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.officer')),
                ('officer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.officer')),
            ],
            options={
                'verbose_name': '권한',
                'indexes': [models.Index(fields=['department', 'role'], name='grant_department')],
            },
        ),
        migrations.CreateModel(
            name='SetupLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64, unique=True, verbose_name='주소의 요약값')),
                ('totp_secret', models.BinaryField(verbose_name='새 인증 앱 비밀값(암호문)')),
                ('expires_at', models.DateTimeField(verbose_name='끝나는 때')),
                ('used_at', models.DateTimeField(null=True, verbose_name='쓴 때')),
                ('officer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.officer')),
            ],
            options={
                'verbose_name': '출입 준비 주소',
            },
        ),
        migrations.CreateModel(
            name='RecoveryCode',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64, unique=True, verbose_name='복구번호의 요약값')),
                ('used_at', models.DateTimeField(null=True, verbose_name='쓴 때')),
                ('officer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.officer')),
            ],
            options={
                'verbose_name': '복구번호',
            },
        ),
    ]
