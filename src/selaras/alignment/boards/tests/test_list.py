"""An institution finds what to mend in its own texts, worst first, and nobody else's."""

import csv
import io
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from selaras.alignment.boards.cards import cards_of
from selaras.alignment.boards.findings import own_findings
from selaras.alignment.boards.tests import stating
from selaras.alignment.boards.tests.stating import (
    OFFICE,
    PROVINCE,
    client_of,
    institution,
    passages,
    reasoned,
    stated,
    words,
)
from selaras.alignment.boards.words import remedies_in_words
from selaras.alignment.engine.results import Verdict
from selaras.facts.models import ChoiceValue, FactVersion
from selaras.facts.queries import fact_type
from selaras.institutions.models import Membership, Region
from selaras.ledger.models import AuditEntry
from support.people import oversee, person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
Role = Membership.Role
LIST, EXPORT = "/admin/keselarasan/", "/admin/keselarasan/ekspor/"


def writer(slug: str = OFFICE) -> Client:
    return client_of(person(f"penulis-{slug}", slug, Role.WRITER))


def exported(client: Client, path: str = EXPORT, **asked: str) -> list[dict[str, str]]:
    response = client.post(path, asked)
    assert response.status_code == 200
    lines = b"".join(response).decode()  # type: ignore[arg-type]
    return list(csv.DictReader(io.StringIO(lines.removeprefix("\ufeff")), delimiter=";"))


def test_the_worst_comes_first_then_the_surest_the_oldest_and_the_public() -> None:
    stating.mandatory()
    week_ago = timezone.now() - timedelta(days=7)
    here, draft = stating.text(), stating.text(draft=True)
    other = "siaga.posko"
    stated(Verdict.INCONSISTENT, here, passage="angka")
    stated(Verdict.PREMATURE, here, passage="belum")
    stated(Verdict.OUTDATED, here, passage="lama")
    moment = timezone.now()
    stated(of=draft, type=other, passage="draf", judged_at=moment)
    stated(of=here, type=other, passage="terbit", judged_at=moment)
    stated(of=here, type=other, passage="pekan lalu", judged_at=week_ago)
    stated(of=here, type=other, passage="yakin", confidence=0.99)
    stated(of=here, passage="wajib", confidence=0.7)
    stated(Verdict.ALIGNED, here, passage="benar")
    assert passages(writer().get(LIST)) == [
        "wajib", "lama", "belum", "yakin", "pekan lalu", "terbit", "draf", "angka",
    ]  # fmt: skip


def test_only_the_own_institutions_texts_are_shown_whatever_one_may_read_besides() -> None:
    oversee(PROVINCE, "32")
    stated(passage="kota", of=stating.text(OFFICE, draft=True))
    stated(passage="provinsi", of=stating.text(PROVINCE))
    assert passages(writer(PROVINCE).get(LIST)) == ["provinsi"]
    assert passages(writer(OFFICE).get(f"{LIST}?instansi={PROVINCE}")) == []
    platform = person("pusat", "komdigi", Role.PLATFORM)
    assert passages(client_of(platform).get(LIST)) == []
    assert [row["Pernyataan"] for row in exported(writer("kab-sleman"))] == []


def test_a_reason_folds_the_passage_away_and_can_be_read() -> None:
    here = stating.text()
    stated(of=here, passage="salah")
    reasoned(stated(of=here, passage="Level 2"), "Wali kota menetapkan yang lebih ketat.")
    reasoned(stated(Verdict.INCONSISTENT, here, passage="1.204"), "Sumbernya dibulatkan.")
    client = writer()
    shown = client.get(LIST)
    assert passages(shown) == ["salah"]
    assert "2 pernyataan lain dinyatakan benar dengan alasan" in words(shown)
    folded = client.get(f"{LIST}?alasan=ya")
    assert passages(folded) == ["Level 2", "1.204"]
    assert "Wali kota menetapkan yang lebih ketat." in words(folded)
    assert "Sumbernya dibulatkan." in words(folded)


