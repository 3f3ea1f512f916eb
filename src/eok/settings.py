"""Django settings: everything an operator may choose comes from `core/options.py`, nothing else."""

import secrets
from pathlib import Path
from urllib.parse import urlsplit

from eok.core import durable, options, sides

_chosen = options.load()


def _text(name: str) -> str:
    return str(_chosen[name])


EOK_STATE_DIR = Path(_text("EOK_STATE_DIR"))
EOK_DATA_DIR = Path(_text("EOK_DATA_DIR"))
EOK_DISTRICT_DIR = Path(_text("EOK_DISTRICT_DIR"))
EOK_PRODUCTION = bool(_chosen["EOK_PRODUCTION"])
EOK_ROLE = _text("EOK_ROLE")
EOK_PORT = int(_text("EOK_PORT"))
EOK_BASE_URL = _text("EOK_BASE_URL") or f"http://127.0.0.1:{EOK_PORT}"
EOK_DESK_URL = _text("EOK_DESK_URL") or EOK_BASE_URL
OWN_URL = EOK_DESK_URL if EOK_ROLE == "desk" else EOK_BASE_URL
EOK_PROXIES = _text("EOK_PROXIES")
EOK_WORKERS = int(_text("EOK_WORKERS"))
EOK_DATABASE_URL = _text("EOK_DATABASE_URL")
EOK_KEYS = _text("EOK_KEYS")
EOK_PKCS11_MODULE = _text("EOK_PKCS11_MODULE")
EOK_PKCS11_TOKEN = _text("EOK_PKCS11_TOKEN")
EOK_PKCS11_PIN_FILE = _text("EOK_PKCS11_PIN_FILE")
EOK_DATABASE_POOL = int(_text("EOK_DATABASE_POOL"))
EOK_DATABASE_POOLER = bool(_chosen["EOK_DATABASE_POOLER"])
EOK_CLOCK = _text("EOK_CLOCK")
EOK_PUBLIC_DEBUG = bool(_chosen["EOK_PUBLIC_DEBUG"])
EOK_IDENTITY = _text("EOK_IDENTITY")
EOK_IDENTITY_URL = _text("EOK_IDENTITY_URL")
EOK_IDENTITY_CLIENT = _text("EOK_IDENTITY_CLIENT")
EOK_IDENTITY_SECRET = _text("EOK_IDENTITY_SECRET")
EOK_SMS = _text("EOK_SMS")
EOK_SMS_URL = _text("EOK_SMS_URL")
EOK_SMS_SECRET = _text("EOK_SMS_SECRET")
EOK_TAX_OFFICE = _text("EOK_TAX_OFFICE")
EOK_TAX_OFFICE_URL = _text("EOK_TAX_OFFICE_URL")
EOK_TAX_OFFICE_SECRET = _text("EOK_TAX_OFFICE_SECRET")
EOK_PAYMENTS = _text("EOK_PAYMENTS")
EOK_PAYMENTS_URL = _text("EOK_PAYMENTS_URL")
EOK_PAYMENTS_SECRET = _text("EOK_PAYMENTS_SECRET")
EOK_SHARED_RECORDS = _text("EOK_SHARED_RECORDS")
EOK_SHARED_RECORDS_URL = _text("EOK_SHARED_RECORDS_URL")
EOK_SHARED_RECORDS_SECRET = _text("EOK_SHARED_RECORDS_SECRET")
EOK_ADDRESSES = _text("EOK_ADDRESSES")
EOK_ADDRESSES_URL = _text("EOK_ADDRESSES_URL")
EOK_ADDRESSES_SECRET = _text("EOK_ADDRESSES_SECRET")
EOK_BUILDING_REGISTER = _text("EOK_BUILDING_REGISTER")
EOK_BUILDING_REGISTER_URL = _text("EOK_BUILDING_REGISTER_URL")
EOK_BUILDING_REGISTER_SECRET = _text("EOK_BUILDING_REGISTER_SECRET")
EOK_NOTIFY_CHANNELS = _text("EOK_NOTIFY_CHANNELS")
EOK_CLAMD = _text("EOK_CLAMD")
EOK_ACCEPT = _text("EOK_ACCEPT")
EOK_UNMASK_MINUTES = int(_text("EOK_UNMASK_MINUTES"))
EOK_FILES_URL = _text("EOK_FILES_URL")
EOK_RATES = bool(_chosen["EOK_RATES"])
EOK_DEMO = not EOK_PRODUCTION
EOK_REACTIONS = "eok.reactions.REACTIONS"


