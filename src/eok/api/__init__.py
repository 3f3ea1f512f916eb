"""api: what the pages say to everyone, as JSON under `/api/v1/`; no sign-in, no personal data.

Tells of each affair what the 처리기준표 holds (민원처리법 §36①: authority, period, papers, way of filing) with source and
grade, and answers 진위확인 (민원처리법 시행령 §30① 3호). Only reads. Begin with
`endpoints.py`: every address, what may be asked and what is answered; the views, the OpenAPI document and the page
`/api/` are all made from that table. Looks at every room further down, never at portal or desk.
Errors follow RFC 9457, the description OpenAPI 3.1.
"""
