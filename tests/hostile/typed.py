"""What is typed, in every wrong way: strategies of hypothesis for names, values, bodies and headers."""

from hypothesis import strategies as st

PIECES = [
    "\x00", "\ud800", "\u202e", "\u200b", "\u3164", "\ufeff", "\r\n", "'", '"', "<script>", "{{7*7}}", "%00", "../", "😀", "뷁", "ﷺ",
    "-1", "0", "9" * 30, "1e999", "NaN", "2026-02-30", "010-0000-0002", "123-45-67891", "yes", "no", "person", "corporation", "on",
    "하늘상점", "a@b.c", "https://", "1985", "2", "30", "제2024-0000001호", "٣", "½", " ", "",
]  # fmt: skip
VALUE = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=4).map("".join), st.text(max_size=30),
    st.sampled_from(["가" * 5_000, "(" * 3_000, "\n" * 2_000]),
)  # fmt: skip
CONTROLS = ["do", "revision", "tab", "remove", "csrfmiddlewaretoken", "find", "back", "HX"]
DO = st.sampled_from(["next", "back", "later", "find", "stay", "file", "submit", "sign", "x", ""])
KINDS = st.sampled_from(
    [
        "application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=utf-16", "text/plain", "application/json",
        "multipart/form-data", "multipart/form-data; boundary=" + "x" * 300, "multipart/form-data; boundary=x", "", "a/b; charset=nope",
        "application/x-www-form-urlencoded; charset=\x7f",
    ]
)  # fmt: skip
HEADERS = st.dictionaries(
    st.sampled_from(["HTTP_RANGE", "HTTP_HX_REQUEST", "HTTP_ACCEPT", "HTTP_COOKIE", "HTTP_X_FORWARDED_FOR", "HTTP_REFERER", "HTTP_IF_NONE_MATCH"]),
    st.sampled_from(["bytes=0-0,5-9999999", "true", "eok_display=" + "x" * 500, "\x7f", "*/*;q=nan", "eok_session=\"", "W/\"", "::1, x"]),
    max_size=2,
)  # fmt: skip


def answers(names: list[str]) -> st.SearchStrategy[dict[str, list[str]]]:
    """A form's inputs, some of them several times, with controls and strangers among them."""
    named = st.sampled_from([*names, *CONTROLS]) | st.text(max_size=12)
    return st.dictionaries(named, st.lists(VALUE, min_size=1, max_size=3), max_size=10)
