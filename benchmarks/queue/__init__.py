"""Two queues doing the same jobs: the outbox, and django-tasks-db beside it in the peers' environment."""
