import pytest

from doichieu.gather.fetch.errors import FetchError
from doichieu.gather.fetch.reaching import is_public, reachable, resolve, target_of


@pytest.mark.parametrize(
    "numeric",
    [
        "127.0.0.1",
        "127.8.9.10",
        "0.0.0.0",  # noqa: S104 - a case
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "::7f00:1",
        "::ffff:127.0.0.1",
        "::ffff:192.168.0.1",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "fd12:3456::1",
        "fec0::1",
        "5f00::1",
        "ff02::1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::a00:1",
        "2002:7f00:1::",
        "2002:c0a8:101::1",
        "2001:db8::1",
        "not-a-number",
    ],
)
def test_private_addresses_in_every_form_are_told(numeric: str) -> None:
    assert not is_public(numeric)


@pytest.mark.parametrize("numeric", ["1.1.1.1", "113.160.0.1", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_public_addresses_are_told(numeric: str) -> None:
    assert is_public(numeric)


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0177.0.0.1/",
        "http://127.1/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:7f00:1]/",
        "http://0/",
        "http://localhost/",
        "http://LOCALHOST./",
        "http://169.254.169.254/latest/meta-data/",
    ],
)
def test_spellings_of_this_machine_are_refused(address: str) -> None:
    with pytest.raises(FetchError, match=r"no public address|is not known"):
        reachable(target_of(address), resolve, private=False)


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("ftp://a.example/x", "only http and https"),
        ("file:///etc/passwd", "only http and https"),
        ("gopher://a.example/", "only http and https"),
        ("http:///x", "names no host"),
        ("http://user:secret@a.example/", "name or password"),
        ("http://a.example:99999/", "cannot be read"),
        ("http://a.example/" + "x" * 5000, "too long"),
    ],
)
def test_addresses_that_are_not_fetched(address: str, told: str) -> None:
    with pytest.raises(FetchError, match=told):
        target_of(address)


def test_a_name_with_one_public_and_one_private_address_is_reached_at_the_public_one_only() -> None:
    found = reachable(target_of("http://two.example/"), lambda _h, _p: ["10.0.0.1", "1.1.1.1"], private=False)
    assert found == ["1.1.1.1"]


def test_vietnamese_hosts_and_paths_are_written_in_ascii() -> None:
    target = target_of("https://báo.example/tin tức?q=bão")
    assert target.host == "xn--bo-mia.example"
    assert target.path == "/tin%20t%E1%BB%A9c?q=b%C3%A3o"
