"""Pictures, galleries and what else stands in a figure."""

import re

from bs4 import Tag

from selaras.pages.wordpress.cleaning.addresses import web_address
from selaras.pages.wordpress.cleaning.characters import one_line
from selaras.pages.wordpress.cleaning.inline import EMOJI_CLASSES, classes, plain
from selaras.pages.wordpress.cleaning.notes import Notes, shortened
from selaras.pages.wordpress.content import Gallery, Picture
from selaras.pages.wordpress.items import whole_number

_IMAGE_CLASS = re.compile(r"^wp-image-(\d{1,15})$")
_IMAGE_FILE = re.compile(r"\.(jpe?g|png|gif|webp|avif|bmp|tiff?)$", re.IGNORECASE)
# Plugins that load pictures late keep the true address elsewhere.
_SOURCES = ("data-orig-file", "data-src", "data-lazy-src", "data-original", "src")
GALLERY_CLASSES = {"gallery", "wp-block-gallery", "blocks-gallery-grid", "tiled-gallery"}


def is_picture(tag: Tag) -> bool:
    """Whether an element is a picture of the text: no emoji, no invisible counter."""
    if tag.name != "img" or EMOJI_CLASSES & classes(tag):
        return False
    return not {str(tag.get("width")), str(tag.get("height"))} & {"0", "1", "0px", "1px"}


def pictures_in(tag: Tag) -> list[Tag]:
    return [found for found in tag.find_all("img") if is_picture(found)]


def picture(img: Tag, notes: Notes, *, caption: str = "", attachment: int = 0) -> Picture | None:
    """The picture that an `img` shows; None, noted, where its address says nothing."""
    number = attachment or _attachment(img)
    sources = [str(img.get(name) or "") for name in _SOURCES]
    url = next((source for source in map(_address, sources) if source), "")
    if not url and not number:
        notes.add("Gambar tanpa alamat atau yang tertanam di dalam teks dibuang.")
        return None
    _note_link(img, url, notes)
    return Picture(number, url, one_line(str(img.get("alt") or "")), caption)


def figure(tag: Tag, notes: Notes) -> Picture | None:
    """A figure with one picture, with its caption."""
    caption = caption_of(tag, notes)
    number = whole_number(str(tag.get("data-id") or ""))
    return picture(pictures_in(tag)[0], notes, caption=caption, attachment=number)


def gallery(tag: Tag, notes: Notes) -> Gallery | None:
    """All pictures of an element side by side, each with the caption of its own figure."""
    captions: dict[int, str] = {}
    found = []
    for img in pictures_in(tag):
        frame = _frame(img, tag)
        if frame is not None and id(frame) not in captions:
            captions[id(frame)] = caption_of(frame, notes)
        shown = picture(img, notes, caption=captions.get(id(frame), ""))
        if shown is not None:
            found.append(shown)
    own_caption = tag.find("figcaption", recursive=False)
    caption = one_line(plain(own_caption, notes)) if isinstance(own_caption, Tag) else ""
    return Gallery(tuple(found), caption) if found else None


def listed_gallery(tag: Tag) -> Gallery:
    """The gallery of a shortcode, which names attachments or none."""
    numbers = map(whole_number, str(tag.get("ids") or "").split(","))
    return Gallery(tuple(Picture(number, "") for number in numbers if number))


def caption_of(tag: Tag, notes: Notes) -> str:
    found = tag.find(["figcaption", "dd"]) or tag.find(class_="wp-caption-text")
    return one_line(plain(found, notes)) if isinstance(found, Tag) else ""


def _frame(img: Tag, outer: Tag) -> Tag | None:
    """What holds a picture together with its caption inside a gallery."""
    for step in img.parents:
        if step is outer:
            break
        if step.name in {"figure", "li", "dl"}:
            return step
    return None


def _attachment(img: Tag) -> int:
    for name in classes(img):
        if match := _IMAGE_CLASS.match(name):
            return int(match[1])
    return whole_number(str(img.get("data-id") or img.get("data-attachment-id") or ""))


def _address(source: str) -> str:
    """An address on the web, or a path on the old site."""
    stripped = source.strip()
    if stripped.startswith("/") and not stripped.startswith("//"):
        return stripped
    return web_address(stripped)


def _note_link(img: Tag, url: str, notes: Notes) -> None:
    """A picture links to its own file without loss; any other target is told."""
    link = img.find_parent("a")
    href = str(link.get("href") or "") if isinstance(link, Tag) else ""
    if href and not _IMAGE_FILE.search(href.split("?")[0]) and href != url:
        notes.add(f"Tautan pada gambar dibuang: {shortened(href)}.")
