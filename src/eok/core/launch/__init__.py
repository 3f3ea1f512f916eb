"""Sets up, starts, watches and examines one installation of eok: the work behind `./eok`.

Serves no law but the promise that one command opens the house on a fresh machine, and that all it
writes lies under EOK_STATE_DIR. Standard library only (Django is reached in processes of its own),
so that the watching process stays small and `./eok doctor` runs before anything is installed.
Begin reading at `start.py` (./eok start) and `suite.py` (./eok test).
"""
