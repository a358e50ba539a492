"""The first walk from the centre to every region: one announcement, every site says it."""

import json
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from support.servers import RunningServer


def regional_sites(server: RunningServer) -> dict[str, str]:
    """Slug of the site by code, for the 514 regencies and cities."""
    listed = server.selaras("institutions", "list", "--json")
    rows = [json.loads(line) for line in listed.stdout.splitlines()]
    return {row["region"]: row["slug"] for row in rows if "." in row["region"]}


def document(values: dict[str, str]) -> str:
    rows = "\n".join(f'    "{code}": {value}' for code, value in values.items())
    return (
        "selaras: announcement/1\nkey: uji-rambat\ntopic: siaga-musim-hujan\nspeaker: bnpb\n"
        "title: Uji rambat (data peragaan)\nsummary: Uji perambatan nilai ke semua situs.\n"
        "instrument: Keputusan uji rambat (data peragaan)\n"
        f"facts:\n  siaga.posko:\n{rows}\n...\n"
    )


def test_an_announcement_for_514_regions_stands_on_every_site_a_second_later(
    demonstration_server: RunningServer, tmp_path: Path
) -> None:
    server = demonstration_server
    sites = regional_sites(server)
    assert len(sites) == 514
    wanted = {code: str(70_000 + place) for place, code in enumerate(sites)}
    file = tmp_path / "pengumuman.yaml"
    file.write_text(document(wanted), encoding="utf-8")

    published = server.selaras("announce", str(file), "--json")
    assert published.returncode == 0, published.stderr
    assert json.loads(published.stdout)["created"] is True
    time.sleep(1)

    def shown(code: str) -> bool:
        status, body = server.get(sites[code])
        value = f"{int(wanted[code]):,}".replace(",", ".") + " posko"
        return status == 200 and value in body

    with ThreadPoolExecutor(4) as pool:
        wrong = [
            code for code, right in zip(sites, pool.map(shown, sites), strict=True) if not right
        ]
    assert wrong == []

    again = server.selaras("announce", str(file), "--json")
    assert json.loads(again.stdout)["created"] is False
    history = server.selaras("facts", "history", "siaga.posko", "--region", "32.73", "--json")
    values = [entry["value"] for entry in json.loads(history.stdout)]
    assert values[-1] == wanted["32.73"]
    assert len(values) == 2
    assert values[0] != wanted["32.73"]