def _secret_key() -> str:
    if _text("EOK_SECRET_KEY"):
        return _text("EOK_SECRET_KEY")
    path = EOK_STATE_DIR / "keys" / "session.key"
    if not path.exists():
        durable.write_once(path, secrets.token_urlsafe(48).encode(), folders=2)
    return path.read_text()


def _databases() -> dict[str, dict[str, object]]:
    from eok.core.database import databases

    return databases(EOK_DATABASE_URL, EOK_STATE_DIR, pool=EOK_DATABASE_POOL, pooler=EOK_DATABASE_POOLER)


SECRET_KEY = _secret_key()
DEBUG = EOK_PUBLIC_DEBUG
ALLOWED_HOSTS = (
    ["*"]
    if EOK_DEMO
    else [
        *sides.hosts(EOK_ROLE, EOK_BASE_URL, EOK_DESK_URL),
        *([str(urlsplit(EOK_FILES_URL).hostname)] if EOK_FILES_URL else []),
    ]
)
ROOT_URLCONF = "eok.urls"
WSGI_APPLICATION = "eok.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES = _databases()
DATABASE_ROUTERS = ["eok.core.database.TransientRouter"]

INSTALLED_APPS = [
    "django.contrib.sessions",
    "eok.core",
    "eok.krds",
    "eok.gate",
    "eok.trail",
    "eok.law",
    "eok.offices",
    "eok.papers",
    "eok.linkage",
    "eok.accounts",
    "eok.catalogue",
    "eok.search",
    "eok.forms",
    "eok.licences",
    "eok.applications",
    "eok.casework",
    "eok.payments",
    "eok.certificates",
    "eok.privacy",
    "eok.verification",
    "eok.notify",
    "eok.retention",
    "eok.portal",
    "eok.desk",
    "eok.api",
]
_HERE = Path(__file__).parent
INSTALLED_APPS = [
    app for app in INSTALLED_APPS if not app.startswith("eok.") or (_HERE / app[4:] / "apps.py").exists()
]

MIDDLEWARE = [
    "eok.krds.middleware.security_headers",
    "eok.api.middleware.errors_as_problems",
    "eok.krds.middleware.request_guard",
    "eok.papers.origin.files_apart",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "eok.accounts.middleware.who_is_there",
    "eok.gate.middleware.rates",
    "eok.krds.middleware.errors_as_pages",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "OPTIONS": {"environment": "eok.krds.jinja.environment"},
        "APP_DIRS": False,
    },
]

SESSION_ENGINE = "eok.accounts.session_store"
SESSION_COOKIE_SECURE = OWN_URL.startswith("https:")
SESSION_COOKIE_NAME = sides.cookie("eok_session", EOK_ROLE, secure=SESSION_COOKIE_SECURE)
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 60 * 60 * 2
CSRF_COOKIE_NAME = sides.cookie("eok_csrf", EOK_ROLE, secure=SESSION_COOKIE_SECURE)
CSRF_COOKIE_SECURE = SESSION_COOKIE_SECURE
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "eok.krds.middleware.csrf_failure"
CSRF_TRUSTED_ORIGINS = sides.origins(EOK_ROLE, EOK_BASE_URL, EOK_DESK_URL)

DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
DATA_UPLOAD_MAX_NUMBER_FILES = 100  # of a page with several papers; how many a paper may have is said there
FILE_UPLOAD_MAX_MEMORY_SIZE = 256 * 1024

USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = False
LANGUAGE_CODE = "ko"
SILENCED_SYSTEM_CHECKS = ["security.W019"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s", "datefmt": "%Y-%m-%dT%H:%M:%S%z"}
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {"django.request": {"level": "ERROR"}, "httpx": {"level": "WARNING"}},
}
