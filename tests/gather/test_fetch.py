"""Fetching from a real server that misbehaves: what must not happen does not, and each failure says why."""

import gzip
import shutil
import ssl
import subprocess
import time
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from serving import Handler, Server, Site, serving

from doichieu.gather.fetch import Fetcher, FetchError
from doichieu.settings import FetchSettings, Validators

ROBOTS = b"""User-agent: *
Disallow: /kin/*/x$
Crawl-delay: 3

User-agent: doichieu
Disallow: /rieng
Crawl-delay: 2
"""
QUICK = FetchSettings(private=True, delay=0.0, wait=10.0, longest=30.0, tries=2)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


_OPEN: list[Fetcher] = []


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    """Close what a test opened."""
    yield
    while _OPEN:
        _OPEN.pop().close()


def opened(settings: FetchSettings, **given: Any) -> Fetcher:
    _OPEN.append(Fetcher(settings, **given))
    return _OPEN[-1]


class Pauses(list[float]):
    """Stands in for sleeping: keeps how long it would have been."""

    def __call__(self, seconds: float) -> None:
        self.append(seconds)


def fetcher(**changes: Any) -> Fetcher:
    return opened(replace(QUICK, **changes), sleep=Pauses())


def why(site: Site, path: str, **changes: Any) -> str:
    with pytest.raises(FetchError) as raised:
        fetcher(**changes).fetch(site.address + path)
    return str(raised.value)


def test_a_page_comes_with_its_address_and_kind(site: Site) -> None:
    site.pages["/a"] = b"<html>tin</html>"
    page = fetcher().fetch(f"{site.address}/a#x")
    assert page is not None
    assert (page.address, page.content, page.kind) == (f"{site.address}/a", b"<html>tin</html>", "text/html")
    assert site.headers[-1]["user-agent"].startswith("doichieu/")


def test_this_machine_is_not_asked_unless_tests_say_so(site: Site) -> None:
    assert "no public address" in why(site, "/a", private=False)
    assert site.asked == []


