"""Who really visits, when servers of ours stand in front (`EOK_PROXIES`).

Waits after wrong passwords and the access record count addresses. Each proxy appends whom it heard to
X-Forwarded-For, so the last address that is none of ours is the visitor; what stands before it the visitor may have
written. From anybody but our proxies both headers mean nothing. Works on WSGI, before anything reads the address.
"""

from collections.abc import Callable, Iterable, Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Any

Environ = dict[str, Any]
App = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]
Network = IPv4Network | IPv6Network
Address = IPv4Address | IPv6Address


def read(text: str) -> tuple[Network, ...]:
    """Addresses and networks, parted by commas. Raises ValueError."""
    return tuple(ip_network(part.strip()) for part in text.split(",") if part.strip())


def behind(app: App, proxies: Sequence[Network]) -> App:
    """The application, told the visitor's address and whether they came by https."""

    def told(environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        if _is_ours(_address(environ.get("REMOTE_ADDR", "")), proxies):
            _believe(environ, proxies)
        return app(environ, start_response)

    return told if proxies else app


def visitor(remote: str, forwarded: str, proxies: Sequence[Network]) -> str:
    """The last address of the way that is none of our proxies.

    remote: the proxy that speaks to us.  forwarded: X-Forwarded-For. Behind something that is no address nothing is
    believed; of a way that is all ours the farthest counts.
    """
    found = remote
    for hop in reversed(forwarded.split(",")):
        address = _address(hop)
        if address is None:
            return found
        found = str(address)
        if not _is_ours(address, proxies):
            return found
    return found


def _believe(environ: Environ, proxies: Sequence[Network]) -> None:
    forwarded = environ.get("HTTP_X_FORWARDED_FOR", "")
    environ["REMOTE_ADDR"] = visitor(environ["REMOTE_ADDR"], forwarded, proxies)
    if environ.get("HTTP_X_FORWARDED_PROTO", "").split(",")[-1].strip().lower() == "https":
        environ["wsgi.url_scheme"] = "https"


def _address(text: str) -> Address | None:
    """1.2.3.4, 1.2.3.4:567, 2001:db8::1, [2001:db8::1]:567; an IPv4 address within IPv6 is the former."""
    bare = text.strip()
    bare = bare[1:].partition("]")[0] if bare.startswith("[") else bare
    bare = bare.partition(":")[0] if bare.count(":") == 1 else bare
    try:
        address = ip_address(bare)
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address


def _is_ours(address: Address | None, proxies: Sequence[Network]) -> bool:
    return address is not None and any(address in network for network in proxies)
