"""`python -m simulators.sms --port P`."""

import sys

from simulators.server import run
from simulators.sms.gateway import Gateway

sys.exit(run(Gateway, "sms"))
