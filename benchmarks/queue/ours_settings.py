"""Settings of a process that has nothing but the outbox."""

import os
from pathlib import Path

from benchmarks.queue.databases import chosen

SECRET_KEY = "bench"
USE_TZ = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES = chosen(engine="eok.core.sqlite")
INSTALLED_APPS = ["eok.core"]
EOK_REACTIONS = ""
EOK_CLOCK = os.environ.get("BENCH_CLOCK", "")
EOK_STATE_DIR = Path(os.environ.get("BENCH_FOLDER", "."))
EOK_DEMO = True
EOK_PRODUCTION = False
EOK_IDENTITY_URL = ""
EOK_WORKERS = 1
LOGGING_CONFIG = None
