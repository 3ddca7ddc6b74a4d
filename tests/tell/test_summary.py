import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doichieu.model import Article, Reading, Span, Story, SummarySentence, Zone
from doichieu.tell.narration import tell
from doichieu.tell.summary import summarise
from tell.dossiers import readings

FIRST = """Kho sợi cảng Mây cháy trong đêm
Lửa thiêu rụi kho sợi của Công ty Lam Hà ở cảng Mây tối 1/5.
Bảy công nhân thiệt mạng, theo Sở Y tế tỉnh.
Hơn 1.200 người phải rời nhà vì khói.
Trời hôm ấy không có gió.
Một quán cà phê gần đó vẫn mở cửa."""
SECOND = """Bảy người chết trong vụ cháy cảng Mây
Kho sợi của Công ty Lam Hà ở cảng Mây cháy rụi tối 1/5.
Sở Y tế tỉnh cho biết bảy công nhân thiệt mạng.
Khoảng 1.200 người được đưa khỏi nhà.
Xe cứu hỏa đến sau mười phút."""
BAO = (FIRST, SECOND)


def story(*texts: str) -> Story:
    return Story(id="s", readings=tuple(_reading(f"a{n}", text) for n, text in enumerate(texts)))


def _reading(ident: str, text: str) -> Reading:
    spans = [Span(*match.span()) for match in re.finditer(r"[^\n]+", text)]
    kinds = ["headline", "lead"] + ["body"] * len(spans)
    zones = tuple(Zone(start=a, end=b, kind=kind, origin="test") for (a, b), kind in zip(spans, kinds, strict=False))  # type: ignore[arg-type]
    return Reading(article=Article(id=ident, text=text, language="vi"), zones=zones, sentences=tuple(spans))


def grounded(sentence: SummarySentence, told: Story) -> bool:
    texts = {row.article.id: row.text for row in told.readings}
    evidence = " ".join(texts[words.article][words.start : words.end] for words in sentence.evidence)
    words = re.findall(r"\w+", sentence.text)
    return all(word in evidence for n, word in enumerate(words) if word[0].isdigit() or (n and word[0].isupper()))


def test_what_most_articles_tell_comes_in_and_asides_stay_out() -> None:
    told = " ".join(sentence.text for sentence in summarise(story(*BAO), length=35))
    assert "Lam Hà" in told
    assert "bảy công nhân" in told.casefold()
    assert "cà phê" not in told
    assert "gió" not in told


def test_nothing_is_told_twice() -> None:
    sentences = summarise(story(FIRST, FIRST.replace("Kho sợi cảng Mây", "Kho sợi ở cảng Mây")))
    texts = [sentence.text for sentence in sentences]
    assert len(texts) == len(set(texts))


def test_each_sentence_cites_its_source_first_and_those_that_confirm_it() -> None:
    told = story(*BAO)
    sentences = summarise(told)
    texts = {row.article.id: row.text for row in told.readings}
    for sentence in sentences:
        first = sentence.evidence[0]
        assert texts[first.article][first.start : first.end] == sentence.text
        assert sentence.because.values == (str(len({words.article for words in sentence.evidence})), "2")
    assert any(len(sentence.evidence) == 2 for sentence in sentences)


def test_the_length_is_kept() -> None:
    long = story("Tin\n" + "\n".join(f"Câu số {n} kể một chuyện khác hẳn về làng thứ {n * 7}." for n in range(60)))
    assert 80 <= sum(len(sentence.text.split()) for sentence in summarise(long, length=90)) <= 108


def test_headline_and_gist_are_words_of_the_articles() -> None:
    told = tell(story(*BAO))
    assert told.headline.text in {text.split("\n")[0] for text in BAO}
    assert told.gist.text in {text.split("\n")[1] for text in BAO}
    assert grounded(told.headline, told.story)
    assert grounded(told.gist, told.story)


@pytest.mark.parametrize("texts", [("",), ("Một dòng",), ("Tin\n…", "")])
def test_stories_with_nothing_to_tell(texts: tuple[str, ...]) -> None:
    assert summarise(story(*texts)) == ()
    assert tell(story(*texts)).gist == tell(story(*texts)).headline


def test_the_made_up_story_is_grounded() -> None:
    told = Story(id="s", readings=readings())
    assert all(grounded(sentence, told) for sentence in summarise(told))


@given(st.lists(st.text(alphabet="ab Đà Nẵng12.\n“”", max_size=200), min_size=1, max_size=4))
def test_any_text_is_summed_up_grounded_and_the_same_each_time(texts: list[str]) -> None:
    told = story(*texts)
    sentences = summarise(told)
    assert all(grounded(sentence, told) for sentence in sentences)
    assert sentences == summarise(told)


def test_an_opening_that_ties_to_what_is_not_told_is_cut() -> None:
    text = "Tin\nKho sợi cháy.\nTuy nhiên, bảy công nhân ở Lam Hà đã kịp thoát ra ngoài trước khi mái sập xuống."
    sentences = summarise(story(text), length=12)
    assert [sentence.text for sentence in sentences] == [
        "Bảy công nhân ở Lam Hà đã kịp thoát ra ngoài trước khi mái sập xuống."
    ]
    assert all(grounded(sentence, story(text)) for sentence in sentences)
