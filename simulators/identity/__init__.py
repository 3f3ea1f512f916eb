"""시험용 간편인증: an OpenID Connect provider (`published`: Core 1.0, Discovery 1.0, PKCE RFC 7636, RP-Initiated Logout 1.0)."""
