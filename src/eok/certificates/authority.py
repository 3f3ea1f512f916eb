"""Whose keys sign: the certificate of the signing key, and the list of public keys anyone may check with.

A district that holds a 행정전자서명 certificate (전자정부법 §29) puts it into the keyring's certificate folder; until
then a demonstration authority signs (`demonstration.py`), whose names say 시험 and whose signatures carry no
presumption.
"""

from functools import cache

from cryptography import x509
from cryptography.x509.oid import NameOID
from django.conf import settings

from eok.certificates import cose, key_list
from eok.certificates.cms import CmsSigner
from eok.certificates.demonstration import demonstration_chain
from eok.certificates.key_list import KeyList, PublishedKey
from eok.core import clock, durable
from eok.core.errors import EokError
from eok.core.keys import SigningKey, keyring

CHAIN = "signing-chain.pem"
"""In the certificate folder: signing certificate, issuers, root, in this order."""
KEYS = "keys.json"


class AuthorityError(EokError):
    """There is no certificate to sign with."""

    status = 503


@cache
def signer() -> CmsSigner:
    """What signs PDFs: the keyring's key and its chain. Published before it signs. Raises AuthorityError."""
    published_keys()
    return CmsSigner(keyring().private_key("certificates"), _chain()[:-1])


def signer_name() -> str:
    """Who signs, as viewers and the foot of papers show it."""
    return str(_chain()[0].subject.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value)


@cache
def seal_key() -> SigningKey:
    """What signs seals. Published before it signs: a key that is replaced later is known for what it signed."""
    published_keys()
    return keyring().private_key("seal")


@cache
def dictionaries() -> dict[int, bytes]:
    """The preset dictionaries of the seals by number; a used one is never changed, a new edition takes a new number."""
    folder = settings.EOK_DATA_DIR / "certificates" / "seals"
    return {int(path.stem): path.read_bytes() for path in sorted(folder.glob("*.txt"))}


def published_keys() -> KeyList:
    """The key list as it is today; new keys are added to the file, old ones stay."""
    path = keyring().certificate_dir() / KEYS
    known = key_list.loads(path.read_bytes()) if path.exists() else KeyList((), (), {})
    current = KeyList(
        known.keys + tuple(key for key in _own_keys() if known.find(key.purpose, key.key_id) is None),
        known.roots + tuple(root for root in _chain()[-1:] if root not in known.roots),
        {**known.dictionaries, **dictionaries()},
    )
    if current != known:
        durable.write(path, key_list.dumps(current))
    return current


def _own_keys() -> tuple[PublishedKey, PublishedKey]:
    chain = _chain()
    span = chain[0].not_valid_before_utc, chain[0].not_valid_after_utc
    demonstration = keyring().is_demonstration

    def entry(purpose: str) -> PublishedKey:
        public = keyring().private_key(purpose).public_key()
        return PublishedKey(cose.key_id(public), purpose, public, *span, None, demonstration)

    return entry("certificates"), entry("seal")


@cache
def _chain() -> tuple[x509.Certificate, ...]:
    path, public = keyring().certificate_dir() / CHAIN, keyring().private_key("certificates").public_key()
    if not path.exists():
        if not keyring().is_demonstration:
            raise AuthorityError(
                f"서명 인증서 {CHAIN}이 없습니다. 인증서 없이는 전자문서를 발급할 수 없습니다. "
                "기관의 인증서를 열쇠 폴더에 넣어 주세요."
            )
        durable.write_once(path, demonstration_chain(public, clock.now()))
    chain = tuple(x509.load_pem_x509_certificates(path.read_bytes()))
    if chain[0].public_key() != public:
        raise AuthorityError(
            f"서명 인증서 {CHAIN}이 지금의 서명 열쇠의 것이 아닙니다. 맞지 않는 서명을 하지 않으려고 전자문서를 발급하지 "
            "않습니다. 이 열쇠로 받은 인증서를 넣고 다시 열어 주세요."
        )
    return chain
