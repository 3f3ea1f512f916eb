"""What has run out is thrown away; what still counts stays."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from eok.accounts.actions import invite
from eok.accounts.models import Officer, SetupLink, Throttle
from eok.accounts.sweep import EVERY_SECONDS, JOB, sweep
from eok.core import outbox
from eok.gate import machine_time
from tests.accounts.officers import came_in, give_password

pytestmark = pytest.mark.django_db(databases="__all__")


def test_old_things_go_and_new_ones_stay(client: Client, officer: Officer) -> None:
    came_in(client, officer)
    give_password(Client(), "nobody", "x")
    invite.invite(officer)
    sweep({})
    kept = (Session.objects.count(), Throttle.objects.count(), SetupLink.objects.count())
    long_ago = machine_time.now() - timedelta(days=40)
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    Throttle.objects.update(last_at=long_ago, free_at=long_ago)
    SetupLink.objects.update(expires_at=long_ago)

    sweep({})

    assert all(kept)
    assert not (Session.objects.exists() or Throttle.objects.exists() or SetupLink.objects.exists())


def test_the_worker_does_it_by_itself() -> None:
    assert outbox.schedules()[JOB] == EVERY_SECONDS
    assert JOB in outbox.handlers()
