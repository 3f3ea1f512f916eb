"""시험용 전자결제: checkout, confirmation, cancelling, the list and word of it, in the shape of a `published` API.

The paths, fields, states and headers are those the documents of 토스페이먼츠's core API tell; see `gateway.py`. What goes
wrong is set at the control desk: which call, how, what the browser and the webhooks say.
"""
