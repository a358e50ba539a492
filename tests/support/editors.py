"""People in the editor of the running product: articles of their own, and a signed-in browser."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator

from playwright.sync_api import BrowserContext, Page

from support import databases
from support.servers import RunningServer
from support.signing_in import at_work

TEXT = ".public-DraftEditor-content"
WRITER, RINA = "darurat-bandung", "second"  # both may publish at once
ARTICLES = 20
MAKE = f"""
from selaras.accounts.codes import give_shown
from selaras.accounts.models import User
from selaras.pages.clearance import without_review
from selaras.pages.models import ArticlePage
writer = User.objects.get(username="{WRITER}")
second, _ = User.objects.get_or_create(
    username="{RINA}", first_name="Penulis", last_name="Kedua", demonstration=True
)
second.set_password("peragaan"); second.save(); give_shown(second)
for held in writer.memberships.all():
    second.memberships.get_or_create(
        institution=held.institution, role=held.role, valid_from=held.valid_from
    )
first = ArticlePage.objects.live().filter(url_path__contains="/kota-bandung/").first()
for number in range({ARTICLES}):
    slug = f"{{NAME}}-{{number}}"
    with without_review("uji"):
        page = first.copy(update_attrs={{"title": f"Uji {{number}}", "slug": slug}})
    answer.append([page.pk, page.get_url_parts()[2]])
"""


def asked(server: RunningServer, code: str, **values: str) -> list[object]:
    """Run code on the server's database; it appends what it found to `answer`."""
    given = "".join(f"{name} = {value!r}\n" for name, value in values.items())
    whole = f"import json, django; django.setup(); answer = []\n{given}{code}\n"
    done = subprocess.run(
        [sys.executable, "-c", f"{whole}print(json.dumps(answer))"],
        env=server.env,
        cwd=databases.ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: list[object] = json.loads(done.stdout)
    return found


def articles(server: RunningServer, name: str) -> Iterator[tuple[int, str]]:
    """Key and address of one new article after the other; a second writer may write there."""
    return ((key, path) for key, path in asked(server, MAKE, NAME=name))  # type: ignore[misc]


def signed_in(server: RunningServer, context: BrowserContext, username: str = WRITER) -> Page:
    return at_work(server, context.new_page(), username)


def publish_at_once(page: Page) -> None:
    """By the form's own button, with the reason that is asked for then."""
    with page.expect_navigation(url=re.compile(r"/darurat/$")):
        page.evaluate("document.querySelector('[name=action-publish]').click()")
    page.fill("#id_reason", "Warga harus tahu sekarang.")
    with page.expect_navigation(url=re.compile(r"/admin/pages/\d+/$")):
        page.get_by_role("button", name="Terbitkan darurat").click()


def open_article(server: RunningServer, page: Page, key: int) -> Page:
    page.goto(server.url("redaksi", f"/admin/pages/{key}/edit/"))
    page.locator(TEXT).first.wait_for()
    return page
