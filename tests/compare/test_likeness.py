from doichieu.compare.likeness import Weights, cosine

WEIGHTS = Weights.of([], "vi")


def test_equal_texts_are_wholly_alike() -> None:
    vector = WEIGHTS.vector("Cháy lớn ở kho hàng tại Bình Dương")
    assert abs(cosine(vector, vector) - 1) < 1e-6


def test_no_words_are_like_nothing() -> None:
    assert WEIGHTS.vector(" … ") == {}
    assert cosine(WEIGHTS.vector(""), WEIGHTS.vector("một")) == 0


def test_rare_words_tell_more_than_frequent_ones() -> None:
    text = WEIGHTS.vector("Ông cho biết Tokayev sẽ từ chức")
    assert cosine(text, WEIGHTS.vector("Tokayev")) > 2 * cosine(text, WEIGHTS.vector("cho biết"))


def test_place_of_the_tone_mark_does_not_matter() -> None:
    assert cosine(WEIGHTS.vector("Thanh Hoá"), WEIGHTS.vector("Thanh Hóa")) > 0.999


def test_order_of_the_pile_does_not_matter() -> None:
    pile = ["Giá vàng tăng", "Giá dầu giảm", "Bão số 5"]
    text = "Giá vàng giảm"
    assert Weights.of(pile, "vi").vector(text) == Weights.of(pile[::-1], "vi").vector(text)


def test_texts_in_an_unknown_language_are_compared_by_the_pile_alone() -> None:
    weights = Weights.of(["the cat sat", "the dog ran", "the end"], "xx")
    assert cosine(weights.vector("the cat"), weights.vector("a cat")) > cosine(
        weights.vector("the cat"), weights.vector("the")
    )
