"""Settings of a process that has nothing but django-tasks-db."""

from benchmarks.queue.databases import chosen

SECRET_KEY = "bench"
USE_TZ = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES = chosen(engine="django.db.backends.sqlite3")
INSTALLED_APPS = ["django_tasks", "django_tasks_db"]
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
LOGGING_CONFIG = None
