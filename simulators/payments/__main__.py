"""`python -m simulators.payments --port P --callback-url URL`."""

import sys

from simulators.payments.gateway import Gateway
from simulators.server import run

sys.exit(run(Gateway, "payments", callback_path="/payments/gateway/webhook/"))
