import pytest

from doichieu.gather.encoding import NotTextError, decode, decode_html

TEXT = "Ông Nguyễn Văn Ấn cho biết đã có 12 người bị thương trong vụ cháy ở phường Đông Hòa, và không ai thiệt mạng."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_encodings_are_recognised(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_windows_1258_is_recognised_and_kept_as_it_came() -> None:
    # the encoding holds tone marks as characters of their own: "ế" is "ê" and a mark
    came = "Ông Trâ\u0300n Sơn cho biê\u0301t đa\u0303 co\u0301 ba ngươ\u0300i bi\u0323 thương"
    assert decode(came.encode("cp1258")) == came


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG picture"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG picture"),
        (b"%PDF-1.7 \x80", "PDF"),
        (b"PK\x03\x04\x14\x00", "zip"),
        (b"\xff\xfe\x00\xd8a", "breaks off"),
        (b"broken \xff\xc3\x28 bytes", "neither UTF-8"),
        (bytes(range(1, 32)) * 3, "control characters"),
    ],
)
def test_what_is_no_text_is_refused_with_its_reason(content: bytes, told: str) -> None:
    with pytest.raises(NotTextError, match=told):
        decode(content)


def test_line_ends_and_decomposed_letters_stay() -> None:
    text = "Một\r\nhai\u00a0ba\n ê\u0301"
    assert decode(text.encode()) == text


def test_a_page_declares_its_encoding() -> None:
    page = '<html><head><meta charset="windows-1258"></head><body>Ba\u0301o</body></html>'
    assert decode_html(page.encode("cp1258")) == page


def test_a_page_that_declares_what_it_is_not_is_judged_by_its_bytes() -> None:
    page = '<html><head><meta charset="us-ascii"></head><body>Báo</body></html>'
    assert decode_html(page.encode()) == page
