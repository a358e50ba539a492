"""Whatever a client says of encodings, it can read what it is given."""

import pytest

from selaras.delivery.encodings import encoding_for


@pytest.mark.parametrize(
    ("accepted", "chosen"),
    [
        ("", ""), ("gzip, deflate, br", "br"), ("gzip", "gzip"), ("GZIP;q=0.5, BR;q=0.4", "gzip"),
        ("br;q=0, gzip", "gzip"), ("identity", ""), ("*", "br"), ("*;q=0", ""), ("br;q=x", ""),
        ("br;q=2", ""), ("gzip;q", ""), (";;;,,,", ""), ("br" * 9_000, ""), ("zstd", ""),
        ("br;q=0.0, *;q=0.1", "gzip"),
    ],
)  # fmt: skip
def test_the_best_that_is_accepted_is_chosen(accepted: str, chosen: str) -> None:
    assert encoding_for(accepted) == chosen
