"""시험용 문자함: takes messages as a gateway would and shows them (`assumed` protocol).

A number's last two digits make it fail: 91 late, 92 error, 93 taken but not answered, 94 no such number,
95 taken and not delivered.
"""
