"""One voice: what a ministry pastes, has approved and plans is true on every site at its second.

Nothing runs in the background of this server: what is read follows the clock alone.
"""

import json
import re
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page, expect

from support.servers import RunningServer
from support.signing_in import people_at

JAKARTA = ZoneInfo("Asia/Jakarta")
AHEAD = timedelta(seconds=90)  # for submitting, signing in and approving
SAMPLE = 12
PASTE = """(text) => {
  const zone = document.querySelector('#grid-text'), data = new DataTransfer();
  data.setData('text/plain', text);
  zone.focus();
  const options = {clipboardData: data, bubbles: true, cancelable: true};
  zone.dispatchEvent(new ClipboardEvent('paste', options));
}"""


@pytest.fixture
def enter(
    chromium: Browser, server_without_worker: RunningServer
) -> Iterator[Callable[[str], Page]]:
    with people_at(server_without_worker, chromium) as enter:
        yield enter


def regional_sites(server: RunningServer) -> dict[str, str]:
    """Slug of the site by code, for the 514 regencies and cities."""
    listed = server.selaras("institutions", "list", "--json")
    rows = [json.loads(line) for line in listed.stdout.splitlines()]
    return {row["region"]: row["slug"] for row in rows if "." in row["region"]}


def written(page: Page, server: RunningServer, wanted: dict[str, str]) -> datetime:
    """The author's part: from an empty manuscript to one that waits. Returns its second."""
    page.goto(server.url("redaksi", "/admin/umumkan/baru/"))
    page.locator("input[name=topic][value='siaga-musim-hujan']").check()
    page.get_by_role("button", name="Mulai menulis").click()
    page.fill("#id_title", "Posko siaga ditambah (data peragaan)")
    page.fill("#id_summary", "Jumlah posko siaga di tiap wilayah diperbarui.")
    page.fill("#id_messages_1", "Datangi posko terdekat.")
    page.fill("#id_instrument", "Keputusan uji rambat (data peragaan)")
    page.evaluate(PASTE, "kode\tPosko siaga\n" + "".join(f"{c}\t{n}\n" for c, n in wanted.items()))
    expect(page.locator("[data-grid-tally]")).to_contain_text("514 nilai", timeout=60_000)
    second = (datetime.now(UTC) + AHEAD).replace(microsecond=0)
    local = second.astimezone(JAKARTA)
    page.locator("input[name=when][value=later]").check()
    page.fill("#id_live_day", f"{local:%Y-%m-%d}")
    page.fill("#id_live_time", f"{local:%H:%M:%S}")
    page.get_by_role("button", name="Simpan dan periksa").first.click()
    expect(page.locator("#periksa .ms-tally")).to_contain_text("514 nilai")
    expect(page.locator("#periksa")).to_contain_text("Sebelumnya")
    page.get_by_role("button", name="Ajukan untuk disetujui").click()
    expect(page.locator(".ms-state").first).to_have_text("Sedang ditinjau")
    return second


def approved(page: Page) -> None:
    """Another person finds it in her inbox, sees what will change, and approves it."""
    page.get_by_role("link", name=re.compile("Posko siaga ditambah")).first.click()
    expect(page.locator("#periksa .ms-tally")).to_contain_text("514 nilai")
    page.get_by_role("button", name="Setujui dan jadwalkan").click()
    expect(page.get_by_text(re.compile("[Tt]erjadwal")).first).to_be_visible()


def test_what_514_regions_are_told_is_planned_and_stands_on_every_site_at_its_second(
    server_without_worker: RunningServer, enter: Callable[[str], Page]
) -> None:
    server = server_without_worker
    sites = regional_sites(server)
    assert len(sites) == 514
    wanted = {code: f"{70_000 + place}" for place, code in enumerate(sites)}

    def shown(code: str) -> bool:
        status, body = server.get(sites[code])
        return status == 200 and f"{int(wanted[code]):,}".replace(",", ".") + " posko" in body

    author, approver = enter("penyusun-bnpb"), enter("penyetuju-bnpb")
    second = written(author, server, wanted)
    approver.reload()
    approved(approver)
    assert datetime.now(UTC) < second - timedelta(seconds=5), "too slow to be planned ahead"

    codes = list(sites)
    while datetime.now(UTC) < second - timedelta(seconds=1):
        assert not any(shown(code) for code in codes[:3])
        time.sleep(0.2)
    assert datetime.now(UTC) < second
    time.sleep((second - datetime.now(UTC)).total_seconds())
    assert [code for code in codes[:SAMPLE] if not shown(code)] == []
    with ThreadPoolExecutor(4) as pool:
        right = pool.map(shown, codes)
        assert [code for code, stands in zip(codes, right, strict=True) if not stands] == []
    listed = server.get("localhost", "/pengumuman/")[1]
    assert "Posko siaga ditambah" in listed
