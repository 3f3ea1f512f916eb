"""What every room stands on: time, errors, keys, events, the outbox, the database's lock queue.

Knows nothing of civil affairs. Begin with `events.py` and `outbox/`: together they are how one room
makes another act. Law served: none directly; durability and privacy rules of the house live here.
"""
