"""Fields: what a table can tell of an article."""

FIELDS = (
    "id", "text", "title", "lead", "outlet", "url", "published", "updated", "authors", "language", "captions", "tags",
)  # fmt: skip
