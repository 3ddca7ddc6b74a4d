"""A real server on this machine that behaves as each test asks."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Handler(BaseHTTPRequestHandler):
    """Answers by the site's pages."""

    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:
        site = self.server.site
        with site.lock:
            site.asked.append(self.path)
            site.headers.append({name.lower(): value for name, value in self.headers.items()})
            site.open_now += 1
            site.most_open = max(site.most_open, site.open_now)
        try:
            page = site.pages.get(self.path)
            if callable(page):
                page(self)
            elif page is None:
                self.give(b"none", status=404)
            else:
                self.give(page)
        except (BrokenPipeError, ConnectionResetError):
            pass
        finally:
            with site.lock:
                site.open_now -= 1

    def give(
        self, content: bytes, *, status: int = 200, kind: str = "text/html; charset=utf-8", **headers: str
    ) -> None:
        """Send an answer."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def lead(self, place: str, status: int = 302) -> None:
        """Send a redirect."""
        self.give(b"", status=status, Location=place)

    def raw(self, *pieces: bytes) -> None:
        """Send bytes as they are, and close."""
        for piece in pieces:
            self.wfile.write(piece)
            self.wfile.flush()
        self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class' name
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True
    site: Site


Page = bytes | Callable[[Handler], None]


@dataclass
class Site:
    """What is served, and what was asked for."""

    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)
    open_now: int = 0
    most_open: int = 0
    address: str = ""
    port: int = 0
    stop: threading.Event = field(default_factory=threading.Event)
    """Set at the end, so that slow pages end too."""


@contextmanager
def serving(wrap: Callable[[Server], None] | None = None) -> Iterator[Site]:
    """Serve while the test runs."""
    site = Site()
    server = Server(("127.0.0.1", 0), Handler)
    server.site = site
    if wrap:
        wrap(server)
    site.port = server.server_address[1]
    site.address = f"http://127.0.0.1:{site.port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.stop.set()
        server.shutdown()
        server.server_close()
        thread.join()
