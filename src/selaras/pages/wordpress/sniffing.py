"""What an upload is by its first bytes; old sites often name it wrongly."""

from pathlib import PurePosixPath

LONGEST_NAME = 100
_PICTURES = {
    b"\xff\xd8\xff": {".jpg", ".jpeg"},
    b"\x89PNG\r\n\x1a\n": {".png"},
    b"GIF8": {".gif"},
}
_CALLED_PICTURES = {".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg", ".bmp", ".tif"}


def named_after_content(name: str, head: bytes) -> tuple[str, bool]:
    """The name with the ending that the content has, and whether it is a picture.

    What is called a picture and is none stays one: whoever takes it says what is wrong.
    """
    stem, ending = PurePosixPath(name).stem, PurePosixPath(name).suffix.lower()
    endings = _endings(head)
    if endings and ending not in endings:
        ending = sorted(endings)[-1] if ".jpg" not in endings else ".jpg"
    return f"{stem[: LONGEST_NAME - len(ending)]}{ending}", bool(endings) or (
        ending in _CALLED_PICTURES
    )


def _endings(head: bytes) -> set[str]:
    """The usual endings of the kind of picture that begins like this; empty for none."""
    for magic, endings in _PICTURES.items():
        if head.startswith(magic):
            return endings
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return {".webp"}
    if head[4:12] in {b"ftypavif", b"ftypavis"}:
        return {".avif"}
    return set()
