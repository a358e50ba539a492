"""People in the editor of the running product: articles of their own, and a signed-in browser."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator

from playwright.sync_api import BrowserContext, Page

from support import databases
from support.servers import RunningServer

TEXT = ".public-DraftEditor-content"
WRITER, RINA = "redaksi-bandung", "second"
ARTICLES = 20
MAKE = f"""
from selaras.accounts.models import User
from selaras.pages.models import ArticlePage
writer = User.objects.get(username="{WRITER}")
second, _ = User.objects.get_or_create(
    username="{RINA}", first_name="Penulis", last_name="Kedua", demonstration=True
)
second.set_password("peragaan"); second.save(); second.groups.set(writer.groups.all())
first = ArticlePage.objects.live().filter(url_path__contains="/kota-bandung/").first()
for number in range({ARTICLES}):
    slug = f"{{NAME}}-{{number}}"
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
    page = context.new_page()
    page.goto(server.url("redaksi", "/admin/login/"))
    page.fill("#id_username", username)
    page.fill("#id_password", "peragaan")
    page.click("button[type=submit]")
    page.wait_for_url(re.compile(r"/admin/$"))
    return page


def open_article(server: RunningServer, page: Page, key: int) -> Page:
    page.goto(server.url("redaksi", f"/admin/pages/{key}/edit/"))
    page.locator(TEXT).first.wait_for()
    return page
