"""Officers, and how they get in.

Name and office phone stand in clear, for the law has them told to applicants (민원처리법 시행령 §31).
"""

from django.db import models


class Officer(models.Model):
    """업무담당자 (전자정부법 §34)."""

    login = models.CharField("아이디", max_length=40, unique=True)
    password = models.CharField("비밀번호(한 방향 암호)", max_length=200, default="")
    """Empty until the officer has set one (개인정보 보호법 시행령 §30①4 가)."""
    name = models.CharField("성명", max_length=60)
    title = models.CharField("직급", max_length=40)
    department = models.CharField("부서", max_length=40)
    """Key of the district's table of departments."""
    phone = models.CharField("업무 전화", max_length=20, default="")
    wrapped_key = models.BinaryField("자료 열쇠(감싼 것)")
    totp_secret = models.BinaryField("인증 앱 비밀값(암호문)", default=bytes)
    last_counter = models.BigIntegerField("마지막으로 쓴 인증번호의 차례", default=0)
    """A code counts once (RFC 6238 §5.2)."""
    active = models.BooleanField("쓰는 중", default=True)
    epoch = models.PositiveIntegerField("출입 세대", default=0)
    """Raised when all sessions of the officer must end."""
    demonstration = models.BooleanField("시험용", default=False)
    """Made for trying out; production lets none of them in."""
    created_at = models.DateTimeField("만든 때")

    class Meta:
        verbose_name = "업무담당자"
        indexes = [models.Index(fields=["department"], name="officer_department")]

    def __str__(self) -> str:
        return f"{self.name} {self.title}"


class SetupLink(models.Model):
    """Opens once: there an officer sets a password and a second factor."""

    officer = models.ForeignKey(Officer, on_delete=models.CASCADE, related_name="+")
    digest = models.CharField("주소의 요약값", max_length=64, unique=True)
    totp_secret = models.BinaryField("새 인증 앱 비밀값(암호문)")
    expires_at = models.DateTimeField("끝나는 때")
    used_at = models.DateTimeField("쓴 때", null=True)

    class Meta:
        verbose_name = "출입 준비 주소"

    def __str__(self) -> str:
        return f"{self.officer_id} {self.expires_at:%Y-%m-%d}"


class RecoveryCode(models.Model):
    """Stands in for the second factor, once, when the phone is lost."""

    officer = models.ForeignKey(Officer, on_delete=models.CASCADE, related_name="+")
    digest = models.CharField("복구번호의 요약값", max_length=64, unique=True)
    used_at = models.DateTimeField("쓴 때", null=True)

    class Meta:
        verbose_name = "복구번호"

    def __str__(self) -> str:
        return f"{self.officer_id}"