def test_a_redirect_to_a_private_address_is_not_followed(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving() as inner:
        inner.pages["/secret"] = b"secret"
        site.pages["/a"] = lambda handler: handler.lead(f"http://intern.example:{inner.port}/secret")
        names = {"tin.example": ["127.0.0.1"], "intern.example": ["127.0.0.2"]}
        # the first server stands for one on the network: its number alone counts as public here
        monkeypatch.setattr("doichieu.gather.fetch.reaching.is_public", lambda numeric: numeric == "127.0.0.1")
        gate = opened(replace(QUICK, private=False), resolver=lambda host, _port: names[host])
        with pytest.raises(FetchError, match=r"intern.example is no public address"):
            gate.fetch(f"http://tin.example:{site.port}/a")
        assert "/a" in site.asked
        assert inner.asked == []


def test_what_a_name_resolves_to_later_changes_nothing(site: Site) -> None:
    site.pages["/a"] = b"mot"
    answers = [["127.0.0.1"], ["203.0.113.9"], ["203.0.113.9"]]
    asked: list[str] = []

    def resolver(host: str, _port: int) -> list[str]:
        asked.append(host)
        return answers[len(asked) - 1]

    gate = opened(QUICK, resolver=resolver)
    for _ in range(3):
        page = gate.fetch(f"http://tin.example:{site.port}/a")
        assert page is not None
        assert page.content == b"mot"
    assert asked == ["tin.example"]
    assert site.headers[-1]["host"] == f"tin.example:{site.port}"


def test_redirects_are_followed_to_a_limit(site: Site) -> None:
    site.pages["/a"] = lambda handler: handler.lead("b", 301)
    site.pages["/b"] = b"hai"
    site.pages["/round"] = lambda handler: handler.lead("/round")
    site.pages["/nowhere"] = lambda handler: handler.give(b"", status=302)
    page = fetcher().fetch(f"{site.address}/a")
    assert page is not None
    assert page.address == f"{site.address}/b"
    assert "more than 5 times" in why(site, "/round")
    assert "does not say where" in why(site, "/nowhere")


@pytest.mark.parametrize("place", ["file:///etc/passwd", "ftp://a.example/", "javascript:alert(1)"])
def test_redirects_lead_only_to_http(site: Site, place: str) -> None:
    site.pages["/a"] = lambda handler: handler.lead(place)
    assert "only http and https" in why(site, "/a")


def test_what_is_told_or_found_to_be_too_large_is_broken_off(site: Site) -> None:
    site.pages["/told"] = lambda handler: handler.raw(b"HTTP/1.1 200 OK\r\nContent-Length: 99000000\r\n\r\nx")
    site.pages["/long"] = b"x" * 200_000
    site.pages["/endless"] = _endless
    assert "larger than 10 MB" in why(site, "/told")
    for path in ("/long", "/endless"):
        assert "larger than 0.0953674 MB" in why(site, path, largest=100_000)


def _endless(handler: Handler) -> None:
    handler.raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    while not handler.server.site.stop.is_set():
        handler.wfile.write(b"8000\r\n" + b"x" * 0x8000 + b"\r\n")


@pytest.mark.parametrize(
    ("encoding", "packed"), [("gzip", gzip.compress(bytes(40 << 20))), ("deflate", zlib.compress(bytes(40 << 20)))]
)
def test_a_bomb_is_broken_off(site: Site, encoding: str, packed: bytes) -> None:
    site.pages["/bomb"] = lambda handler: handler.give(packed, Content_Encoding=encoding)
    assert len(packed) < 100_000
    assert "larger than 10 MB" in why(site, "/bomb")


def test_what_cannot_be_unpacked_is_told(site: Site) -> None:
    site.pages["/broken"] = lambda handler: handler.give(b"no gzip at all", Content_Encoding="gzip")
    site.pages["/other"] = lambda handler: handler.give(b"xx", Content_Encoding="br")
    assert "cannot be unpacked" in why(site, "/broken")
    assert "not asked for" in why(site, "/other")


def test_packed_pages_are_unpacked(site: Site) -> None:
    site.pages["/a"] = lambda handler: handler.give(gzip.compress(b"tin"), Content_Encoding="gzip")
    page = fetcher().fetch(f"{site.address}/a")
    assert page is not None
    assert page.content == b"tin"


def test_a_server_that_drips_is_left_after_the_time_for_one_page(site: Site) -> None:
    def drip(start: bytes, handler: Handler) -> None:
        handler.raw(start)
        while not handler.server.site.stop.wait(0.05):
            handler.raw(b"x")

    site.pages["/body"] = lambda handler: drip(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n", handler)
    site.pages["/head"] = lambda handler: drip(b"HTTP/1.1 200 OK\r\nX-Slow: ", handler)
    for path in ("/body", "/head"):
        start = time.monotonic()
        assert "longer than 0.4 seconds" in why(site, path, longest=0.4, tries=1, robots=False)
        assert time.monotonic() - start < 5


def _silence(handler: Handler) -> None:
    handler.server.site.stop.wait(5)


def test_another_number_of_a_name_is_tried_where_one_does_not_answer(site: Site) -> None:
    site.pages["/a"] = b"tin"
    gate = opened(QUICK, resolver=lambda _host, _port: ["127.0.0.99", "127.0.0.1"], sleep=Pauses())
    page = gate.fetch(f"http://tin.example:{site.port}/a")
    assert page is not None
    assert page.content == b"tin"


def test_a_server_that_says_nothing_is_left(site: Site) -> None:
    site.pages["/a"] = _silence
    assert "timed out" in why(site, "/a", wait=0.2, tries=1, robots=False)


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"no http at all\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X-Many: 1\r\n" * 500 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nX-Long: " + b"x" * 100_000 + b"\r\n\r\n",
    ],
    ids=["nothing", "no-http", "short", "bad-chunks", "many-headers", "long-header"],
)
def test_broken_answers_are_told(site: Site, answer: bytes) -> None:
    site.pages["/a"] = lambda handler: handler.raw(answer)
    assert "the connection" in why(site, "/a", tries=1)


