"""The command `selaras page`."""

from datetime import datetime
from pathlib import Path

import click

from selaras.common.errors import Refused
from selaras.pages.past.finding import Asked, find, moment_words, period_words, read_address
from selaras.pages.past.moments import past_moment
from selaras.pages.past.rendering import Rendered, render_at


@click.command()
@click.argument("url")
@click.option("--at", "at_text", required=True, help="When: a date, or an ISO time.")
@click.option("--known-at", "known_text", help="Facts as known then. Default: as at --at.")
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="Write the page to a file."
)
def page(url: str, at_text: str, known_text: str | None, out: Path | None) -> None:
    """Print the page at URL as the public saw it at a moment.

    A time without a zone is read in the zone of the institution. What is not as it was then is
    told on standard error.
    """
    address = read_address(url)
    region = address.institution.region
    at = past_moment(at_text, region)
    known_at = past_moment(known_text, region) if known_text else at
    asked = find(address, at)
    rendered = render_at(asked, at=at, known_at=known_at)
    _hand_over(rendered.content, out)
    for line in comments(asked, rendered, at=at, known_at=known_at):
        click.echo(f"# {line}", err=True)


def comments(asked: Asked, rendered: Rendered, *, at: datetime, known_at: datetime) -> list[str]:
    """What was found, and what of it cannot be as it was."""
    row, institution = asked.publication, asked.institution
    revision = f", revisi {row.revision}" if row.revision else ""
    said = [
        f"Seperti terlihat pada {moment_words(at, institution)}: halaman {row.page_id}{revision}.",
        f"Terlihat publik: {period_words(row, institution)}.",
    ]
    if known_at != at:
        said.append(f"Fakta menurut pengetahuan pada {moment_words(known_at, institution)}.")
    said += asked.notes
    if row.reconstructed:
        said.append("Awal masa ini disusun dari waktu terbit halaman; pencatatan belum ada.")
    if row.host != institution.host:
        said.append(f"Alamat situs saat itu {row.host}; tautan memakai {institution.host}.")
    said.append(
        "Tidak direkonstruksi: rancangan dari rilis lain, profil situs (warna, lambang, kontak, "
        "kanal), nama instansi dan topik, gambar yang diganti. Semuanya seperti sekarang."
    )
    said += [f"Sudah dihapus sejak saat itu: {name}." for name in rendered.missing]
    return said


def _hand_over(content: bytes, out: Path | None) -> None:
    if out is None:
        click.echo(content, nl=False)
        return
    try:
        out.write_bytes(content)
    except OSError as error:
        problem = f"{out} tidak dapat ditulis: {error.strerror}."
        raise Refused(problem, "Pilih berkas di folder yang ada.") from None
