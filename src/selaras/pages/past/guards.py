"""The database lets nobody rewrite what was public: a period can be closed, and that is all."""

from selaras.common.guards import append_only, closes_only, never_deleted

PUBLICATIONS = "pages_publication"
GUARDS = [
    closes_only(
        PUBLICATIONS,
        name="publication_closes_only",
        frozen=(
            "page_id", "page_type", "institution", "host", "path", "tree_path", "title",
            "revision", "content_id", "first_published_at", "last_published_at", "public_from",
            "reconstructed",
        ),
        closing="public_to",
        refusal="a publication can only be closed",
    ),
    never_deleted(
        PUBLICATIONS, name="publication_keeps", refusal="a publication is never deleted"
    ),
    append_only("pages_publishedcontent", name="published_content_once"),
]  # fmt: skip
