"""Trees, proofs and their verification are those of RFC 9162."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.ledger.proof.hashing import (
    EMPTY,
    Frontier,
    Place,
    consistency,
    hash_of,
    inclusion,
    is_consistent,
    leaf_hash,
    root_from,
)

ENTRIES = 10_000
# The leaves and roots that implementations of RFC 6962 and 9162 are compared by.
LEAVES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657",
          "606162636465666768696a6b6c6d6e6f"]  # fmt: skip
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


class Grown:
    """A tree with all of its nodes, and its root at each size."""

    def __init__(self, leaves: list[bytes]) -> None:
        self.nodes: dict[Place, bytes] = {}
        self.roots = [EMPTY]
        tree = Frontier()
        for leaf in leaves:
            self.nodes |= dict(tree.add(leaf))
            self.roots.append(tree.root())

    def inclusion(self, index: int, size: int) -> list[bytes]:
        return [hash_of(span, self.nodes) for span in inclusion(index, size)]

    def consistency(self, first: int, second: int) -> list[bytes]:
        return [hash_of(span, self.nodes) for span in consistency(first, second)]


def grown(size: int) -> Grown:
    return Grown([leaf_hash(str(number).encode()) for number in range(size)])


@pytest.fixture(scope="module")
def large() -> Grown:
    return grown(ENTRIES)


def test_the_known_leaves_have_the_known_roots() -> None:
    tree = Grown([leaf_hash(bytes.fromhex(leaf)) for leaf in LEAVES])
    assert tree.roots[0] == EMPTY == sha256(b"").digest()
    assert [root.hex() for root in tree.roots[1:]] == ROOTS


def test_every_earlier_size_is_proved_to_be_the_beginning_of_ten_thousand(large: Grown) -> None:
    last = large.roots[ENTRIES]
    for first in range(1, ENTRIES + 1):
        path = large.consistency(first, ENTRIES)
        assert len(path) <= 15
        assert is_consistent(first, ENTRIES, large.roots[first], last, path), first


def test_a_tree_that_was_rewritten_is_the_beginning_of_none(large: Grown) -> None:
    last = large.roots[ENTRIES]
    for first in range(1, ENTRIES, 97):
        path = large.consistency(first, ENTRIES)
        assert not is_consistent(first, ENTRIES, sha256(b"other").digest(), last, path)
        assert not is_consistent(first, ENTRIES, large.roots[first], large.roots[first], path)
        assert not is_consistent(first, ENTRIES, large.roots[first - 1], last, path)
        assert not is_consistent(first, ENTRIES, large.roots[first], last, path[:-1])
        assert not is_consistent(first, ENTRIES, large.roots[first], last, [*path, last])


@given(st.integers(1, 70), st.data())
def test_a_leaf_is_proved_at_its_own_place_and_at_no_other(size: int, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, size - 1))
    tree, leaf = grown(size), leaf_hash(str(index).encode())
    path = tree.inclusion(index, size)
    assert root_from(leaf, index, size, path) == tree.roots[size]
    other = data.draw(st.integers(0, size - 1).filter(lambda found: found != index) if size > 1
                      else st.just(1))  # fmt: skip
    assert root_from(leaf, other, size, path) != tree.roots[size]
    assert root_from(leaf_hash(b"other"), index, size, path) != tree.roots[size]
    for spoiled in (path[:-1], [*path, EMPTY], [EMPTY, *path[1:]]):
        if spoiled != path:
            assert root_from(leaf, index, size, spoiled) != tree.roots[size]


@given(st.integers(1, 120), st.integers(1, 120))
def test_two_sizes_are_consistent_and_the_path_is_needed(first: int, second: int) -> None:
    first, second = sorted((first, second))
    tree = grown(second)
    path = tree.consistency(first, second)
    assert is_consistent(first, second, tree.roots[first], tree.roots[second], path)
    for number in range(len(path)):
        spoiled = [*path[:number], EMPTY, *path[number + 1 :]]
        assert not is_consistent(first, second, tree.roots[first], tree.roots[second], spoiled)


@pytest.mark.parametrize(("index", "size"), [(0, 0), (5, 5), (-1, 5)])
def test_there_is_no_proof_of_a_leaf_that_is_not_there(index: int, size: int) -> None:
    with pytest.raises(ValueError, match="no leaf"):
        inclusion(index, size)
    assert root_from(EMPTY, index, size, []) is None


@pytest.mark.parametrize(("first", "second"), [(0, 3), (4, 3), (-1, 3)])
def test_there_is_no_proof_of_sizes_that_are_none(first: int, second: int) -> None:
    with pytest.raises(ValueError, match="no tree"):
        consistency(first, second)
    assert not is_consistent(first, second, EMPTY, EMPTY, [])
