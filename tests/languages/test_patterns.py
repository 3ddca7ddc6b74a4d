import re
from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from doichieu.languages.patterns import any_of, whole_words

WORDS = st.lists(st.text("ab .(đ", min_size=1, max_size=5), max_size=8)


@given(WORDS, st.text("ab .(đ", max_size=30))
def test_it_matches_what_the_plain_list_matches(words: list[str], text: str) -> None:
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    plain = "(?:" + ("|".join(map(re.escape, longest_first)) or "(?!)") + ")"
    assert re.findall(any_of(words), text) == re.findall(plain, text)
    bounded = rf"(?<!\w){plain}(?!\w)"
    assert re.findall(whole_words(words), text) == re.findall(bounded, text)


def test_no_words_match_nothing() -> None:
    assert not re.search(any_of([]), "")


def test_characters_are_replaced_where_told() -> None:
    pattern = re.compile(any_of(["a b", "a #"], {" ": r"\s+", "#": r"\d+"}))
    found = chain.from_iterable(pattern.findall(text) for text in ("a  b", "a\n12", "a #", "ab"))
    assert list(found) == ["a  b", "a\n12"]
