"""The parts of an OpenID Connect client (Core 1.0, Discovery 1.0, PKCE RFC 7636) that `adapters/oidc.py` joins.

Requests, claims and signatures are read by authlib and joserfc; nothing of the standard is written anew.
"""
