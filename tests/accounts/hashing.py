"""Argon2id as in production, at the least cost: what is tested is who gets in, not how long a hash takes."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class Quick(Argon2PasswordHasher):
    time_cost = 1
    memory_cost = 8
    parallelism = 1
