import unicodedata

from compare.readings import reading
from doichieu.compare.reuse.finding import find_reuse
from doichieu.model import Article, Evidence, Reading, Reuse, Story, Zone

LEAD = "Rạng sáng mùng bảy, hai tàu cá của ngư dân xã Hòa Thuận va vào bãi đá ngầm Cồn Sẻ khiến một chiếc vỡ đôi"
TAIL = ", mười một thuyền viên trôi dạt suốt chín giờ trước khi được tàu Hải Âu 09 vớt lên an toàn"


def reuses(*texts: str, days: tuple[int | None, ...] = (1, 2, 3)) -> tuple[Reuse, ...]:
    readings = tuple(reading(f"a{n}", text, day=day) for n, (text, day) in enumerate(zip(texts, days, strict=False)))
    return find_reuse(Story(id="s", readings=readings))


def words(evidence: Evidence, *texts: str) -> str:
    return texts[int(evidence.article[1:])][evidence.start : evidence.end]


def test_a_copied_passage_is_aligned_to_the_character() -> None:
    texts = (f"Tin biển đảo. {LEAD}{TAIL}.", f"Hai tàu gặp nạn\n{LEAD}{TAIL}! Nguyên nhân đang được làm rõ.")
    (reuse,) = reuses(*texts)
    assert (reuse.kind, reuse.source.article, reuse.target.article) == ("copied", "a0", "a1")
    assert words(reuse.source, *texts) == words(reuse.target, *texts) == LEAD + TAIL


def test_changed_words_make_it_reworked() -> None:
    other = LEAD.replace("hai tàu cá", "cặp tàu đánh cá").replace(
        "khiến một chiếc vỡ đôi", "làm một con tàu gãy làm hai"
    )
    (reuse,) = reuses(LEAD + TAIL, f"{other}{TAIL.replace('trước khi được', 'rồi mới được')}")
    assert reuse.kind == "reworked"
    assert 0.5 <= reuse.likeness < 0.9


def test_a_quotation_that_both_report_is_no_reuse() -> None:
    quote = f"“{LEAD}{TAIL}”"
    assert reuses(f"Ông Tư kể: {quote}.", f"Thuyền trưởng thuật lại với phóng viên: {quote}.") == ()


def test_common_phrases_are_no_reuse() -> None:
    phrase = "theo thông tin ban đầu từ cơ quan cảnh sát điều tra công an tỉnh cho biết"
    assert reuses(f"{phrase} xe tải lật.", f"{phrase} nhà kho cháy.") == ()


def test_without_times_the_longer_article_is_the_source() -> None:
    (reuse,) = reuses(LEAD + TAIL, f"{LEAD}{TAIL}. Đồn biên phòng đã đưa mọi người về bờ.", days=(None, None))
    assert (reuse.source.article, reuse.target.article) == ("a1", "a0")


def test_an_article_that_credits_the_other_took_it_from_there() -> None:
    text = f"{LEAD}{TAIL}\n(Theo VnExpress)"
    zone = Zone(start=len(text) - 15, end=len(text), kind="credit", origin="test")
    early = reading("a0", text, day=1)
    early = Reading(article=early.article, sentences=early.sentences, zones=(zone,))
    late = Reading(article=Article(id="a1", text=LEAD + TAIL, outlet="vnexpress.net", language="vi"))
    (reuse,) = find_reuse(Story(id="s", readings=(early, late)))
    assert (reuse.source.article, reuse.target.article) == ("a1", "a0")


def test_a_text_that_repeats_itself_is_no_reuse() -> None:
    assert reuses(f"{LEAD}{TAIL}\n{LEAD}{TAIL}") == ()


def test_three_copies_have_one_source() -> None:
    assert [(one.source.article, one.target.article) for one in reuses(*[LEAD + TAIL] * 3)] == [
        ("a0", "a1"),
        ("a0", "a2"),
    ]


def test_decomposed_letters_are_the_same_words() -> None:
    (reuse,) = reuses(LEAD + TAIL, unicodedata.normalize("NFD", LEAD + TAIL))
    assert reuse.likeness == 1
