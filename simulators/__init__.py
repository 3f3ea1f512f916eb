"""Outside systems for development and tests: own processes, marked 시험용, started by `python -m simulators.<name>`.

Each says whether its protocol is `published` (a standard or a public interface) or `assumed` (made here,
because the real one is not public). They share nothing with `src/eok`: what they speak is written twice,
so that a mistake in one shows against the other. They refuse to start with EOK_PRODUCTION=1.
"""
