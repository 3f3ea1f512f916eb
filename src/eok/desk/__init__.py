"""업무창: the officer's pages. Dense but calm; everything by keyboard, everything also by mouse.

It only calls queries and actions. Lists show masked names; opening a case is written to the read log
before the page leaves (개인정보 보호법 시행령 §30). Begin with `urls.py`.
"""
