"""A call to a simulator as eok makes it: with the bearer token and an idempotency key."""

import httpx

from eok.linkage.shared_secret import bearer
from tests.simulators.process import SECRET, Running


def called(
    simulator: Running, method: str, path: str, body: object = None, *, key: str = "", secret: str = SECRET
) -> httpx.Response:
    headers = {"Authorization": bearer(secret)}
    if key:
        headers["Idempotency-Key"] = key
    return simulator.http.request(method, path, json=body, headers=headers)
