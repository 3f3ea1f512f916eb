"""`inner`: what happens inside one process of the house: a reading of the clock, a search, a certificate.

The certificate is held against its parts that can't be left out (typesetting, QR, two signatures),
timed in the same run.
"""

import json

from benchmarks.figures import Figure, Result, at_most
from benchmarks.installation import installation
from benchmarks.places import workshop

FULL, QUICK = 400, 10


def measure(*, quick: bool) -> Result:
    with workshop("inner") as folder, installation(folder) as house:
        told = json.loads(house.call("benchmarks.seeds.inner", "measure", str(QUICK if quick else FULL)))
    return Result(
        "inner",
        (
            Figure("clock_ms", "법정 기한을 한 번 셈", told["clock"], "ms", at_most(1)),
            Figure("search_p50_ms", "검색 p50 (민원사무 둘)", told["search"], "ms", at_most(1)),
            Figure("certificate_p50_ms", "신고증 한 장 p50", told["certificate"], "ms"),
            Figure("certificate_ratio", "신고증: 뺄 수 없는 부분의", told["ratio"], "배", at_most(2.5)),
            Figure("certificate_kb", "신고증 파일", told["kilobytes"], "KB"),
        ),
    )
