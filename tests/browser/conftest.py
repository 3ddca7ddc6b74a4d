"""The page in a real browser: headless Chromium, found on this machine. Nothing is downloaded."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Page, Request, sync_playwright

from doichieu.tell.files import read_dossier
from doichieu.tell.page import write_page, write_site
from tell.dossiers import copied, dossier, hostile, several

EXAMPLE = Path(__file__).parents[2] / "examples" / "kazakhstan-2022" / "dossier.json"
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give the browser; where there is none the tests are skipped, save in continuous integration, where they fail."""
    found = next(filter(None, map(shutil.which, (os.environ.get("DOICHIEU_CHROMIUM") or "", *NAMES))), None)
    if found is None:
        if os.environ.get("CI"):
            pytest.fail("no Chromium here: install Debian's package chromium, or name one in DOICHIEU_CHROMIUM")
        pytest.skip("no Chromium here (Debian: apt-get install chromium; or name one in DOICHIEU_CHROMIUM)")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=QUIET)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Give the addresses of some pages on disk."""
    folder = tmp_path_factory.mktemp("pages")
    texts = {
        "example": write_page(read_dossier(EXAMPLE)),
        "english": write_page(read_dossier(EXAMPLE), language="en"),
        "written": write_page(dossier()),
        "hostile": write_page(hostile()),
        "sixty": write_page(copied(60)),
        "several": write_page(several()),
        "index": write_site(several())["index.html"],
    }
    for name, text in texts.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return {name: (folder / f"{name}.html").as_uri() for name in texts}


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Give a window of a laptop's width that has never seen a page of ours."""
    made = browser.new_context(viewport={"width": 1280, "height": 900}, bypass_csp=False)
    made.set_default_timeout(5000)
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """Give a tab. A script's error, a refused request or a dialog fails the test."""
    tab = context.new_page()
    faults: list[str] = []

    def refuse(dialog: Dialog) -> None:
        faults.append(dialog.message)
        dialog.dismiss()

    def listen(message: ConsoleMessage) -> None:
        if message.type == "error":
            faults.append(message.text)

    def watch(request: Request) -> None:
        if not request.url.startswith("file:"):
            faults.append(request.url)

    tab.on("pageerror", lambda error: faults.append(str(error)))
    tab.on("console", listen)
    tab.on("dialog", refuse)
    tab.on("request", watch)
    yield tab
    assert faults == []
