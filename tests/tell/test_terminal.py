import pytest
from rich.cells import cell_len

from doichieu.tell.terminal import show
from tell.dossiers import dossier, hostile, several


@pytest.mark.parametrize(("width", "height"), [(80, 24), (120, 40), (40, 12), (200, 60)])
@pytest.mark.parametrize("make", [dossier, several, hostile])
def test_it_fits_the_screen(make, width: int, height: int) -> None:  # type: ignore[no-untyped-def]
    lines = show(make(), width=width, height=height, coloured=False).splitlines()
    assert len(lines) < height
    assert max(map(cell_len, lines)) <= width


def test_what_is_disputed_comes_first() -> None:
    lines = show(dossier(), width=100, height=24, coloured=False).splitlines()
    assert lines[0] == "Cháy kho sợi ở cảng Mây"
    assert lines[2] == "Điều còn khác nhau"
    assert "3 [1] ≠ 5 [2]" in lines[3]


def test_colours_only_where_they_are_wanted() -> None:
    assert "\x1b[" not in show(dossier(), width=80, height=24, coloured=False)
    assert "\x1b[1;31m" in show(dossier(), width=80, height=24, coloured=True)


def test_control_and_direction_characters_do_not_reach_the_terminal() -> None:
    text = show(hostile(), width=80, height=40, coloured=False)
    assert not [sign for sign in text if not sign.isprintable() and sign != "\n"]


def test_several_stories_are_a_list() -> None:
    lines = show(several(), language="en", width=80, height=24, coloured=False).splitlines()
    assert lines[0] == "2 stories · 8 articles"
    assert lines[2].endswith("Cháy kho sợi ở cảng Mây")
