"""`python -m simulators.building_register --port P`."""

import sys

from simulators.building_register.service import Service
from simulators.server import run

sys.exit(run(Service, "building_register"))
