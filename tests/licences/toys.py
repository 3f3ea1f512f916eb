"""Toy affairs, one for each effect a grant may have on an entry: made up, not of any law."""

from pathlib import Path

TOY = """
id: toy-{effect}
name: 지어낸 {label} 신고
summary: 대장에 적히는지 보려고 지어낸 민원이에요.
kind: report
law:
  - {{text: 지어낸 민원, source: {{grade: 미확인}}}}
who: {{text: 아무나, source: {{grade: 미확인}}}}
when: {{text: 언제나, source: {{grade: 미확인}}}}
office: sanitation
processing_period: {{value: 3, unit: days, source: {{grade: 미확인}}}}
fee: {{won: 0, source: {{grade: 미확인}}}}
form:
  law: 지어낸 규칙
  number: 별지 제1호서식
  title: 지어낸 신고서
  source: {{grade: 미확인}}
  declaration: 위와 같이 신고합니다.
  pages:
    - id: licence
      step: 내용
      title: 어느 영업인가요?
      questions:
        - {{id: who, type: person_name, label: 이름, official: 성명, prefill: identity.name, privacy: personal}}
        - {{id: number, type: licence_no, label: 번호, official: 번호, max_length: 40}}
        - {{id: renamed, type: yes_no, label: 상호가 바뀌었나요, official: 상호 변경}}
        - {{id: shop, type: text, label: 새 상호, official: 상호, when: answers.renamed}}
register:
  register: food-business
  effect: {effect}
  names: {{licence_no: number, name: shop}}
result: 알림
"""


def write(data: Path, *effects: str) -> None:
    """A file for each effect, in a copy of the data folder."""
    for effect in effects:
        text = TOY.format(effect=effect, label=effect)
        (data / "services" / "food" / f"toy-{effect}.yaml").write_text(text, encoding="utf-8")
