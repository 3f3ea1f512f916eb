"""The template engine: Jinja2, everything escaped, an unknown name is an error (DESIGN §5).

Templates lie in each room's own `templates/<room>/`. `environment` is what Django's settings name; pages
are rendered through `page.render`.
"""

from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.urls import NoReverseMatch, reverse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from eok.core import korean
from eok.krds import assets, beside, citations, district, filters, menu, phone, sprite

_ICON_NAMES = sprite.names(assets.HERE / "icons")


def environment(**options: object) -> Environment:
    """All templates of the installed rooms with the globals and filters of this room."""
    env = Environment(
        loader=FileSystemLoader(_folders()),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=bool(settings.DEBUG),
    )
    env.globals.update(GLOBALS)
    env.filters.update(FILTERS)
    return env


@cache
def shared() -> Environment:
    """The one environment of this process."""
    return environment()


def _folders() -> list[Path]:
    """The template folders of our own rooms; Django's own templates are not used."""
    own = (Path(app.path) / "templates" for app in apps.get_app_configs() if app.name.startswith("eok."))
    return [folder for folder in own if folder.is_dir()]


def url(name: str, *args: object, **kwargs: object) -> str:
    return reverse(name, args=args or None, kwargs=kwargs or None)


def url_if_there(name: str, *args: object, **kwargs: object) -> str:
    """The address, or nothing when this process does not serve that room."""
    try:
        return url(name, *args, **kwargs)
    except NoReverseMatch:
        return ""


def icon(name: str, *, label: str = "", small: bool = False) -> Markup:
    """One of our icons. label: its accessible name, where no word stands beside it."""
    return _icon(assets.static_url("sprite.svg"), name, label, small)


@lru_cache(maxsize=1024)
def _icon(sprite_url: str, name: str, label: str, small: bool) -> Markup:
    if name not in _ICON_NAMES:
        raise KeyError(f"no icon {name!r} in krds/icons")
    classes = "icon icon-small" if small else "icon"
    told = Markup('role="img" aria-label="{}"').format(label) if label else Markup('aria-hidden="true"')
    return Markup('<svg class="{}" {} focusable="false"><use href="{}#{}"/></svg>').format(
        classes, told, sprite_url, name
    )


def csrf(request: HttpRequest) -> Markup:
    """The hidden input of a form that changes something; never on a page kept for everyone."""
    return Markup('<input type="hidden" name="csrfmiddlewaretoken" value="{}">').format(get_token(request))


GLOBALS: Mapping[str, Any] = {  # Any: templates call them with what they have
    "url": url,
    "url_if_there": url_if_there,
    "static": assets.static_url,
    "icon": icon,
    "csrf": csrf,
    "both": beside.both,
    "other_words": beside.drawn,
    "district": district.current,
    "menu": menu,
}

FILTERS: Mapping[str, Callable[..., object]] = {
    "date_ko": filters.date_ko,
    "particle": korean.with_particle,
    "time_ko": filters.time_ko,
    "datetime_ko": filters.datetime_ko,
    "due_ko": filters.due_ko,
    "short_date": filters.short_date,
    "short_datetime": filters.short_datetime,
    "iso": filters.iso,
    "number": filters.number,
    "won": filters.won,
    "duration_ko": filters.duration_ko,
    "hours_ko": filters.hours_ko,
    "left_ko": filters.left_ko,
    "size_ko": filters.size_ko,
    "phone_ko": phone.phone_ko,
    "law_ko": citations.law_ko,
}
