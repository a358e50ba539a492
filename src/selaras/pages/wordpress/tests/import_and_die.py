"""Import the old website, killed again and again; run as a script, never imported.

Every attempt is a child that sends itself SIGKILL before its N-th statement (a commit counts as
one), and N grows until a child gets through. Prints the number of attempts and what is there.
"""

import json
import os
import re
import sys
from itertools import count
from pathlib import Path
from typing import Any

import django

django.setup()

from django.db import connection  # noqa: E402
from wagtail.contrib.redirects.models import Redirect  # noqa: E402

from selaras.institutions.models import Institution  # noqa: E402
from selaras.media.models import File, Picture  # noqa: E402
from selaras.pages.models import ArticlePage, InformationPage, SectionPage  # noqa: E402
from selaras.pages.models.imported import ImportedItem  # noqa: E402
from selaras.pages.wordpress.importing import import_wordpress  # noqa: E402
from support.dying import die_at  # noqa: E402


def bring(export: Path, uploads: Path) -> None:
    institution = Institution.objects.select_related("region", "site__root_page").get(
        slug="kota-bandung"
    )
    import_wordpress(actor="uji", institution=institution, file=export, media=uploads)


def survives(fatal: int, export: Path, uploads: Path) -> bool:
    connection.close()
    child = os.fork()
    if child == 0:
        if fatal:
            die_at(fatal)
        bring(export, uploads)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFEXITED(status) and os.WEXITSTATUS(status) == 0


def without_keys(body: object) -> str:
    """A body without the ids of blocks, pages and pictures, which differ from run to run."""
    text = json.dumps(body, ensure_ascii=False, sort_keys=True)
    text = re.sub(r'"id": "[0-9a-f-]{36}"', "", text)
    return re.sub(r'(id=\\"|"image": )\d+', r"\1N", text)


def state() -> dict[str, Any]:
    pages = [*ArticlePage.objects.all(), *InformationPage.objects.all()]
    return {
        "pages": sorted(
            [page.url_path, page.title, page.live, str(page.first_published_at),
             without_keys(page.body.get_prep_value()), page.revisions.count()]
            for page in pages
            if page.url_path.startswith("/kota-bandung/")
        ),
        "sections": SectionPage.objects.count(),
        "pictures": sorted(Picture.objects.values_list("title", "description")),
        "files": sorted(File.objects.values_list("title", flat=True)),
        "redirects": sorted(Redirect.objects.values_list("old_path", flat=True)),
        "items": sorted(ImportedItem.objects.values_list("key", "state")),
    }  # fmt: skip


def main(export: Path, uploads: Path, step: int) -> None:
    attempts = 0
    for fatal in count(step, step) if step else (0,):
        attempts += 1
        if survives(fatal, export, uploads):
            break
    json.dump({"attempts": attempts, "state": state()}, sys.stdout)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
