"""The vocabulary of the documents, and the sentences that they are made of."""

import json
import os
import random
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any

import yaml

from selaras import demonstration
from selaras.institutions.shipped import shipped_places
from selaras.language.searching.stems import roots

VOCABULARY = 200_000  # different words, most of which are rare
_SHIFT = 2.7  # of Zipf and Mandelbrot: the nth word is drawn as 1 / (n + 2.7)
_AFFIXES = ("me{}kan", "di{}", "ber{}", "pe{}an", "ke{}an", "{}nya", "{}an", "se{}", "di{}kan")
_SYLLABLES = tuple(first + vowel for first in "bcdghjklmnprstwy" for vowel in "aeiou")
_CHOICE = re.compile(r"\{pilih:([^{}|]*)[^{}]*\}")
_PLACE = re.compile(r"\{[^{}]*\}")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_MARKUP = re.compile(r"<[^<>]*>|https?://\S+")
_FEWEST = 5


@cache
def sentences() -> tuple[tuple[str, ...], ...]:
    """Words of every sentence that the demonstration's articles have, each once."""
    found: dict[tuple[str, ...], None] = {}
    for text in _seeds():
        plain = _MARKUP.sub(" ", _PLACE.sub("Sukamaju", _CHOICE.sub(r"\1", text)))
        for sentence in _SENTENCE.split(plain):
            words = tuple(sentence.split())
            if len(words) >= _FEWEST:
                found[words] = None
    return tuple(found)


def _seeds() -> Iterator[str]:
    """Other texts may be named: a file with an object on each line, its text in `body`."""
    if other := os.environ.get("SELARAS_BENCH_SEEDS"):
        for line in Path(other).read_text(encoding="utf-8").splitlines():
            yield json.loads(line)["body"]
        return
    folder = Path(demonstration.__file__).parent / "content"
    for file in sorted(folder.rglob("*.yaml")):
        yield from _texts(yaml.safe_load(file.read_text(encoding="utf-8")))


def _texts(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for one in node.values():
            yield from _texts(one)
    elif isinstance(node, list):
        for one in node:
            yield from _texts(one)


@cache
def vocabulary() -> tuple[list[str], list[float]]:
    """Words, the most frequent first, with their frequencies added up."""
    found: dict[str, None] = {}
    for word in _ranked():
        found[word] = None
        if len(found) == VOCABULARY:
            break
    words = list(found)
    return words, list(accumulate(1 / (rank + _SHIFT) for rank in range(len(words))))


def _ranked() -> Iterator[str]:
    """What our sentences say most, then roots, inflected words, places, and invented names."""
    chance = random.Random(8)  # noqa: S311 the same words each time
    told = Counter(word.strip('.,:;!?()"').lower() for one in sentences() for word in one)
    known = [word for word, _ in told.most_common() if word.isalpha()]
    other = sorted(roots()) + [name.split()[-1].lower() for name in place_names()]
    chance.shuffle(other)
    inflected = [affix.format(word) for word in (*known, *other) for affix in _AFFIXES]
    chance.shuffle(inflected)
    yield from (*known, *other, *inflected)
    while True:
        yield "".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4)))


@cache
def place_names() -> tuple[str, ...]:
    return tuple(one.name for one in shipped_places())
