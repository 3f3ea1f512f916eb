"""Another keyring in the place of the one this process has opened."""

from eok.certificates import authority
from eok.core.keys import keyring


def forget() -> None:
    """What was opened, and all that was made of it: who signs papers, and by which certificates."""
    for opened in (keyring, authority._chain, authority.signer, authority.seal_key):
        opened.cache_clear()
