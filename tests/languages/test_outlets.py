import pytest

from doichieu.gather import FIELDS
from doichieu.languages.lists import rows
from doichieu.languages.vi import PACK

LISTED = rows("doichieu.languages.vi", "gather/outlets.txt")
APART = {"VietnamPlus"}
"""An outlet of its own that credits treat as its agency."""


@pytest.mark.parametrize(
    ("domain", "short"),
    [
        ("vnexpress.net", "VnExpress"),
        ("thethao.vnexpress.net", "VnExpress"),
        ("ngoisao.vnexpress.net", "Ngôi sao"),
        ("WWW.TuoiTre.vn", "Tuổi Trẻ"),
        ("bbc.com", "BBC"),
        ("evil-vnexpress.net", None),
        ("net", None),
        ("", None),
    ],
)
def test_an_outlet_is_known_by_its_domain(domain: str, short: str | None) -> None:
    found = PACK.gather.outlet(domain)
    assert (found.short if found else None) == short


def test_the_list_is_long_and_each_domain_has_one_outlet() -> None:
    domains = [domain for row in LISTED for domain in row[2].split()]
    assert len(LISTED) >= 250
    assert len(domains) == len(set(domains))
    assert all(domain == domain.lower() and "." in domain and "/" not in domain for domain in domains)


def test_short_names_are_those_under_which_credits_are_joined() -> None:
    apart = {row[1] for row in LISTED if PACK.compare.medium(row[1]) != row[1]}
    assert apart == APART


def test_columns_name_fields() -> None:
    assert set(PACK.gather.columns().values()) <= set(FIELDS)
    assert all(name.isascii() and name.isalnum() and name.islower() for name in PACK.gather.columns())
