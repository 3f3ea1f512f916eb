"""One-time codes of an authenticator app (TOTP, RFC 6238) and the codes that replace a lost phone.

A code counts once: the counter it belongs to is stored and must grow (RFC 6238 §5.2).
"""

import base64
import io
import secrets
import unicodedata

import pyotp
import zxingcpp
from PIL import Image
from pyotp.exceptions import OTPVerificationError

from eok.accounts.models import Officer, RecoveryCode
from eok.core.keys import keyring

STEP_SECONDS = 30
STEPS_EITHER_WAY = 1
"""How far the phone's clock may be off."""
SECRET_BYTES = 20  # RFC 4226 §4 R6: 160 bits are recommended
RECOVERY_CODES = 8
_RECOVERY_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
"""Without those that look alike: 0 o, 1 l i."""
ISSUER = "e-OK 업무창"
QR_SCALE = 6


def new_secret() -> str:
    """Base32, as apps take it."""
    return base64.b32encode(secrets.token_bytes(SECRET_BYTES)).decode()


def read_typed(text: str) -> str:
    """What was typed as a code: full-width digits and spaces are no mistake."""
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


def counter_of(secret: str, code: str, at: int, *, after: int) -> int | None:
    """The counter a code belongs to, if it is right and later than `after`. at: seconds since 1970."""
    try:
        counter = pyotp.TOTP(secret).verify_and_get_timecode(code, for_time=at, valid_window=STEPS_EITHER_WAY)
    except OTPVerificationError:
        return None
    return counter if counter > after else None


def code_at(secret: str, at: int) -> str:
    """The code an app shows at a moment."""
    return pyotp.TOTP(secret).at(at)


def spend_counter(officer: Officer, counter: int) -> bool:
    """Note that a code was used. False: another request was faster with the same one."""
    rows = Officer.objects.filter(pk=officer.pk, last_counter__lt=counter)
    return rows.update(last_counter=counter) == 1


def secret_context(officer: Officer) -> str:
    return f"officer:{officer.login}:totp"


def secret_of(officer: Officer) -> str:
    secret = bytes(officer.totp_secret)
    return keyring().decrypt(bytes(officer.wrapped_key), secret, context=secret_context(officer)).decode()


def sealed_secret(officer: Officer, secret: str) -> bytes:
    return keyring().encrypt(bytes(officer.wrapped_key), secret.encode(), context=secret_context(officer))


def address(secret: str, login: str) -> str:
    """The `otpauth:` address an app reads from the picture."""
    return pyotp.TOTP(secret).provisioning_uri(name=login, issuer_name=ISSUER)


def picture(secret: str, login: str) -> bytes:
    """The address as a QR code, PNG."""
    code = zxingcpp.create_barcode(address(secret, login), zxingcpp.BarcodeFormat.QRCode)
    out = io.BytesIO()
    Image.fromarray(code.to_image(scale=QR_SCALE, add_quiet_zones=True)).save(out, "PNG", optimize=True)
    return out.getvalue()


def in_fours(secret: str) -> str:
    """The secret as one types it by hand."""
    return " ".join(secret[n : n + 4] for n in range(0, len(secret), 4))


def new_recovery_codes(officer: Officer) -> list[str]:
    """Replaces the officer's codes; the only time they can be read."""
    RecoveryCode.objects.filter(officer=officer).delete()
    codes = [_recovery_code() for _ in range(RECOVERY_CODES)]
    RecoveryCode.objects.bulk_create(
        RecoveryCode(officer=officer, digest=recovery_digest(officer, code)) for code in codes
    )
    return codes


def recovery_digest(officer: Officer, code: str) -> str:
    return keyring().digest("recovery-code", f"{officer.pk} {read_typed(code).replace('-', '')}")


def _recovery_code() -> str:
    """60 bits, typed in three groups of four."""
    letters = "".join(secrets.choice(_RECOVERY_LETTERS) for _ in range(12))
    return "-".join(letters[n : n + 4] for n in range(0, 12, 4))
