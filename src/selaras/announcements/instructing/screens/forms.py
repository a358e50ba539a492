"""The form of an instruction: read as a whole, so that all mistakes are told at once."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone

from selaras.announcements.instructing.compliance import checks
from selaras.announcements.instructing.content import MOST_EVIDENCE, MOST_TASK, MOST_TITLE, Content
from selaras.announcements.instructing.explicit import Reader
from selaras.announcements.instructing.reach import parents, subtree, today
from selaras.announcements.instructing.rules import Kind, Rule, rule_from
from selaras.announcements.models import Announcement, Instruction
from selaras.facts.models import Choice, FactType
from selaras.institutions.models import Institution, Region

FORM = "%Y-%m-%dT%H:%M"
RECENT = 50
MOST_TYPED = 200_000
IS = "="


class InstructionForm(forms.Form):
    title = forms.CharField(label="Judul", max_length=MOST_TITLE)
    task = forms.CharField(
        label="Yang harus dilakukan",
        max_length=MOST_TASK,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="Kalimat perintah yang jelas. Baris kosong memisahkan paragraf.",
    )
    due_at = forms.CharField(
        label="Batas waktu",
        max_length=40,
        widget=forms.TextInput(attrs={"type": "datetime-local"}),
    )
    kind = forms.ChoiceField(label="Penerima", choices=Kind.choices, widget=forms.RadioSelect)
    provinces = forms.MultipleChoiceField(
        label="Provinsi", required=False, widget=forms.CheckboxSelectMultiple
    )
    value = forms.ChoiceField(label="Fakta resmi dan nilainya sekarang", required=False)
    institutions = forms.CharField(
        label="Instansi, satu pada setiap baris",
        required=False,
        max_length=MOST_TYPED,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false"}),
        help_text="Nama instansi, alamat situsnya (kota-bandung), atau nama wilayahnya. "
        "Boleh ditempel dari lembar kerja.",
    )
    evidence = forms.CharField(
        label="Bukti yang diminta",
        required=False,
        max_length=MOST_EVIDENCE,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Boleh kosong.",
    )
    wants_link = forms.BooleanField(label="Tautan wajib disertakan", required=False)
    wants_file = forms.BooleanField(label="Berkas wajib disertakan", required=False)
    check_name = forms.ChoiceField(label="Yang diperiksa mesin", required=False)
    check_fact = forms.ChoiceField(label="Fakta yang diperiksa", required=False)
    announcement = forms.ChoiceField(label="Menindaklanjuti pengumuman", required=False)
    drill = forms.BooleanField(
        label="Ini latihan",
        required=False,
        help_text='Ditandai "LATIHAN" di semua layar dan berkas.',
    )

    def __init__(self, issuer: Institution, *args: Any, **kwargs: Any) -> None:
        self.issuer = issuer
        super().__init__(*args, **kwargs)
        self.fields["due_at"].help_text = f"Jam {issuer.region.zone}."
        types = list(FactType.objects.filter(retired_at=None).order_by("label"))
        self.types = {one.key: one for one in types}
        self.announcements = {
            str(one.pk): one
            for one in Announcement.objects.filter(
                speaker=issuer, published_at__lte=timezone.now(), called_off_at=None
            )[:RECENT]
        }
        self._choices("provinces", _provinces(issuer))
        self._choices("value", [("", "–"), *_values()])
        self._choices("check_name", [("", "tidak ada"), *_checks()])
        self._choices("check_fact", [("", "–"), *((one.key, one.label) for one in types)])
        offered = [(key, one.title) for key, one in self.announcements.items()]
        self._choices("announcement", [("", "tidak ada"), *offered])

    def _choices(self, name: str, choices: list[Any]) -> None:
        field: Any = self.fields[name]
        field.choices = choices

    def clean_due_at(self) -> datetime:
        try:
            local = datetime.fromisoformat(self.cleaned_data["due_at"].strip())
            return local.replace(tzinfo=self.issuer.region.tzinfo, microsecond=0)
        except (ValueError, OverflowError) as error:
            raise forms.ValidationError("Pilih tanggal dan jam.") from error

    def content(self) -> Content:
        """What was typed. Raises `BadAddressees` for institutions that cannot receive it."""
        given = self.cleaned_data
        plain = ("title", "task", "due_at", "evidence", "wants_link", "wants_file", "drill")
        return Content(
            **{name: given[name] for name in plain},
            rule=self._rule(),
            check_name=given["check_name"],
            check_fact=self.types.get(given["check_fact"]) if given["check_name"] else None,
            announcement=self.announcements.get(given["announcement"]),
        )

    def _rule(self) -> Rule:
        given, kind = self.cleaned_data, Kind(self.cleaned_data["kind"])
        if kind == Kind.WITHIN:
            return Rule(kind, provinces=tuple(given["provinces"]))
        if kind == Kind.LEVEL:
            fact_type, _, value = given["value"].partition(IS)
            return Rule(kind, fact_type=fact_type, value=value)
        if kind == Kind.INSTITUTIONS:
            return Rule(kind, institutions=Reader(self.issuer).read(given["institutions"]))
        return Rule(kind)


def filled(instruction: Instruction) -> dict[str, Any]:
    """What the form shows of a draft."""
    rule = rule_from(instruction.rule)
    local = instruction.issuer.region.local(instruction.due_at)
    plain = ("title", "task", "evidence", "wants_link", "wants_file", "check_name", "drill")
    return {name: getattr(instruction, name) for name in plain} | {
        "due_at": local.strftime(FORM),
        "kind": rule.kind.value,
        "provinces": list(rule.provinces),
        "value": f"{rule.fact_type}{IS}{rule.value}" if rule.fact_type else "",
        "institutions": "\n".join(rule.institutions),
        "check_fact": instruction.check_fact.key if instruction.check_fact else "",
        "announcement": str(instruction.announcement_id or ""),
    }


def _provinces(issuer: Institution) -> list[tuple[str, str]]:
    reached = subtree(issuer.region_id, parents(today()))
    found = Region.objects.filter(level=Region.Level.PROVINCE).order_by("pk")
    return [(one.pk, one.name) for one in found if one.pk in reached]


def _values() -> list[tuple[str, list[tuple[str, str]]]]:
    groups: dict[str, list[tuple[str, str]]] = {}
    found = Choice.objects.filter(fact_type__retired_at=None).select_related("fact_type")
    for one in found.order_by("fact_type__label", "rank"):
        key = f"{one.fact_type.key}{IS}{one.value}"
        groups.setdefault(one.fact_type.label, []).append((key, one.label))
    return list(groups.items())


def _checks() -> list[tuple[str, str]]:
    return [(one.name, one.label) for one in checks().values()]
