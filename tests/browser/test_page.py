"""What an editor does with the page, done in a browser."""

import re
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.conftest import EXAMPLE
from doichieu.tell.files import read_dossier

VISIBLE = ".ln:not(tr):not(.off)"


def shown(page: Page, query: str) -> list[dict[str, str]]:
    """Give the data of the lines that are shown."""
    found: list[dict[str, str]] = page.eval_on_selector_all(
        query, "rows => rows.map(row => ({...row.dataset, id: row.id}))"
    )
    return found


def test_every_citation_leads_to_words_that_are_seen(page: Page, pages: dict[str, str]) -> None:
    page.goto(pages["example"])
    lost = page.evaluate("""async () => {
      const lost = [];
      for (const link of new Set([...document.querySelectorAll('a[href^="#"]')].map(a => a.getAttribute('href')))) {
        location.hash = link;
        await new Promise(done => setTimeout(done, 0));
        const target = document.getElementById(decodeURIComponent(link.slice(1)));
        const box = target?.getBoundingClientRect();
        if (!box || box.height === 0 || box.bottom < 0 || box.top > innerHeight) lost.push(link);
      }
      return lost;
    }""")
    assert lost == []


def test_evidence_stands_in_its_sentence_with_the_words_marked(page: Page, pages: dict[str, str]) -> None:
    page.goto(pages["example"])
    rows = page.evaluate("""async () => {
      const rows = [...document.querySelectorAll('li[data-e]')].map(row => [row, Number(row.dataset.e)]);
      for (const fold of document.querySelectorAll('details.proof')) fold.open = true;
      await new Promise(done => setTimeout(done, 300));
      return rows.map(([row, length]) => [row.querySelector('a.c').hash.slice(1), length,
        ...['mark', '.q', '.by'].map(part => row.querySelector(part)?.textContent)]);
    }""")
    assert len(rows) > 50
    readings = read_dossier(EXAMPLE).stories[0].story.readings
    for anchor, length, words, sentence, outlet in rows:
        _, number, start = anchor.split("-")
        reading = readings[int(number) - 1]
        assert words == reading.text[int(start) : int(start) + length]
        assert words in sentence
        assert outlet.strip() == reading.article.id


def test_a_number_opens_the_text_and_marks_the_sentence(page: Page, pages: dict[str, str]) -> None:
    page.goto(pages["example"])
    for fold in page.locator("details.body").all():
        fold.evaluate("row => row.open = false")
    page.locator(".prose a.c").first.click()
    expect(page.locator(".st:target, .st:has(:target)")).to_be_in_viewport()


def test_the_filter_by_outlet_leaves_its_lines_and_stands_in_the_address(page: Page, pages: dict[str, str]) -> None:
    page.goto(pages["example"])
    every = len(shown(page, VISIBLE))
    page.select_option("#by-o", "2")
    rows = shown(page, f"{VISIBLE}:not(:has(.ln))")
    assert 0 < len(rows) < every
    assert all("2" in row["o"].split() for row in rows)
    name = page.locator("#by-o option:checked").inner_text()
    assert unquote(page.url).endswith(f"?o={name}")
    assert re.fullmatch(r"\d+ trên \d+ dòng tin", page.locator("#shown").inner_text())
    assert page.locator(".full:not(.off)").count() == 1
    empty = page.locator(".sec:not(.off):has(.ln):not(:has(.ln:not(.off)))")
    assert empty.count() == 0
    page.locator("#reset").click()
    assert len(shown(page, VISIBLE)) == every
    assert page.url.endswith("#")


@pytest.mark.parametrize(("flag", "key"), [("x", "x"), ("1", "1")])
def test_only_what_is_in_dispute_or_has_a_single_origin(page: Page, pages: dict[str, str], flag: str, key: str) -> None:
    page.goto(pages["written"])
    page.check(f"#by-{flag}")
    rows = shown(page, f"{VISIBLE}:not(:has(.ln))")
    assert rows
    assert all(key in row for row in rows)


def test_an_address_sent_to_a_colleague_shows_the_same(page: Page, browser: Browser, pages: dict[str, str]) -> None:
    page.goto(pages["example"])
    page.select_option("#by-a", index=1)
    page.check("#by-1")
    page.uncheck(".ly-n")
    page.fill("#find", "kazakhstan")
    expect(page).to_have_url(re.compile("q=kazakhstan"))
    page.locator(".toc a").last.click()
    expect(page).to_have_url(re.compile(r"#s1-articles\?"))
    address, lines = page.url, shown(page, VISIBLE)
    other = browser.new_page()
    other.goto(address)
    assert shown(other, VISIBLE) == lines
    assert other.locator("#find").input_value() == "kazakhstan"
    assert not other.locator(".ly-n").is_checked()
    assert other.locator("#hits").inner_text() == page.locator("#hits").inner_text()
    expect(other.locator("#s1-articles")).to_be_in_viewport()
    other.close()


