"""The frame of every page a simulator shows: 시험용 first, the protocol's grade last, readable at 360 px.

Works by keyboard and without scripts; sizes and contrast are those of the portal (targets 44 px, text 17 px).
"""

from datetime import date
from html import escape

WEEKDAYS = "월화수목금토일"

GRADES = {
    "published": "공개된 규격(published)을 따릅니다.",
    "assumed": "규격이 공개되지 않아 가정한(assumed) 것입니다.",
}

STYLE = """
*{box-sizing:border-box}
body{margin:0;font:17px/1.6 'Pretendard GOV',system-ui,sans-serif;color:#1e2124;background:#fff;word-break:keep-all;
overflow-wrap:anywhere}
.mast{background:#f4f5f6;padding:8px 16px}
.mast strong{background:#ffe0a3;color:#1e2124;padding:2px 8px;border-radius:4px;margin-right:8px}
main{max-width:640px;margin:0 auto;padding:24px 16px 64px}
h1{font-size:28px;line-height:1.4;margin:0 0 16px}
h2{font-size:22px;margin:40px 0 12px}
.lead{font-size:19px}
.people{list-style:none;margin:0;padding:0;display:grid;gap:8px}
button,.button{font:inherit;min-height:56px;padding:10px 20px;border-radius:8px;border:1px solid #58616a;
background:#fff;color:#1e2124;cursor:pointer;text-decoration:none;display:inline-block}
.people button{width:100%;text-align:left}
.people small{display:block;font-size:17px;color:#464c53}
.whole{white-space:nowrap}
.main{background:#256ef4;border-color:#256ef4;color:#fff;font-weight:700}
button:hover,.button:hover{outline:2px solid #256ef4}
:focus-visible{outline:3px solid #256ef4;outline-offset:3px}
label,legend{display:block;font-weight:700;margin-top:16px}
input,select{font:inherit;width:100%;min-height:56px;padding:8px 16px;border:1px solid #58616a;border-radius:8px;
background:#fff;color:#1e2124}
input[aria-invalid]{border:2px solid #bd2c0f}
.hint{color:#464c53;margin:0 0 4px}
.error{color:#bd2c0f;margin:4px 0 0}
.summary{border:2px solid #bd2c0f;border-radius:12px;padding:16px;margin:0 0 24px}
.actions{display:flex;flex-wrap:wrap;gap:8px;margin-top:24px}
.note{background:#f4f5f6;border-radius:12px;padding:16px;margin:16px 0}
.digits{font:700 24px/1.5 ui-monospace,monospace;letter-spacing:.04em}
dl{display:grid;grid-template-columns:minmax(7em,auto) 1fr;gap:8px 16px;margin:16px 0}
dt{color:#464c53}dd{margin:0;font-weight:700}
article{border:1px solid #cdd1d5;border-radius:12px;padding:16px;margin:8px 0}
article p{margin:4px 0;white-space:pre-line}
a{color:#0b50d0}
footer{border-top:1px solid #cdd1d5;padding:16px;color:#464c53;text-align:center}
"""


def frame(title: str, protocol: str, body: str) -> str:
    """A whole page. `title` is plain text; `body` is HTML whose values are escaped already."""
    return (
        '<!doctype html><html lang="ko"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)} (시험용)</title><style>{STYLE}</style></head><body>"
        '<header class="mast"><strong>시험용</strong>연습용 모의 시스템이에요. 실제 기관이 아니에요.</header>'
        f"<main>{body}</main>"
        f"<footer>시험용 모의 시스템 · {GRADES[protocol]}</footer></body></html>"
    )


def rows(pairs: list[tuple[str, str]]) -> str:
    """A definition list of plain values."""
    return "<dl>" + "".join(f"<dt>{escape(k)}</dt><dd>{escape(v)}</dd>" for k, v in pairs) + "</dl>"


def day(instant: date) -> str:
    """2026년 11월 23일(월)."""
    return f"{instant.year}년 {instant.month}월 {instant.day}일({WEEKDAYS[instant.weekday()]})"


def choice(name: str, label: str, words: dict[str, str], current: str) -> str:
    """A labelled select."""
    options = "".join(
        f'<option value="{escape(key)}"{" selected" if key == current else ""}>{escape(word)}</option>'
        for key, word in words.items()
    )
    return f'<label for="{name}">{escape(label)}</label><select id="{name}" name="{name}">{options}</select>'
