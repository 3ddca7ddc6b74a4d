"""WCAG 2 A and AA as far as a program can see it: axe-core finds nothing."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

RULES = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}


@pytest.mark.parametrize(
    ("name", "scheme", "width"),
    [("example", "light", 1280), ("english", "dark", 390), ("written", "dark", 1280), ("hostile", "light", 768),
     ("sixty", "light", 1280)],
)  # fmt: skip
def test_axe_finds_no_violations(browser: Browser, pages: dict[str, str], name: str, scheme: str, width: int) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        bypass_csp=True,  # for axe itself, which is no part of the page
    )
    page = context.new_page()
    page.goto(pages[name])
    page.evaluate("() => { for (const fold of document.querySelectorAll('details')) fold.open = true; }")
    found = Axe().run(page, options=RULES)
    context.close()
    assert [
        (row["id"], [node["html"][:120] for node in row["nodes"][:3]]) for row in found.response["violations"]
    ] == []
