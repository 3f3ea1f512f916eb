"""The digest of a filing: what the person signs, so that nothing of it can be changed afterwards.

It is the nonce of the re-authentication by which the office knows who filed (전자정부법 §10). The spelling is the
catalogue's canonical JSON; FORMAT changes when the shape does, so old signatures stay checkable.
"""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from eok.catalogue.canonical import canonical_json

FORMAT = 1


def digest_of_filing(
    *,
    version: str,
    answers: Mapping[str, Any],
    papers: Mapping[str, Sequence[str]],
    modes: Mapping[str, str],
    declaration: str,
) -> str:
    """SHA-256, hex, of everything that is filed.

    version: digest of the service's form.  answers: as `filed_answers` gave them.
    papers: digests of the files by paper, in their order.  modes: how each paper comes; look_up is the consent.
    declaration: the sentence that is signed.
    """
    filed = {
        "format": FORMAT,
        "version": version,
        "answers": dict(answers),
        "papers": {paper: list(digests) for paper, digests in papers.items()},
        "modes": dict(modes),
        "declaration": declaration,
    }
    return hashlib.sha256(canonical_json(filed).encode()).hexdigest()
