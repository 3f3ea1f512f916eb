"""How everything looks: tokens, styles, scripts, icons, fonts, page frames and the macros of each part.

Serves the government's design system (KRDS, the npm package `krds-uiux`) and 한국형 웹 콘텐츠 접근성 지침
(KWCAG 2.2, 지능정보화 기본법). Imports only `core`. Begin reading with `page.py` (how a view renders),
`fields.py` (what a question is to a template) and the page `krds/gallery.html`, which shows every
macro in every state.
"""