def test_filters_count_and_are_kept_in_the_address() -> None:
    here, draft = stating.text(), stating.text(draft=True)
    stated(of=here, passage="a")
    stated(of=draft, passage="b")
    stated(Verdict.OUTDATED, draft, passage="c", type="ppkm.level")
    client = writer()
    page = client.get(f"{LIST}?temuan=bertentangan&teks=draf")
    assert passages(page) == ["b"]
    assert 'value="bertentangan" selected>Bertentangan (1)' in words(page)
    assert 'value="terbit">Terbit (1)' in words(page)
    topic = fact_type("ppkm.level").topic.key
    assert passages(client.get(f"{LIST}?topik={topic}")) == ["c"]
    assert [row["Pernyataan"] for row in exported(client, teks="terbit")] == ["a"]
    for nonsense in (
        "?temuan=x&teks=%00&p=-3",
        "?topik='--&instansi=../",
        "?wilayah=٣٢&p=99999999",
    ):
        assert client.get(f"{LIST}{nonsense}").status_code == 200


def test_a_proud_list_says_that_nothing_is_to_be_mended_and_why_it_is_right() -> None:
    stating.embedded()
    stating.embedded(live=False)
    stated(Verdict.ALIGNED)
    stated(Verdict.ALIGNED, stating.text(draft=True))
    shown = words(writer().get(LIST))
    assert "Tidak ada yang perlu dibenahi" in shown
    assert "<strong>1</strong> selaras karena disematkan" in shown
    assert "<strong>1</strong> ditulis sendiri dan cocok" in shown


def test_a_card_says_the_passage_in_its_sentence_the_fact_and_the_remedy() -> None:
    status = fact_type("siaga.status")
    version = FactVersion.objects.create(
        fact_type=status, region=Region.objects.get(pk="32.73"), source="SK Wali Kota 1/2026",
        valid_from="2026-11-01T00:00+07:00", valid_to="2026-12-01T00:00+07:00",
        recorded_from=timezone.now(), valid_from_floats=True, valid_to_floats=True,
    )  # fmt: skip
    choice = status.choices.order_by("rank").first()
    assert choice is not None
    ChoiceValue.objects.create(version=version, choice=choice)
    stated(
        version=version, passage="Siaga\n1", around="Kami \ufffc berstatus Siaga 1 <b>hari ini.",
        remedies=[{"action": "embed", "text": ""}, {"action": "correct", "text": "Siaga 3"}],
    )  # fmt: skip
    card = cards_of(own_findings([institution(OFFICE).pk]).select_related("text__institution"))[0]
    assert (card.before, card.after) == ("Kami [fakta] berstatus ", " <b>hari ini.")
    assert card.fact is not None
    assert card.fact.words == choice.label
    assert card.fact.validity == "berlaku 1 November 2026 sampai 30 November 2026"
    assert card.remedies[1] == 'Tulis "Siaga 3".'
    page = writer().get(LIST).content.decode()
    assert "&lt;b&gt;hari ini." in page
    assert f'href="{card.mention.text.edit_address}"' in page


def test_remedies_that_are_not_known_are_left_out() -> None:
    assert remedies_in_words([{"action": "pray"}, {}, {"action": "date", "text": ""}]) == [
        "Sebutkan kapan nilai itu berlaku."
    ]


def test_the_file_has_no_formula_and_stands_in_the_audit() -> None:
    stated(passage="=2+2")
    rows = exported(writer())
    assert rows[0]["Pernyataan"] == "'=2+2"
    assert rows[0]["Temuan"] == "Bertentangan"
    entry = AuditEntry.objects.get(action="alignment.findings.export")
    assert entry.details["lines"] == 1


def test_a_long_list_is_paged() -> None:
    here = stating.text()
    for _ in range(26):
        stated(of=here)
    client = writer()
    assert len(passages(client.get(LIST))) == 25
    assert len(passages(client.get(f"{LIST}?p=2"))) == 1
    assert len(exported(client)) == 26