def test_a_busy_server_is_asked_again_after_the_pause_it_asks_for(site: Site) -> None:
    def busy(handler: Handler) -> None:
        if handler.server.site.asked.count("/a") < 3:
            handler.give(b"", status=503, Retry_After="7")
        else:
            handler.give(b"da roi")

    site.pages["/a"] = busy
    pauses = Pauses()
    page = opened(replace(QUICK, tries=3), sleep=pauses).fetch(f"{site.address}/a")
    assert page is not None
    assert page.content == b"da roi"
    assert pauses == [7.0, 7.0]


def test_a_broken_connection_is_tried_again_with_growing_pauses(site: Site) -> None:
    site.pages["/a"] = lambda handler: handler.raw(b"")
    pauses = Pauses()
    with pytest.raises(FetchError):
        opened(replace(QUICK, tries=4), sleep=pauses).fetch(f"{site.address}/a")
    assert site.asked.count("/a") == 4
    assert pauses == [1.0, 2.0, 4.0]


def test_who_asks_to_wait_for_long_is_left_for_the_next_run(site: Site) -> None:
    site.pages["/a"] = lambda handler: handler.give(b"", status=429, Retry_After="9999")
    site.pages["/b"] = lambda handler: handler.give(b"", status=429, Retry_After="Wed, 21 Oct 2099 07:28:00 GMT")
    assert "asks to wait 9999 seconds" in why(site, "/a")
    assert "asks to wait" in why(site, "/b")


@pytest.mark.parametrize(("status", "told"), [(404, "no such page"), (403, "forbids"), (410, "gone"), (451, "refuses")])
def test_refusals_are_told_and_not_tried_again(site: Site, status: int, told: str) -> None:
    site.pages["/a"] = lambda handler: handler.give(b"", status=status)
    assert told in why(site, "/a")
    assert site.asked.count("/a") == 1


def test_robots_are_asked_once_and_obeyed(site: Site) -> None:
    site.pages["/robots.txt"] = ROBOTS
    site.pages |= {"/a": b"a", "/kin/1/x": b"x"}
    pauses = Pauses()
    gate = opened(QUICK, sleep=pauses)
    assert gate.fetch(f"{site.address}/a")
    assert gate.fetch(f"{site.address}/kin/1/x")
    with pytest.raises(FetchError, match="forbid"):
        gate.fetch(f"{site.address}/rieng/1")
    assert site.asked == ["/robots.txt", "/a", "/kin/1/x"]
    assert all(1.5 < pause <= 2 for pause in pauses)


def test_robots_hold_behind_a_redirect_too(site: Site) -> None:
    with serving() as other:
        other.pages |= {"/robots.txt": b"User-agent: *\nDisallow: /\n", "/b": b"b"}
        site.pages["/a"] = lambda handler: handler.lead(f"{other.address}/b")
        assert "forbid" in why(site, "/a")
        assert other.asked == ["/robots.txt"]


@pytest.mark.parametrize(("status", "fetched"), [(404, True), (403, True), (500, False), (503, False)])
def test_robots_that_cannot_be_read(site: Site, status: int, fetched: bool) -> None:
    site.pages |= {"/robots.txt": lambda handler: handler.give(b"", status=status), "/a": b"a"}
    if fetched:
        assert fetcher(tries=1).fetch(f"{site.address}/a")
    else:
        assert "cannot be read now" in why(site, "/a", tries=1)
        assert "/a" not in site.asked


def _slowly(handler: Handler) -> None:
    time.sleep(0.1)
    handler.give(b"x")


def test_a_host_that_does_not_answer_is_told_with_the_reason() -> None:
    with serving() as gone:
        address = gone.address
    with pytest.raises(FetchError, match=r"cannot be read now: no connection"):
        fetcher(tries=1).fetch(f"{address}/a")


def test_robots_that_lead_round_are_told(site: Site) -> None:
    site.pages["/robots.txt"] = lambda handler: handler.lead("/robots.txt")
    assert "leads on too often" in why(site, "/a")


