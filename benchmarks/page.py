"""`page`: an affair's page for anyone, from the page cache, against nginx serving the same bytes.

As a browser asks for it (brotli), eight connections, rounds in turn. Also the answer 304, the same
page uncompressed, and what the page costs when it has to be drawn.
"""

from dataclasses import dataclass
from statistics import median
from time import perf_counter

from benchmarks.client import Client
from benchmarks.figures import Figure, Result, at_least
from benchmarks.installation import installation
from benchmarks.nginx import serving
from benchmarks.places import workshop
from benchmarks.rounds import interleaved, median_ratio
from benchmarks.wrk import WRK, Pace, load

PATH = "/services/mail-order-report"
BROWSER = {"Accept-Encoding": "gzip, deflate, br"}
CONNECTIONS = 8
WORKERS = 2
DRAWINGS = 30


@dataclass(frozen=True)
class Size:
    rounds: int
    seconds: float


FULL = Size(rounds=5, seconds=3)
QUICK = Size(rounds=1, seconds=1)


def measure(*, quick: bool) -> Result:
    size = QUICK if quick else FULL
    notes = (
        [] if WRK.is_here() else ["wrk가 없어 부하를 만드는 쪽이 한도입니다. 비율은 실제보다 1에 가깝습니다."]
    )
    with (
        workshop("page") as folder,
        installation(folder / "state", settings={"EOK_WORKERS": str(WORKERS)}) as house,
    ):
        with Client(house.url) as client:
            answer = client.get(PATH, BROWSER)
            etag = {**BROWSER, "If-None-Match": answer.header("etag")}
            drawn = _drawn(client)
        with serving(folder / "nginx", answer, WORKERS) as nginx:

            def pace(url: str, path: str, headers: dict[str, str]) -> Pace:
                return load(url, path, headers, connections=CONNECTIONS, seconds=size.seconds)

            found = interleaved(
                size.rounds,
                {
                    "eok": lambda: pace(house.url, PATH, BROWSER),
                    "nginx": lambda: pace(nginx, "/page", BROWSER),
                    "unchanged": lambda: pace(house.url, PATH, etag),
                },
            )
    return Result("page", (*_figures(found), *_sizes(len(answer.body), drawn)), tuple(notes))


def _drawn(client: Client) -> float:
    """Median milliseconds of a page that may not come from the cache: a parameter nobody knows."""
    took = []
    for number in range(DRAWINGS):
        began = perf_counter()
        client.get(f"{PATH}?bench={number}", BROWSER)
        took.append(perf_counter() - began)
    return median(took) * 1000


def _figures(found: dict[str, list[Pace]]) -> tuple[Figure, ...]:
    rates = {side: [pace.rate for pace in paces] for side, paces in found.items()}
    p99 = median(pace.p99_ms for pace in found["eok"])
    errors = sum(pace.errors for paces in found.values() for pace in paces)
    ratio = median_ratio(rates["eok"], rates["nginx"])
    return (
        Figure("eok_per_second", "민원 안내 쪽, 로그인 없이", median(rates["eok"]), "쪽/초"),
        Figure("nginx_per_second", "nginx, 같은 바이트", median(rates["nginx"]), "쪽/초"),
        Figure("ratio_to_nginx", "nginx의 몇 배", ratio, "배", at_least(0.40)),
        Figure(
            "unchanged_ratio",
            "바뀌지 않음(304), 새로 주는 것의 몇 배",
            median_ratio(rates["unchanged"], rates["eok"]),
            "배",
        ),
        Figure("eok_p99", "p99", p99, "ms"),
        Figure("errors", "잘못된 답", errors, "건"),
    )


def _sizes(size: int, drawn: float) -> tuple[Figure, ...]:
    return (
        Figure("page_bytes", "쪽의 크기(brotli)", size, "바이트"),
        Figure("drawn_ms", "저장하지 않은 쪽 하나", drawn, "ms"),
    )
