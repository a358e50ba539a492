"""The file of keys holds those that sign the log, and puts them back where they belong."""

import json
from pathlib import Path
from typing import Any

import pytest

from selaras.config.backup.errors import WrongKeys
from selaras.config.backup.keys import install_keys, read_keys, write_keys
from selaras.ledger.proof import keys


def test_signing_keys_are_kept_and_restored_for_their_owner_alone(
    settings: Any, tmp_path: Path
) -> None:
    settings.DATA_DIR = tmp_path / "lama"
    kid = "a" * 43
    keys._keep(keys.file_of(kid), keys.Ed25519PrivateKey.generate())
    kept = tmp_path / "kunci"
    write_keys(kept)
    assert kept.stat().st_mode & 0o777 == 0o600
    restored = tmp_path / "baru"
    restored.mkdir()
    install_keys(restored, read_keys(kept), demonstration=False)
    file = restored / "keys" / keys.file_of(kid).name
    assert file.read_bytes() == keys.file_of(kid).read_bytes()
    assert (file.stat().st_mode & 0o777, file.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_a_file_of_keys_of_before_the_log_still_restores(tmp_path: Path) -> None:
    kept = tmp_path / "kunci"
    kept.write_text(json.dumps({"kind": "selaras-keys", "secret_key": "rahasia"}))
    install_keys(tmp_path, read_keys(kept), demonstration=True)
    assert not (tmp_path / "keys").exists()


@pytest.mark.parametrize("signing", [{"../../x.pem": ""}, {"selaras.env": ""}, ["x"], 7])
def test_a_file_of_keys_that_was_tampered_with_is_refused(signing: Any, tmp_path: Path) -> None:
    kept = tmp_path / "kunci"
    said = {"kind": "selaras-keys", "secret_key": "rahasia", "signing": signing}
    kept.write_text(json.dumps(said))
    with pytest.raises(WrongKeys):
        read_keys(kept)