def test_one_connection_a_host_with_a_pause_between_requests(site: Site) -> None:
    site.pages |= {f"/{number}": b"x" for number in range(6)}
    site.pages["/0"] = _slowly
    gate = opened(replace(QUICK, delay=0.05, robots=False))
    start = time.monotonic()
    pages = list(gate.fetch_all(f"{site.address}/{number}" for number in range(6)))
    assert [address.rpartition("/")[2] for address, _ in pages] == list("012345")
    assert site.most_open == 1
    assert time.monotonic() - start >= 5 * 0.05


def test_several_hosts_are_asked_at_the_same_time(site: Site) -> None:
    with serving() as other:
        met = []

        def meet(handler: Handler) -> None:
            met.append(handler)
            until = time.monotonic() + 2
            while len(met) < 2 and time.monotonic() < until:
                time.sleep(0.01)
            handler.give(b"gap nhau" if len(met) > 1 else b"mot minh")

        site.pages["/a"] = other.pages["/a"] = meet
        gate = opened(replace(QUICK, robots=False), resolver=lambda _host, _port: ["127.0.0.1"])
        found = [
            page
            for _, page in gate.fetch_all([f"http://mot.example:{site.port}/a", f"http://hai.example:{other.port}/a"])
        ]
        assert [getattr(page, "content", None) for page in found] == [b"gap nhau", b"gap nhau"]


class Kept(dict[str, Validators]):
    """A memory."""

    def recall(self, address: str) -> Validators | None:
        return self.get(address)

    def keep(self, address: str, validators: Validators) -> None:
        self[address] = validators


def test_a_page_that_did_not_change_is_not_sent_again(site: Site) -> None:
    def page(handler: Handler) -> None:
        if handler.headers.get("If-None-Match") == '"v1"':
            handler.give(b"", status=304)
        else:
            handler.give(b"mot", ETag='"v1"', Last_Modified="Mon, 18 Sep 2023 01:00:00 GMT")

    site.pages["/a"] = page
    memory = Kept()
    gate = fetcher(memory=memory)
    first = gate.fetch(f"{site.address}/a")
    assert first is not None
    assert first.validators is not None
    assert (first.validators.etag, first.validators.modified) == ('"v1"', "Mon, 18 Sep 2023 01:00:00 GMT")
    memory.keep(f"{site.address}/a", first.validators)
    assert gate.fetch(f"{site.address}/a") is None
    assert site.headers[-1]["if-modified-since"] == "Mon, 18 Sep 2023 01:00:00 GMT"


@pytest.mark.skipif(shutil.which("openssl") is None, reason="needs openssl to make a certificate")
def test_certificates_are_checked_against_the_name_though_the_connection_goes_to_a_number(tmp_path: Path) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "cert.pem"
    subject = ["-subj", "/CN=tin.example", "-addext", "subjectAltName=DNS:tin.example"]
    command = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-keyout",
        key,
        "-out",
        certificate,
    ]
    subprocess.run([*map(str, command), *subject], check=True, capture_output=True)
    serve = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    serve.load_cert_chain(certificate, key)

    def wrap(server: Server) -> None:
        server.socket = serve.wrap_socket(server.socket, server_side=True)

    with serving(wrap) as site:
        site.pages["/a"] = b"kin"
        trust = ssl.create_default_context(cafile=str(certificate))
        gate = opened(QUICK, resolver=lambda _host, _port: ["127.0.0.1"], tls=trust)
        page = gate.fetch(f"https://tin.example:{site.port}/a")
        assert page is not None
        assert page.content == b"kin"
        for address, known in (
            (f"https://khac.example:{site.port}/a", trust),
            (f"https://tin.example:{site.port}/a", None),
        ):
            other = opened(replace(QUICK, robots=False), resolver=lambda _host, _port: ["127.0.0.1"], tls=known)
            with pytest.raises(FetchError, match="certificate"):
                other.fetch(address)
