import base64
import hashlib
import re
import time
from dataclasses import replace
from itertools import pairwise

import lxml.html
import pytest

from doichieu.model import Dossier
from doichieu.tell.page import write_page, write_site
from doichieu.tell.records import read_json, write_json
from tell.dossiers import HOSTILE, dossier, hostile, make_story, many_outlets, several


def parse(page: str) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(page)


def broken_links(page: str) -> list[str]:
    tree = parse(page)
    ids = set(tree.xpath("//@id"))
    return [link for link in tree.xpath("//a/@href") if link.startswith("#") and link[1:] not in ids]


PAGES = {
    "one": write_page(dossier()),
    "english": write_page(dossier(), language="en"),
    "hostile": write_page(hostile()),
    "several": write_page(several()),
    "none": write_page(Dossier(stories=())),
    "sixty": write_page(many_outlets(60)),
    **{f"site {name}": text for name, text in write_site(several()).items()},
}
every_page = pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())


@every_page
def test_every_link_within_the_page_leads_somewhere(page: str) -> None:
    assert broken_links(page) == []


@every_page
def test_no_id_stands_twice(page: str) -> None:
    ids = parse(page).xpath("//@id")
    assert len(ids) == len(set(ids))


@every_page
def test_the_page_loads_nothing(page: str) -> None:
    tree = parse(page)
    assert not tree.xpath("//@src | //link | //iframe | //object | //embed | //img | //form | //base")
    assert not re.search(r"url\((?!#)|@import", page)
    assert all(link.startswith(("#", "https://example.org/", "index.html", "00")) for link in tree.xpath("//a/@href"))


@every_page
def test_the_policy_lets_only_the_pages_own_script_run(page: str) -> None:
    tree = parse(page)
    (script,) = tree.xpath("//script")
    digest = base64.b64encode(hashlib.sha256(script.text.encode()).digest()).decode()
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert f"script-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert not [name for name in tree.xpath("//@*") if getattr(name, "attrname", "").startswith("on")]


