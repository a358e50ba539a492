"""ElectionReports of our own (NIST SP 1500-100), with the field names that its versions publish."""

import json
from typing import Any

Counts = dict[str, tuple[Any, Any]]
UNITS = {"pemilih-aceh": ("11", "Aceh"), "pemilih-sumut": ("12", "Sumatera Utara")}
COUNTS: Counts = {"pemilih-aceh": (10, 20), "pemilih-sumut": (30, 5)}


def words(text: str) -> dict[str, Any]:
    return {
        "@type": "ElectionResults.InternationalizedText",
        "Text": [
            {"@type": "ElectionResults.LanguageString", "Language": "en", "Content": "Other"},
            {"@type": "ElectionResults.LanguageString", "Language": "id", "Content": text},
        ],
    }


def votes(counts: Counts, place: int) -> list[dict[str, Any]]:
    return [
        {"@type": "ElectionResults.VoteCounts", "GpUnitId": unit, "Type": "total",
         "Count": pair[place]}
        for unit, pair in counts.items()
    ]  # fmt: skip


def selections(counts: Counts) -> list[dict[str, Any]]:
    return [
        {"@id": f"pilihan-{name}", "@type": "ElectionResults.CandidateSelection",
         "CandidateIds": [f"calon-{name}"], "SequenceOrder": place + 1,
         "VoteCounts": votes(counts, place)}
        for place, name in enumerate(("ani", "budi"))
    ]  # fmt: skip


def contest(counts: Counts | None = None, **fields: Any) -> dict[str, Any]:
    return {
        "@id": "kontes-1",
        "@type": "ElectionResults.CandidateContest",
        "ElectionDistrictId": "negara",
        "Name": "Pemilihan Uji",
        "VotesAllowed": 1,
        "ContestSelection": selections(COUNTS if counts is None else counts),
    } | fields


def report(*contests: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """Version 2: lists, `@id`, `ContestSelection`."""
    return {
        "@type": "ElectionResults.ElectionReport",
        "Format": "summary-contest",
        "GeneratedDate": "2026-11-24T00:00:00+07:00",
        "Issuer": "Komisi Uji",
        "IssuerAbbreviation": "KU",
        "SequenceStart": 1,
        "SequenceEnd": 1,
        "Status": "certified",
        "VendorApplicationId": "uji",
        "GpUnit": [
            {"@id": "negara", "@type": "ElectionResults.ReportingUnit", "Type": "country",
             "Name": "Indonesia", "ComposingGpUnitIds": list(UNITS)},
            *(
                {"@id": unit, "@type": "ElectionResults.ReportingUnit", "Type": "state",
                 "Name": name, "ExternalIdentifier": [
                     {"@type": "ElectionResults.ExternalIdentifier", "Type": "national-level",
                      "Value": code}]}
                for unit, (code, name) in UNITS.items()
            ),
        ],
        "Election": [
            {"@type": "ElectionResults.Election", "ElectionScopeId": "negara",
             "Name": words("Pemilu Uji"), "StartDate": "2026-02-14", "EndDate": "2026-02-14",
             "Type": "general",
             "Candidate": [
                 {"@id": f"calon-{name}", "@type": "ElectionResults.Candidate",
                  "BallotName": words(name.title())}
                 for name in ("ani", "budi")],
             "Contest": list(contests or [contest()])}
        ],
    } | fields  # fmt: skip


def first_version() -> dict[str, Any]:
    """Version 1: lists in collections, `ObjectId`, `BallotSelection`."""
    new = report()
    (election,) = new["Election"]
    (old_contest,) = election["Contest"]
    old_contest["BallotSelectionCollection"] = {
        "BallotSelection": [
            {"ObjectId": one["@id"], "CandidateIds": " ".join(one["CandidateIds"]),
             "SequenceOrder": one["SequenceOrder"],
             "VoteCountsCollection": {"VoteCounts": one["VoteCounts"]}}
            for one in old_contest.pop("ContestSelection")
        ]
    }  # fmt: skip
    units = [
        {"ObjectId": one["@id"], "Type": one["Type"], "Name": one["Name"],
         "ExternalIdentifiers": {"ExternalIdentifier": one.get("ExternalIdentifier", [])}}
        for one in new.pop("GpUnit")
    ]  # fmt: skip
    candidates = [
        {"ObjectId": one["@id"], "BallotName": {"Text": [{"language": "id", "Content": "Ani"}]}}
        for one in election.pop("Candidate")
    ]
    election["CandidateCollection"] = {"Candidate": candidates}
    election["ContestCollection"] = {"Contest": election.pop("Contest")}
    return {"ElectionReport": new | {"GpUnitCollection": {"GpUnit": units}, "Election": election}}


def data(found: dict[str, Any]) -> bytes:
    return json.dumps(found).encode()
