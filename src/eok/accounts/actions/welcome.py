"""Find or make the person an identity provider vouched for, with what was confirmed today."""

from django.conf import settings
from django.db import IntegrityError, transaction

from eok.accounts.errors import SubjectReusedError
from eok.accounts.models import Person
from eok.accounts.queries import Profile, profile, profile_context
from eok.core import clock, sealed
from eok.core.keys import keyring
from eok.linkage.ports import Identity


def welcome(identity: Identity) -> Person:
    """The one person this identity stands for; 연계정보 joins what two providers say of one human.

    Neither the provider's name for the person nor the CI is stored in clear (전자정부법 시행령 §12③).
    Raises SubjectReusedError.
    """
    try:
        return _welcome(identity)
    except IntegrityError:  # the same person, in two windows at once: the other one made the row
        return _welcome(identity)


@transaction.atomic
def _welcome(identity: Identity) -> Person:
    person = find(identity) or Person(wrapped_key=keyring().new_data_key(), created_at=clock.now())
    person.subject_digest = subject_digest(identity)
    person.ci_digest = _ci_digest(identity) or person.ci_digest
    person.last_seen_at = clock.now()
    confirmed = {**_confirmed(identity, person), "subject": identity.subject}
    person.profile = sealed.seal(bytes(person.wrapped_key), confirmed, context=profile_context(person))
    person.save()
    return person


def find(identity: Identity) -> Person | None:
    """Who this is, if we know them. Raises SubjectReusedError when name and CI point at two people."""
    by_subject = Person.objects.filter(subject_digest=subject_digest(identity)).first()
    ci = _ci_digest(identity)
    by_ci = Person.objects.filter(ci_digest=ci).first() if ci else None
    if by_subject is not None and ci and by_subject != by_ci and (by_ci or by_subject.ci_digest):
        raise SubjectReusedError
    return by_subject or by_ci


def subject_digest(identity: Identity) -> str:
    """The provider's name for the person counts only beside the provider's own name."""
    return keyring().digest("person-subject", f"{settings.EOK_IDENTITY_URL} {identity.subject}")


def _ci_digest(identity: Identity) -> str | None:
    return keyring().digest("person-ci", identity.ci) if identity.ci else None


def _confirmed(identity: Identity, person: Person) -> dict[str, str]:
    """Today's word of the provider; the e-mail address is the person's own and stays."""
    email = profile(person).email if person.profile else ""
    return Profile(identity.name, identity.birth_date, identity.phone, email).as_dict()
