"""Exchange: a request and its answer, over a connection to a checked numeric address, within limits."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from http.client import HTTPException

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import DecodeError, HTTPError, IncompleteRead
from urllib3.response import BaseHTTPResponse

from doichieu.gather.fetch.errors import BusyError, FetchError
from doichieu.gather.fetch.reaching import Target
from doichieu.settings import FetchSettings

_CHUNK = 1 << 16
_ENCODINGS = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server sent: headers' names are in small letters."""

    status: int
    headers: Mapping[str, str]
    content: bytes


@cache
def _tls() -> ssl.SSLContext:
    return ssl.create_default_context()


class Line:
    """A connection to one site, kept for the next request where the server keeps it too."""

    def __init__(
        self, target: Target, numeric: str, settings: FetchSettings, tls: ssl.SSLContext | None = None
    ) -> None:
        self._settings = settings
        self._host = target.site.partition("://")[2]
        if target.scheme == "https":
            self._connection: HTTPConnection = HTTPSConnection(
                numeric, target.port, timeout=settings.wait, ssl_context=tls or _tls(), server_hostname=target.host
            )
        else:
            self._connection = HTTPConnection(numeric, target.port, timeout=settings.wait)

    def ask(self, path: str, headers: Mapping[str, str], *, largest: int | None = None) -> Answer:
        """Ask for a path.

        Raises BusyError where the connection breaks or time runs out, FetchError where the answer is too large or none.
        """
        try:
            with self._watched() as late:
                return self._ask(path, headers, largest or self._settings.largest, late)
        except BaseException:
            self.close()
            raise

    def _ask(self, path: str, headers: Mapping[str, str], largest: int, late: threading.Event) -> Answer:
        try:
            sent = {"Host": self._host, "User-Agent": self._settings.agent, "Accept-Encoding": "gzip", **headers}
            self._connection.request("GET", path, headers=sent, preload_content=False, enforce_content_length=True)
            response = self._connection.getresponse()
            content = b"".join(self._pieces(response, largest, late))
        except DecodeError as error:
            raise FetchError(f"what the server sent cannot be unpacked ({error.args[0]})") from error
        except IncompleteRead as error:
            raise BusyError(self._late(late) or "the connection broke before the end") from error
        except ssl.SSLCertVerificationError as error:
            raise FetchError(f"its certificate is not right ({error.verify_message})") from error
        except (OSError, HTTPError, HTTPException, ValueError) as error:
            raise BusyError(self._late(late) or f"the connection failed ({_reason(error)})") from error
        if late.is_set():
            raise BusyError(self._late(late))
        found = {name.lower(): value for name, value in response.headers.items()}
        if found.get("connection", "").lower() == "close":
            self.close()
        return Answer(response.status, found, content)

    def _pieces(self, response: BaseHTTPResponse, largest: int, late: threading.Event) -> Iterator[bytes]:
        megabytes = f"{largest / (1 << 20):g} MB"
        if (response.headers.get("content-encoding") or "").strip().lower() not in _ENCODINGS:
            raise FetchError("it is packed in a way that was not asked for")
        told = response.headers.get("content-length") or ""
        if told.isdigit() and int(told) > largest:
            raise FetchError(f"it is larger than {megabytes}")
        length = 0
        for piece in response.stream(_CHUNK, decode_content=True):
            length += len(piece)
            if length > largest:
                raise FetchError(f"it is larger than {megabytes}")
            if late.is_set():
                raise BusyError(self._late(late))
            yield piece

    def _late(self, late: threading.Event) -> str:
        return f"it took longer than {self._settings.longest:g} seconds" if late.is_set() else ""

    @contextmanager
    def _watched(self) -> Iterator[threading.Event]:
        """Connect, and break the connection off when the time for one request has run out, however bytes drip."""
        late = threading.Event()

        def stop() -> None:
            late.set()
            sock = self._connection.sock
            if sock is not None:
                with suppress(OSError):
                    sock.shutdown(socket.SHUT_RDWR)

        timer = threading.Timer(self._settings.longest, stop)
        timer.daemon = True
        timer.start()
        try:
            if not self._connection.is_connected:
                self._connect()
            yield late
        finally:
            timer.cancel()

    def _connect(self) -> None:
        self.close()
        try:
            self._connection.connect()
        except ssl.SSLCertVerificationError as error:
            raise FetchError(f"its certificate is not right ({error.verify_message})") from error
        except (OSError, HTTPError) as error:
            raise BusyError(f"no connection ({_reason(error)})") from error

    def close(self) -> None:
        """Close the connection; the next request opens another one, to the same numeric address."""
        self._connection.close()


def _reason(error: BaseException) -> str:
    cause = getattr(error, "strerror", None) or getattr(error, "reason", None) or str(error) or type(error).__name__
    return " ".join(str(cause).split())[:200]
