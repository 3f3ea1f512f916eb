"""`python -m simulators.tax_office --port P --callback-url URL`."""

import sys

from simulators.server import run
from simulators.tax_office.office import Office

sys.exit(run(Office, "tax_office", callback_path="/payments/tax-office/callback/"))
