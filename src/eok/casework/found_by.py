"""What a stored case is found by and listed as, made anew of what it says today: with what a supplement corrected."""

from collections.abc import Mapping

from eok.applications import drafts
from eok.casework import grants, listed
from eok.casework.models import Case


def digests_of(case: Case) -> Mapping[str, str]:
    """By field, under today's look-up key."""
    applicant = drafts.read_filed(case.application).applicant
    return listed.digests(grants.service_of(case), applicant, grants.answers_of(case))


def describe_anew(case: Case) -> None:
    """Into the row (not saved yet)."""
    applicant = drafts.read_filed(case.application).applicant
    listed.describe(case, grants.service_of(case), applicant, grants.answers_of(case))
