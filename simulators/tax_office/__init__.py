"""시험용 세무 시스템: bills for 등록면허세(면허분), a page to pay, and word of the payment (`assumed` protocol).

How the word comes is set at the control desk: once, twice, late, never, before polling shows it, forged,
or of another amount.
"""
