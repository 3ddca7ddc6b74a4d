"""Fetcher: pages by their addresses, one connection a host, with pauses, retries and the rules that sites ask for."""

from __future__ import annotations

import re
import ssl
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urldefrag

from doichieu.gather.addresses import joined
from doichieu.gather.fetch.errors import BusyError, FetchError
from doichieu.gather.fetch.exchange import Answer, Line
from doichieu.gather.fetch.reaching import Resolver, Target, reachable, resolve, target_of
from doichieu.gather.fetch.robots import LARGEST as LARGEST_ROBOTS
from doichieu.gather.fetch.robots import Robots, robots_of
from doichieu.settings import FetchSettings, Validators

_MOVED = frozenset({301, 302, 303, 307, 308})
_BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})
LONGEST_WAIT = 120.0
"""Seconds: who asks to wait longer is left for the next run."""
_ACCEPT = "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/xml;q=0.9,*/*;q=0.5"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A page as it was sent."""

    address: str
    """Where it came from in the end, after redirects."""
    content: bytes
    kind: str
    """The media type that the server told, in small letters, "" where it told none."""
    charset: str = ""
    """The encoding that the server told."""
    validators: Validators | None = None


@dataclass(slots=True)
class _Host:
    """What is kept of one host while the fetcher lives: its sites (scheme and port) share one connection at a time."""

    lock: threading.RLock = field(default_factory=threading.RLock)
    site: str = ""
    line: Line | None = None
    free_at: float = 0.0
    failures: int = 0
    """Connections that broke: the next one goes to the next of the name's numbers."""
    robots: dict[str, Robots | str] = field(default_factory=dict)
    """The rules of each site, or why they cannot be read."""


