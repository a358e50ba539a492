"""Anybody can get a proof and check it, on the page, by a program and by the script of the docs."""

import json
import re
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from selaras.announcements.models import Announcement
from selaras.announcements.tests.telling import take_back, tell
from selaras.ledger.proof.sequencing import sequence_all
from selaras.ledger.proof.verifying import verify
from selaras.ledger.tests.proving import logged
from selaras.portal.proof.page import SCRIPT
from selaras.portal.tests.asking import get, queries_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
DOCS = Path(__file__).resolve().parents[4] / "docs/how-to/verify.md"
KEYS = "/.well-known/selaras-keys.json"


@pytest.fixture(autouse=True)
def keys_of_the_test(settings: Any, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path


def announced(**fields: Any) -> Announcement:
    made = tell({"32.73": "merah"}, **fields)
    sequence_all()
    return made


def read(path: str) -> Any:
    status, body = get(path)
    assert status == 200, (path, body)
    return json.loads(body)


def kinds(path: str) -> list[str]:
    told = verify(read(path), read(KEYS))
    return [leaf["kind"] for _, leaf in told.leaves if leaf]


def test_bundles_of_an_announcement_and_of_its_facts_verify_with_the_published_keys() -> None:
    made = announced()
    assert kinds(f"/bukti/pengumuman/{made.slug}.json") == ["announcement.published"]
    (version,) = made.facts.values_list("version", flat=True)
    assert kinds(f"/bukti/fakta/{version}.json") == ["fact.stated"]
    take_back(made)
    sequence_all()
    both = ["announcement.published", "announcement.recalled"]
    assert kinds(f"/bukti/pengumuman/{made.slug}.json") == both
    assert kinds(f"/bukti/fakta/{version}.json") == ["fact.stated", "fact.ended"]


def test_the_head_is_that_of_the_log_and_earlier_sizes_are_consistent_with_it() -> None:
    announced()
    head = read("/bukti/kepala.json")
    found = read("/bukti/konsistensi.json?dari=1")
    assert found["second"]["head"] == head
    assert read(f"/bukti/konsistensi.json?dari=1&ke={head['size']}") == found
    last = read(f"/bukti/entri/{head['size'] - 1}.json")
    assert last["entries"][0]["index"] == head["size"] - 1


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/bukti/konsistensi.json", 400),
        ("/bukti/konsistensi.json?dari=0", 400),
        ("/bukti/konsistensi.json?dari=-1", 400),
        ("/bukti/konsistensi.json?dari=1&ke=x", 400),
        ("/bukti/konsistensi.json?dari=1&ke=", 400),
        ("/bukti/konsistensi.json?dari=²", 400),
        ("/bukti/konsistensi.json?dari=" + "9" * 400, 400),
        ("/bukti/konsistensi.json?dari=2&ke=1", 404),
        ("/bukti/konsistensi.json?dari=1&ke=999999999999999", 404),
        ("/bukti/entri/999999999999999.json", 404),
        ("/bukti/fakta/999999999999999.json", 404),
        ("/bukti/pengumuman/tidak-ada.json", 404),
    ],
)
def test_what_cannot_be_proved_is_refused_in_words(path: str, status: int) -> None:
    announced()
    found, body = get(path)
    assert found == status
    assert json.loads(body)["error"].endswith(".")


def test_what_is_not_numbered_yet_asks_for_a_moment() -> None:
    made = tell({"32.73": "merah"})
    answer = Client().get(f"/bukti/pengumuman/{made.slug}.json", headers={"host": "localhost"})
    assert (answer.status_code, answer["Retry-After"]) == (404, "1")
    assert "Sedang diberi nomor" in get("/bukti/", pengumuman=made.slug)[1]


def test_a_planned_announcement_and_its_facts_are_not_there() -> None:
    made = announced(at=timezone.now() + timedelta(hours=1))
    (version,) = made.facts.values_list("version", flat=True)
    assert get(f"/bukti/pengumuman/{made.slug}.json")[0] == 404
    assert get(f"/bukti/fakta/{version}.json")[0] == 404
    status, page = get("/bukti/", pengumuman=made.slug)
    assert (status, made.title in page) == (200, False)


def test_machines_of_every_website_may_ask_and_are_not_sent_the_same_twice() -> None:
    made = announced()
    path, client = f"/bukti/pengumuman/{made.slug}.json", Client(headers={"host": "localhost"})
    answer = client.get(path)
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert client.get(path, headers={"if-none-match": answer["ETag"]}).status_code == 304
    assert Client(headers={"host": "bnpb.localhost"}).get(path).status_code == 404


def test_the_page_shows_the_head_and_the_entries_of_an_announcement() -> None:
    made = announced()
    page = get(f"/pengumuman/{made.slug}/")[1]
    assert f'data-proof="/bukti/pengumuman/{made.slug}.json"' in page
    for typed in (made.slug, made.url, f"/en/pengumuman/{made.slug}/?a=1#b"):
        status, found = get("/bukti/", pengumuman=typed)
        assert (status, made.title in found) == (200, True), typed
    index = read(f"/bukti/pengumuman/{made.slug}.json")["entries"][0]["index"]
    assert f"Entri {index}" in found.replace(".", "")
    assert read("/bukti/kepala.json")["root"] in found


@pytest.mark.parametrize("typed", ["tidak-ada", "///", "<script>", "x" * 5000, "\0", "é"])
def test_an_announcement_that_nobody_knows_is_told_kindly(typed: str) -> None:
    status, page = get("/bukti/", pengumuman=typed)
    assert status == 200
    assert "Tidak ada pengumuman di alamat itu" in page


def test_the_page_costs_the_same_for_a_longer_log() -> None:
    made = announced()
    path = f"/bukti/?pengumuman={made.slug}"
    few = queries_of(path)
    logged(70)
    assert queries_of(path) == few


def test_the_script_of_the_documentation_verifies_a_bundle_and_refuses_a_forged_one(
    tmp_path: Path,
) -> None:
    (script,) = re.findall(r"```python\n(.+?)```", DOCS.read_text("utf-8"), re.S)
    assert script == SCRIPT.read_text("utf-8")
    made = announced()
    bundle = read(f"/bukti/pengumuman/{made.slug}.json")
    for name, content in {"kunci": read(KEYS), "bukti": bundle}.items():
        (tmp_path / name).write_text(json.dumps(content))
    bundle["entries"][0]["leaf"]["data"]["title"] = "Judul lain"
    (tmp_path / "palsu").write_text(json.dumps(bundle))

    def run(name: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", script, name, "kunci"],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )

    good, forged = run("bukti"), run("palsu")
    assert (good.returncode, "announcement.published" in good.stdout) == (0, True), good.stderr
    assert (forged.returncode, "AssertionError" in forged.stderr) == (1, True)
