"""Make the README's picture: the first screen of the example story's page, in Chromium. Run: ``make screenshot``."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from doichieu.tell.files import read_dossier
from doichieu.tell.page import write_page

ROOT = Path(__file__).parents[1]
STORY = ROOT / "examples" / "bao-so-7" / "dossier.json"
PICTURE = ROOT / "docs" / "images" / "page.png"
LARGEST = 200_000
"""Bytes: a README that loads slowly is not read."""


def main() -> None:
    """Write the picture; exit 1 where there is no browser or the picture is too large."""
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None:
        sys.exit("no Chromium here: install Debian's package chromium")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page = Path(folder) / "page.html"
        page.write_text(write_page(read_dossier(STORY)), encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        tab = browser.new_page(viewport={"width": 1180, "height": 800}, color_scheme="light")
        tab.goto(page.as_uri())
        PICTURE.parent.mkdir(exist_ok=True)
        tab.screenshot(path=PICTURE)
        browser.close()
    size = PICTURE.stat().st_size
    print(f"{PICTURE.relative_to(ROOT)}: {size:,} bytes")
    if size > LARGEST:
        sys.exit(f"larger than {LARGEST:,} bytes")


if __name__ == "__main__":
    main()