@every_page
def test_headings_go_down_one_step_at_a_time(page: str) -> None:
    levels = [int(node.tag[1]) for node in parse(page).xpath("//h1|//h2|//h3|//h4|//h5")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(deeper <= level + 1 for level, deeper in pairwise(levels))


@every_page
def test_landmarks_and_skip_link(page: str) -> None:
    tree = parse(page)
    assert len(tree.xpath("//main[@id='main']")) == 1
    assert tree.xpath("//body/*[1]/@href") == ["#main"]
    assert tree.xpath("/html/@lang")[0] in {"vi", "en"}
    assert set(tree.xpath("//@aria-labelledby")) <= set(tree.xpath("//@id"))


def test_hostile_text_is_shown_and_never_run() -> None:
    tree = parse(PAGES["hostile"])
    assert len(tree.xpath("//script")) == 1
    assert not tree.xpath("//img")
    assert HOSTILE[:60] in tree.xpath("string(//h1)")
    assert HOSTILE in tree.text_content()
    assert "javascript:" not in "".join(tree.xpath("//@href"))
    assert tree.xpath("//h1/bdi")


def test_a_remark_stands_once_with_its_wordings_side_by_side_and_its_answer_under_it() -> None:
    tree = parse(PAGES["one"])
    (remark,) = tree.xpath("//article[@id='s1-u1']")
    wordings = remark.xpath("./div[contains(@class,'wds')]/figure")
    assert len(wordings) == 3
    assert [node.text_content() for node in wordings[0].xpath(".//ins")] == ["đã", "ở", "này"]
    (answer,) = remark.xpath(".//article[contains(@class,'r-denies')]")
    assert "Bác bỏ" in answer.text_content()
    assert answer.get("id") == "s1-u2"


def test_days_stand_with_their_year_and_disputes_come_before_the_other_sections() -> None:
    tree = parse(PAGES["one"])
    assert tree.xpath("//ol[@class='days']//time/text()") == ["1 tháng 5, 2031", "2 tháng 5, 2031", "3 tháng 5, 2031"]
    sections = tree.xpath("//section[contains(@class,'sec')]/@aria-labelledby")
    assert sections[:3] == ["s1-summary", "s1-disputes", "s1-timeline"]
    assert parse(PAGES["english"]).xpath("//ol[@class='days']//time/text()")[0] == "1 May 2031"


def test_values_of_a_quantity_stand_side_by_side() -> None:
    tree = parse(PAGES["one"])
    (conflict,) = tree.xpath("//article[contains(@class,'r-conflict')]")
    assert [node.text_content() for node in conflict.xpath(".//p[@class='num']")] == ["3", "5"]
    assert "mâu thuẫn" in conflict.text_content()


def test_a_disputed_quantity_stands_once_and_the_figures_lead_to_it() -> None:
    tree = parse(PAGES["one"])
    (card,) = tree.xpath("//section[contains(@class,'disputes')]//article[@id='s1-q1']")
    assert [node.text_content() for node in card.xpath(".//p[@class='bys']//bdi")] == ["Sông Vàng", "Người Bến"]
    assert "theo Trần Quế Sơn" in card.text_content()
    assert "Các bài đưa số khác nhau" in card.text_content()
    assert tree.xpath("//section[contains(@class,'figures')]/p/a/@href") == ["#s1-q1"]


def test_a_number_that_changed_is_drawn_and_told_in_words() -> None:
    told = dossier().stories[0]
    line = replace(told.story.quantities[1], figures=("bai-0#f0", "bai-1#f0", "bai-2#f0"))
    story = replace(told.story, quantities=(line,), disagreements=(), coverage=())
    tree = parse(write_page(Dossier(stories=(replace(told, story=story),))))
    (drawing,) = tree.xpath("//svg[@role='img']")
    ids = set(tree.xpath("//@id"))
    assert set(drawing.get("aria-labelledby").split()) <= ids
    assert drawing.xpath("./desc/text()") == ["02/05/2031 08:15: 3; 02/05/2031 11:00: 5; 03/05/2031: 7"]
    assert drawing.xpath("./text/text()")[:3] == ["3", "5", "7"]


def test_names_in_passing_stand_in_one_line() -> None:
    told = dossier().stories[0]
    actors = (*told.story.actors, replace(told.story.actors[0], name="Bến Lau", forms=("Bến Lau",), roles=()))
    tree = parse(write_page(Dossier(stories=(replace(told, story=replace(told.story, actors=actors)),))))
    (line,) = tree.xpath("//p[@class='passing']")
    assert "Bến Lau" in line.text_content()
    assert not [name for name in tree.xpath("//ul[@class='people']//b/bdi/text()") if name == "Bến Lau"]


def test_the_grid_tells_in_words_what_its_signs_mean() -> None:
    tree = parse(PAGES["one"])
    (row,) = tree.xpath("//table[@class='grid']//tr[th//a[@href='#s1-q1']]")
    assert row.xpath(".//@aria-label") == ["có đưa", "đưa khác", "không đưa", "không đưa"]


def test_a_citation_leads_to_the_words_themselves() -> None:
    tree = parse(PAGES["one"])
    link = tree.xpath("//div[@class='prose']//a[@class='c']/@href")[0]
    target = tree.get_element_by_id(link[1:])
    assert target.text_content().startswith("Lửa bùng lên")


def test_each_evidence_stands_in_its_sentence_with_outlet_and_time() -> None:
    proof = parse(PAGES["one"]).xpath("//div[@class='prose']//details")[0]
    assert proof.xpath(".//mark")[0].text_content() == "Lửa bùng lên tối 1/5 tại kho sợi của Công ty Lam Hà"
    assert "Sông Vàng" in proof.text_content()
    assert "02/05/2031 08:15" in proof.text_content()
    assert "Vì sao?" in proof.text_content()


def test_the_page_tells_every_line_of_the_json() -> None:
    tree = parse(write_page(read_json(write_json(dossier()))))
    ids = set(tree.xpath("//@id"))
    story = make_story()
    for letter, lines in (("u", story.utterances), ("q", story.quantities), ("h", story.timeline)):
        assert {f"s1-{letter}{n}" for n in range(1, len(lines) + 1)} <= ids
    assert len(tree.xpath("//article[contains(@class,'dispute')]")) == len(story.disagreements)
    assert len(tree.xpath("//details[contains(@class,'pair')]")) == 1
    assert "trang-trong.html" in tree.text_content()
    for reading in story.readings:
        place = story.readings.index(reading) + 1
        text = tree.xpath(f"string(//article[h3[@id='a-{place}']]//div[@class='text'])")
        assert text.split() == reading.text.split()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_same_dossier_gives_the_same_bytes(language: str) -> None:
    assert write_page(dossier(), language=language) == write_page(dossier(), language=language)


def test_sixty_outlets_fit() -> None:
    tree = parse(PAGES["sixty"])
    assert len(tree.xpath("(//table[@class='grid'])[1]/thead//th")) == 62
    assert len(tree.xpath("//details[@class='body'][@open]")) == 0


def test_fifty_articles_take_less_than_two_seconds() -> None:
    big = many_outlets(50)
    start = time.process_time()
    write_page(big)
    assert time.process_time() - start < 2


def test_a_site_has_an_index_and_a_page_per_story() -> None:
    files = write_site(several())
    assert list(files) == ["index.html", "001.html", "002.html"]
    assert set(parse(files["index.html"]).xpath("//ol[@class='index']//a/@href")) == {"001.html", "002.html"}
    assert "trang-trong.html" in files["index.html"]


def test_the_page_of_one_story_is_small() -> None:
    text = sum(len(row.text.encode()) for row in make_story().readings)
    assert len(PAGES["one"].encode()) < 300_000 + text


def test_an_unknown_outlet_is_not_counted_as_one() -> None:
    counts = parse(PAGES["one"]).xpath("//ul[@class='counts']/li")
    assert [node.text_content() for node in counts] == ["4 bài", "3 báo", "1 bài không rõ báo", "4 nguồn độc lập"]


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("ink", ["ink", "soft", "faint", "link", "red", "green", "amber", "num", "time"])
@pytest.mark.parametrize("ground", ["paper", "sheet", "wash", "mark-soft"])
@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_colours_have_the_contrast_that_reading_needs(theme: int, ground: str, ink: str) -> None:
    (style,) = parse(PAGES["one"]).xpath("//style/text()")
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", re.findall(r":root[^{]*\{[^}]*\}", style)[theme]))
    lighter, darker = sorted((luminance(colours[ink]), luminance(colours[ground])), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


def test_a_text_in_another_language_than_the_interface_says_so() -> None:
    assert set(parse(PAGES["english"]).xpath("//div[@class='text']/@lang")) == {"vi"}
    assert parse(PAGES["one"]).xpath("//body//@lang") == []


def test_what_one_outlet_alone_tells_stands_under_its_name() -> None:
    (fold,) = parse(PAGES["one"]).xpath("//section[contains(@class,'coverage')]/details")
    assert fold.xpath("./summary/text()") == ["5 dòng tin chỉ một báo đưa"]
    assert fold.xpath("./p/text()") == ["Sông Vàng", "Người Bến", "Bài 3"]
