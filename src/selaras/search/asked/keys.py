"""How results are named: `page:12`."""

import re

_KEY = re.compile(r"[a-z][a-z-]{0,29}:[A-Za-z0-9._-]{1,60}")


def is_key(text: str) -> bool:
    return _KEY.fullmatch(text) is not None
