import bz2
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from pathlib import Path

import pytest

from doichieu.gather import gather
from doichieu.gather.formats import archives
from doichieu.model import Article, Problem

LINE = json.dumps({"id": "d", "text": "dòng"}).encode() + b"\n"


def texts(path: Path) -> list[str]:
    return [item.text for item in gather([str(path)]) if isinstance(item, Article)]


def reasons(path: Path) -> list[str]:
    return [
        f"{item.source.rpartition('/')[2]}: {item.because}" for item in gather([str(path)]) if isinstance(item, Problem)
    ]


def zipped(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def tarred(path: Path, members: dict[str, bytes], mode: str) -> Path:
    with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]
        for name, content in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return path


MEMBERS = {"b/2.txt": b"hai", "a/1.txt": "một".encode(), "c.jsonl": LINE, "__MACOSX/x.txt": b"x", ".an.txt": b"x"}


def test_a_zip_is_read_in_the_order_of_names(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", MEMBERS)
    assert texts(path) == ["một", "hai", "dòng"]
    assert [item.id for item in gather([str(path)]) if isinstance(item, Article)] == ["1", "2", "d"]


@pytest.mark.parametrize(
    ("name", "mode"),
    [("a.tar", "w"), ("a.tar.gz", "w:gz"), ("a.tgz", "w:gz"), ("a.tar.bz2", "w:bz2"), ("a.txz", "w:xz"), ("a", "w:gz")],
)
def test_a_tar_is_read_however_it_is_packed(tmp_path: Path, name: str, mode: str) -> None:
    assert texts(tarred(tmp_path / name, MEMBERS, mode)) == ["hai", "một", "dòng"]


@pytest.mark.parametrize(("suffix", "pack"), [("gz", gzip.compress), ("bz2", bz2.compress), ("xz", lzma.compress)])
def test_packed_files_are_read_by_the_name_within(tmp_path: Path, suffix: str, pack: object) -> None:
    path = tmp_path / f"a.txt.{suffix}"
    path.write_bytes(pack(b"tin"))  # type: ignore[operator]
    assert [(item.id, item.text) for item in gather([str(path)]) if isinstance(item, Article)] == [("a", "tin")]


def test_names_that_lead_out_of_an_archive_lead_nowhere(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"../../etc/tin.txt": b"tin", "/abs/\x1b[31mtin2.txt": b"tin2"})
    assert texts(path) == ["tin", "tin2"]
    assert [file.name for file in tmp_path.rglob("*")] == ["a.zip"]
    broken = zipped(tmp_path / "b.zip", {"\x1b]0;x\x07a.txt": b""})
    assert "\x1b" not in reasons(broken)[0]


def test_links_and_devices_in_a_tar_are_left_out(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "a.tar", "w") as archive:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE):
            member = tarfile.TarInfo(f"{kind.decode()}.txt")
            member.type, member.linkname = kind, "/etc/passwd"
            archive.addfile(member)
    assert len(reasons(tmp_path / "a.tar")) == 4
    assert texts(tmp_path / "a.tar") == []


def test_a_bomb_is_broken_off_and_the_rest_goes_on(tmp_path: Path) -> None:
    bomb = bytes(20 << 20)
    path = zipped(tmp_path / "a.zip", {"1.txt": bomb, "2.jsonl": bomb, "3.txt": "ổn".encode()})
    assert path.stat().st_size < 60_000
    assert texts(path) == ["ổn"]
    assert [reason.partition(": ")[2] for reason in reasons(path)] == [
        "1.txt: no article: it unpacks to more than 200 times its size",
        "2.jsonl, line 1: no article: it unpacks to more than 200 times its size",
    ]


def test_a_bomb_of_lines_is_broken_off(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(b"\n" * (20 << 20)))
    assert "unpacks to more than 200 times" in reasons(path)[0]


def test_archives_in_archives_have_an_end(tmp_path: Path) -> None:
    content = b"tin"
    name = "a.txt"
    for depth in range(5):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            archive.writestr(name, content)
        content, name = buffer.getvalue(), f"{depth}.zip"
        (tmp_path / f"{depth}.zip").write_bytes(content)
    assert texts(tmp_path / "2.zip") == ["tin"]
    assert "more than 3 archives" in reasons(tmp_path / "4.zip")[0]


def test_many_members_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_MEMBERS", 2)
    members = {f"{number}.txt": b"x" for number in range(4)}
    assert "more than 2 files" in reasons(zipped(tmp_path / "a.zip", members))[0]
    assert "more than 2 files" in reasons(tarred(tmp_path / "a.tar", members, "w"))[-1]


def test_damaged_archives_are_told(tmp_path: Path) -> None:
    good = zipped(tmp_path / "good.zip", MEMBERS).read_bytes()
    (tmp_path / "cut.zip").write_bytes(good[: len(good) // 2])
    (tmp_path / "cut.tar.gz").write_bytes(tarred(tmp_path / "g.tar.gz", MEMBERS, "w:gz").read_bytes()[:150])
    (tmp_path / "no.zip").write_bytes(b"PK\x03\x04 nothing")
    for name in ("cut.zip", "cut.tar.gz", "no.zip"):
        assert "damaged archive" in reasons(tmp_path / name)[-1]


def test_an_office_document_is_no_archive_of_articles(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.docx", {"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"})
    assert "office document" in reasons(path)[0]
