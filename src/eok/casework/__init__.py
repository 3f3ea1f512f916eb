"""접수·처리·기간: what the office does with an application, under the clock of 민원 처리에 관한 법률.

Begin with `lifecycle.py`, the one table of states and transitions: buttons, permissions, notices and
the resident's timeline are read from it. Each verb is a file in `actions/`; every change goes through
`record.py`, which appends one event to the case's chain and recomputes the due time.
"""
