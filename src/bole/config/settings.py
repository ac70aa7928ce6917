"""Django's settings. What an operator may set stands in `environment.py`; here is what follows from it."""

from typing import Any
from urllib.parse import unquote, urlsplit

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from bole.config.environment import Environment, keep_from_others

ENVIRONMENT = Environment.read()
SECRET_KEY = ENVIRONMENT.secret()
DEBUG = ENVIRONMENT.is_debug
ALLOWED_HOSTS = ENVIRONMENT.hosts
CSRF_TRUSTED_ORIGINS = [ENVIRONMENT.url]

INSTALLED_APPS = [
    "bole.home",
    "bole.sandbox",
    "bole.connect",
    "bole.mentoring",
    "bole.reviews",
    "bole.signals",
    "bole.scoring",
    "bole.growth",
    "bole.attendance",
    "bole.work",
    "bole.surveys",
    "bole.people",
    "bole.access",
    "bole.notices",
    "bole.accounts",
    "bole.audit",
    "bole.vault",
    "bole.kit",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "template_partials",
    "csp",
    "ninja",
]

MIDDLEWARE = [
    "bole.kit.proxies.Asker",  # first: whoever is below asks who asks
    "bole.kit.middleware.Line",
    "django.middleware.gzip.GZipMiddleware",  # it adds random bytes, so that lengths tell nothing of what a page holds
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",  # below those that write headers: its files have them too
    "django.contrib.sessions.middleware.SessionMiddleware",
    "bole.kit.presenting.Presenting",
    "bole.kit.middleware.Language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "bole.kit.phone.middleware.Phone",
    "bole.access.middleware.SignedIn",
    "bole.kit.phone.middleware.Entries",
    "bole.kit.middleware.Refusals",
    "allauth.account.middleware.AccountMiddleware",  # last: it turns its own exceptions into redirects before `Refusals` sees them
]

ROOT_URLCONF = "bole.config.urls"
WSGI_APPLICATION = "bole.config.asgi.pages"
AUTH_USER_MODEL = "accounts.Account"
AUTHENTICATION_BACKENDS = ["bole.accounts.backends.ByLogin"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/sign-in/?by=hand"  # not at once in again by the app around it
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "bole.kit.page.frame",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static", "bole.kit.ui.components"],
        },
    },
]


# FULL: what was acknowledged survives a power cut.
PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "cache_size=-64000", "mmap_size=268435456", "temp_store=MEMORY")


def _database() -> dict[str, Any]:
    """Return the settings of the one database."""
    if not ENVIRONMENT.database:
        ENVIRONMENT.folder.mkdir(parents=True, exist_ok=True)
        keep_from_others(ENVIRONMENT.folder / "bole.sqlite3")
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": str(ENVIRONMENT.folder / "bole.sqlite3"),
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "; ".join(f"PRAGMA {one}" for one in PRAGMAS),
            },
        }
    parts = urlsplit(ENVIRONMENT.database)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"pool": {"min_size": 1, "max_size": 16}},
    }


DATABASES = {"default": _database()}
if not ENVIRONMENT.database:
    DATABASES["default"]["CONN_MAX_AGE"] = None

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", _("Chinese")), ("en", _("English"))]
USE_I18N = True
USE_TZ = True
TIME_ZONE = ENVIRONMENT.zone

STATIC_URL = "/static/"
STATIC_ROOT = ENVIRONMENT.folder / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "bole.kit.phone.statics.Dated"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_MAX_AGE = 3600

# Pages that no phone keeps for reading without a network: what people see of others by their role, sign-in, the demo's desk.
NEVER_ON_A_PHONE = (
    "/company/", "/people-file/", "/sign-in/", "/sign-out/", "/me/password/", "/me/second-factor/", "/me/contact/", "/verify/", "/demo/",
    "/style/",
)  # fmt: skip

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    },
}
PERMISSIONS_POLICY: dict[str, list[str]] = {
    "accelerometer": [],
    "camera": [],
    "display-capture": [],
    "geolocation": [],
    "gyroscope": [],
    "magnetometer": [],
    "microphone": [],
    "payment": [],
    "usb": [],
}
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31536000 if ENVIRONMENT.is_secure else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = ENVIRONMENT.is_secure
X_FRAME_OPTIONS = "DENY"

SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_NAME = "__Host-sid" if ENVIRONMENT.is_secure else "sid"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = ENVIRONMENT.is_secure
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 3600
CSRF_COOKIE_NAME = "__Host-csrf" if ENVIRONMENT.is_secure else "csrf"
CSRF_COOKIE_HTTPONLY = False
CSRF_FAILURE_VIEW = "bole.kit.views.without_token"
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "bole.kit.uploads.ReadPast",
]

PASSWORD_HASHERS = ["bole.accounts.hashers.Argon2"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

ACCOUNT_USER_MODEL_USERNAME_FIELD = "login"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "bole.accounts.adapter.Adapter"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_LOGIN_BY_CODE_ENABLED = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 600  # "You will not be asked again for 10 minutes."
ACCOUNT_RATE_LIMITS = {"login_failed": "5/5m/key,100/h/ip", "reauthenticate": "10/m/user", "login": "60/m/ip"}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Bole"
MFA_TOTP_TOLERANCE = 1  # a phone's clock may be half a minute off
MFA_FORMS = {"authenticate": "bole.accounts.forms.SignInCodeForm", "reauthenticate": "bole.accounts.forms.AgainCodeForm"}
MFA_ADAPTER = "bole.accounts.adapter.SecondFactor"

CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "bole.kit.logs.JsonLine"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": ENVIRONMENT.log_level},
    "loggers": {
        "django.request": {"level": "CRITICAL"},
        "django.security.DisallowedHost": {"level": "CRITICAL"},
        "django.server": {"level": "ERROR"},
        "httpx": {"level": "WARNING"},  # it would write whole addresses, and some providers want their secret in them
    },
}

SILENCED_SYSTEM_CHECKS = ["security.W008"]  # behind a proxy that ends TLS; the door itself never redirects