def test_words_are_found_without_their_accents_and_in_folds(page: Page, pages: dict[str, str]) -> None:
    page.goto(pages["example"])
    page.keyboard.press("/")
    expect(page.locator("#find")).to_be_focused()
    page.keyboard.type("tong thu ky")
    expect(page.locator("#hits")).to_have_text(re.compile(r"^0/[1-9]\d*$"))
    page.keyboard.press("Enter")
    expect(page.locator("#hits")).to_have_text(re.compile(r"^1/"))
    words = page.evaluate("[...CSS.highlights.get('found')].map(range => range.toString().toLowerCase())")
    assert set(words) == {"tổng thư ký"}
    hidden = "[...CSS.highlights.get('found')].some(range => range.startContainer.parentElement.closest('[hidden]'))"
    assert not page.evaluate(hidden)
    page.keyboard.press("Shift+Enter")
    here = page.evaluate("[...CSS.highlights.get('here')][0].startContainer.parentElement.checkVisibility()")
    assert here
    page.fill("#find", "không có đâu")
    expect(page.locator("#hits")).to_have_text("không thấy")


def test_the_keyboard_alone_is_enough(page: Page, pages: dict[str, str]) -> None:
    page.goto(pages["example"])
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")
    text = page.locator(".text").first
    text.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#note")).to_contain_text(re.compile(r" – \w+/"))
    page.keyboard.press("Escape")
    expect(page.locator("#note")).to_be_hidden()
    proof = page.locator(".prose details.proof summary").first
    proof.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".prose .box").first).to_be_visible()


def test_a_click_on_marked_words_tells_what_was_found_and_by_which_rule(page: Page, pages: dict[str, str]) -> None:
    page.goto(pages["example"])
    page.locator(".text .tf").first.click()
    expect(page.locator("#note")).to_contain_text("figures/")


def test_layers_are_switched_off(page: Page, pages: dict[str, str]) -> None:
    page.goto(pages["example"])
    figure = page.locator(".text .tf").first
    weight = "row => getComputedStyle(row).fontWeight"
    assert figure.evaluate(weight) == "700"
    page.uncheck(".ly-f")
    assert figure.evaluate(weight) != "700"
    assert page.url.endswith("?l=stnz")


@pytest.mark.parametrize("width", [360, 768, 1280])
@pytest.mark.parametrize("name", ["example", "sixty", "hostile", "several", "index"])
def test_nothing_runs_over_the_edge(page: Page, pages: dict[str, str], name: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(pages[name])
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_hostile_text_does_nothing(page: Page, pages: dict[str, str]) -> None:
    page.goto(pages["hostile"])
    for fold in page.locator("details").all():
        fold.evaluate("row => row.open = true")
    page.wait_for_timeout(200)
    assert page.locator("script").count() == 1
    assert page.locator("img, iframe, object, embed, form").count() == 0
    assert page.evaluate(
        "[...document.querySelectorAll('a')].every(a => /^(#|https?:|$)/.test(a.getAttribute('href')))"
    )


def test_it_reads_without_a_script(browser: Browser, pages: dict[str, str]) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(pages["example"])
    expect(page.locator("#tools")).to_be_hidden()
    expect(page.locator(".disputes .num").first).to_be_visible()
    page.locator(".prose a.c").first.click()
    expect(page.locator(":target")).to_be_in_viewport()
    context.close()


def test_no_line_is_so_tight_that_accents_are_cut(page: Page, pages: dict[str, str]) -> None:
    page.goto(pages["example"])
    tight = page.evaluate("""() => [...document.querySelectorAll('h1, h2, h3, h4, p, li, td, th, a, b, span, summary')]
      .filter(row => row.textContent.trim() && row.checkVisibility())
      .filter(row => parseFloat(getComputedStyle(row).lineHeight) < 1.25 * parseFloat(getComputedStyle(row).fontSize))
      .map(row => row.outerHTML.slice(0, 80))""")
    assert tight == []


def test_print_leaves_out_what_paper_cannot_do(page: Page, pages: dict[str, str]) -> None:
    page.goto(pages["example"])
    page.emulate_media(media="print")
    expect(page.locator(".toc")).to_be_hidden()
    expect(page.locator("#tools")).to_be_hidden()
    expect(page.locator(".prose")).to_be_visible()
