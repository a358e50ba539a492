"""What websites elsewhere ask for is public."""

from selaras.accounts.access import OPEN, state

ROUTES = (
    "page", "fact_data", "fact_frame", "announcements_data", "announcement_frame",
    "announcements_frame",
)  # fmt: skip


def state_all() -> None:
    state(OPEN, *(f"elsewhere:{name}" for name in ROUTES))
    state(OPEN, "sematan:latest", "sematan:release")
