"""The WSGI application granian runs: static files and the page cache stand in front of Django."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "eok.settings")

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
