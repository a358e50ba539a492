"""Keys are made once, rotate, and never leave their file."""

from base64 import urlsafe_b64decode
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.core.checks import run_checks

from selaras.ledger.clock import tick
from selaras.ledger.models import AuditEntry, LogEntry, TreeHead
from selaras.ledger.proof import keys
from selaras.ledger.proof.bundles import bundle_of_number
from selaras.ledger.proof.sequencing import sequence_all
from selaras.ledger.proof.verifying import verify
from selaras.ledger.proof_cli import proof
from selaras.ledger.tests.acting import act
from selaras.ledger.tests.proving import fault, logged, size

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]


@pytest.fixture(autouse=True)
def folder(data_dir: Path) -> Path:
    return data_dir / "keys"


def found_by_checks() -> list[str]:
    found = run_checks(include_deployment_checks=True, databases=["default"])
    return [one.hint or "" for one in found if one.id == "ledger.E002"]


def test_a_key_is_named_by_its_thumbprint() -> None:
    """The example of RFC 8037, appendix A.3."""
    public = urlsafe_b64decode("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo=")
    assert keys.thumbprint(public) == "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"


def test_the_first_head_makes_a_key_that_only_its_owner_reads(folder: Path) -> None:
    assert not folder.exists()
    logged(1)
    (file,) = folder.iterdir()
    assert (file.stat().st_mode & 0o777, folder.stat().st_mode & 0o777) == (0o600, 0o700)
    (told,) = keys.key_set()["keys"]
    assert file.name == f"proof-{told['kid']}.pem"
    assert (told["kty"], told["crv"], told["valid_to"]) == ("OKP", "Ed25519", None)
    logged(1)
    assert len([*folder.iterdir()]) == 1


def test_after_a_rotation_old_bundles_still_verify_and_the_new_key_signs() -> None:
    number = logged(2)
    old = bundle_of_number(number, keys="")
    done = CliRunner().invoke(proof, ["rotate"])
    assert done.exit_code == 0, done.output
    sequence_all()
    new = bundle_of_number(number, keys="")
    assert old is not None
    assert new is not None
    known = keys.key_set()
    assert [one["valid_to"] is None for one in known["keys"]] == [True, False]
    assert verify(old, known).kid == known["keys"][1]["kid"]
    assert verify(new, known).kid == known["keys"][0]["kid"]
    assert known["keys"][0]["kid"] in done.output
    assert AuditEntry.objects.get(action="proof.rotate").object_id == known["keys"][0]["kid"]
    assert fault() is None


@pytest.mark.parametrize("damage", ["lost", "cut", "another"])
def test_without_its_key_nothing_is_numbered_nothing_is_lost_and_the_check_says_so(
    damage: str, folder: Path
) -> None:
    logged(1)
    assert found_by_checks() == []
    (file,) = folder.iterdir()
    whole = file.read_bytes()
    if damage == "lost":
        file.unlink()
    elif damage == "cut":
        file.write_bytes(whole[:40])
    else:
        keys._keep(folder / "lain.pem", keys.Ed25519PrivateKey.generate())
        file.write_bytes((folder / "lain.pem").read_bytes())
    act()
    before = size()
    tick()
    assert (size(), LogEntry.objects.filter(number=None).count()) == (before, 1)
    assert "selaras proof rotate" in found_by_checks()[0]
    file.write_bytes(whole)
    tick()
    assert (size(), found_by_checks()) == (before + 1, [])


def test_a_lost_key_can_be_replaced(folder: Path) -> None:
    logged(1)
    (file,) = folder.iterdir()
    file.unlink()
    assert CliRunner().invoke(proof, ["rotate"]).exit_code == 0
    tick()
    assert not LogEntry.objects.filter(number=None).exists()
    assert TreeHead.objects.values("kid").distinct().count() == 2
    assert found_by_checks() == []