class Fetcher:
    """Fetches pages. One object serves a whole run, from any number of threads."""

    def __init__(
        self,
        settings: FetchSettings | None = None,
        *,
        resolver: Resolver = resolve,
        sleep: Callable[[float], None] = time.sleep,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self.settings = settings or FetchSettings()
        self._resolver = resolver
        self._sleep = sleep
        self._tls = tls
        self._hosts: dict[str, _Host] = {}
        self._lock = threading.Lock()

    def fetch(self, address: str) -> Fetched | None:
        """Give the page at an address, None where it is the same as when it was last kept in memory.

        Raises FetchError where it cannot be or must not be fetched.
        """
        memory = self.settings.memory
        kept = memory.recall(address) if memory is not None else None
        headers = {"Accept": _ACCEPT}
        if kept and kept.etag:
            headers["If-None-Match"] = kept.etag
        if kept and kept.modified:
            headers["If-Modified-Since"] = kept.modified
        here, answer = self._follow(address, headers)
        if answer.status == 304 and kept:
            return None
        if not 200 <= answer.status < 300:
            raise FetchError(_refusal(answer.status))
        told = answer.headers
        validators = Validators(etag=told.get("etag"), modified=told.get("last-modified"), at=datetime.now(UTC))
        return Fetched(
            address=here,
            content=answer.content,
            kind=told.get("content-type", "").partition(";")[0].strip().lower(),
            charset=_charset(told.get("content-type", "")),
            validators=validators,
        )

    def fetch_all(self, addresses: Iterable[str]) -> Iterator[tuple[str, Fetched | FetchError | None]]:
        """Give each address with its page, or with why there is none, in their order; several hosts at a time."""
        pool = ThreadPoolExecutor(self.settings.hosts, thread_name_prefix="fetch")
        waiting: deque[tuple[str, Future[Fetched | FetchError | None]]] = deque()
        try:
            for address in addresses:
                waiting.append((address, pool.submit(self._tried, address)))
                if len(waiting) >= 4 * self.settings.hosts:
                    first, page = waiting.popleft()
                    yield first, page.result()
            while waiting:
                first, page = waiting.popleft()
                yield first, page.result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)

    def close(self) -> None:
        """Close all connections."""
        with self._lock:
            for host in self._hosts.values():
                if host.line:
                    host.line.close()

    def _tried(self, address: str) -> Fetched | FetchError | None:
        try:
            return self.fetch(address)
        except FetchError as error:
            return error

    def _follow(self, address: str, headers: Mapping[str, str]) -> tuple[str, Answer]:
        """Give the answer behind redirects, and where it came from; every hop is checked like the first."""
        here = urldefrag(address).url
        for _ in range(self.settings.redirects + 1):
            target = target_of(here)
            self._check_rules(target, here)
            answer = self._ask_again(target, headers)
            if answer.status not in _MOVED:
                return here, answer
            place = answer.headers.get("location")
            if not place:
                raise FetchError("it leads on and does not say where")
            here = urldefrag(joined(here, place)).url
        raise FetchError(f"it leads on more than {self.settings.redirects} times")

    def _check_rules(self, target: Target, address: str) -> None:
        if not self.settings.robots:
            return
        host = self._host(target)
        with host.lock:
            if target.site not in host.robots:
                host.robots[target.site] = self._ask_robots(target)
            robots = host.robots[target.site]
        if isinstance(robots, str):
            raise FetchError(f"the rules of {target.site} (robots.txt) cannot be read now: {robots}")
        if not robots.allows(address):
            raise FetchError(f"the rules of {target.site} (robots.txt) forbid it")

    def _ask_robots(self, target: Target) -> Robots | str:
        here = f"{target.site}/robots.txt"
        try:
            for _ in range(self.settings.redirects + 1):
                at = target_of(here)
                answer = self._ask_again(at, {}, largest=8 * LARGEST_ROBOTS)
                place = answer.headers.get("location")
                if answer.status not in _MOVED or not place:
                    return robots_of(answer, self.settings.agent) or f"HTTP {answer.status}"
                here = joined(here, place)
        except FetchError as error:
            return str(error)
        return "it leads on too often"

    def _ask_again(self, target: Target, headers: Mapping[str, str], *, largest: int | None = None) -> Answer:
        """Ask, and ask again after a pause where the server is busy or the connection broke."""
        for attempt in range(1, self.settings.tries + 1):
            try:
                answer = self._ask(target, headers, largest)
            except BusyError as error:
                if attempt == self.settings.tries:
                    raise
                pause = error.wait or 2.0 ** (attempt - 1)
            else:
                asked = _asked_wait(answer)
                if answer.status not in _BUSY or attempt == self.settings.tries:
                    return answer
                pause = asked if asked is not None else 2.0 ** (attempt - 1)
                if pause > LONGEST_WAIT:
                    raise FetchError(f"the server is busy and asks to wait {pause:.0f} seconds")
            self._sleep(pause)
        raise FetchError("nothing was tried")

    def _ask(self, target: Target, headers: Mapping[str, str], largest: int | None) -> Answer:
        host = self._host(target)
        with host.lock:
            pause = host.free_at - time.monotonic()
            if pause > 0:
                self._sleep(pause)
            line = self._line(host, target)
            try:
                return line.ask(target.path, headers, largest=largest)
            except BusyError:
                host.failures += 1
                host.line = None  # the next try resolves the name anew, and checks it anew
                raise
            finally:
                robots = host.robots.get(target.site)
                asked = robots.delay if isinstance(robots, Robots) else 0.0
                host.free_at = time.monotonic() + max(self.settings.delay, asked)

    def _line(self, host: _Host, target: Target) -> Line:
        """Give the host's connection: the one that is open, or a new one to a numeric address that was checked."""
        if host.line is None or host.site != target.site:
            if host.line:
                host.line.close()
            numbers = reachable(target, self._resolver, private=self.settings.private)
            numeric = numbers[host.failures % len(numbers)]
            host.line, host.site = Line(target, numeric, self.settings, self._tls), target.site
        return host.line

    def _host(self, target: Target) -> _Host:
        with self._lock:
            return self._hosts.setdefault(target.host, _Host())


def _charset(kind: str) -> str:
    found = re.search(r"charset=[\"']?([\w-]{2,20})", kind, re.IGNORECASE)
    return found[1] if found else ""


def _asked_wait(answer: Answer) -> float | None:
    """Give the seconds that ``Retry-After`` asks for, None where it asks nothing that can be read."""
    told = answer.headers.get("retry-after", "").strip()
    if told.isdigit():
        return float(told[:9])
    with suppress(ValueError, TypeError, OverflowError):
        return max(0.0, parsedate_to_datetime(told).timestamp() - time.time())
    return None


def _refusal(status: int) -> str:
    words = {401: "a login is asked for", 403: "the server forbids it", 404: "there is no such page", 410: "it is gone"}
    return f"{words.get(status, 'the server refuses')} (HTTP {status})"
