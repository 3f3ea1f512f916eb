"""Django's PostgreSQL backend with time-outs per kind of process, named locks, and a commit that never lies."""
