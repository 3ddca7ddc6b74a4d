import pytest

from compare.readings import reading
from doichieu.compare.reuse.credits import credited_by, credited_for, is_outlet
from doichieu.model import Article, Reading, Zone, ZoneKind


def ending(text: str, kind: ZoneKind) -> Reading:
    base = reading("a", f"Bão đổ bộ.\n{text}")
    zone = Zone(start=11, end=len(base.text), kind=kind, origin="test")
    return Reading(article=base.article, zones=(zone,))


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("(Theo AFP)", "credit", {"AFP"}),
        ("Theo Thông tấn xã Việt Nam", "credit", {"TTXVN"}),
        ("(TTXVN)", "dateline", {"TTXVN"}),
        ("Ảnh: Reuters", "credit", set()),
        ("Theo bà con trong xóm", "credit", set()),
        ("Theo AFP", "body", set()),
    ],
)
def test_credits_of_a_whole_article(text: str, kind: ZoneKind, expected: set[str]) -> None:
    assert credited_by(ending(text, kind)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Theo Reuters, đập đã vỡ.", {"Reuters"}),
        ("Theo hãng tin Nga Itar-Tass, đập đã vỡ.", {"TASS"}),
        ("Đập đã vỡ, dẫn nguồn Xinhua.", {"Xinhua"}),
        ("Nhà báo của Reuters bị thương.", set()),
        ("Theo ông Tư, đập đã vỡ.", set()),
    ],
)
def test_credits_of_a_sentence(text: str, expected: set[str]) -> None:
    assert credited_for(reading("a", text), 0, 5) == expected


@pytest.mark.parametrize(
    ("name", "outlet", "expected"),
    [
        ("VnExpress", "vnexpress.net", True),
        ("VnExpress", "kinhdoanh.vnexpress.net", True),
        ("Dân trí", "dantri.com.vn", True),
        ("Tuổi Trẻ", "Tuổi trẻ", True),
        ("Reuters", "vnexpress.net", False),
        ("Reuters", "", False),
    ],
)
def test_an_outlet_by_its_name_or_address(name: str, outlet: str, *, expected: bool) -> None:
    assert is_outlet(name, Reading(article=Article(id="a", text="x", outlet=outlet, language="vi"))) is expected
