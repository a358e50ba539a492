"""How much is tried: in CI every combination, for a change that is tried at home enough of them."""

import os

EVERYTHING = bool(os.environ.get("TEST_EVERYTHING"))
