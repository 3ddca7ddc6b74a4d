"""How long telling takes: the page and every export of a story of 50 and of 500 articles, and how the page scrolls.

The stories are the example's, its articles taken over and over, each copy with its own outlet, hour and notes, all
lines told by all copies, every copy a reprint of one before. Run: ``python benchmarks/telling.py [--scroll]``.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

from doichieu.model import Because, Coverage, Dossier, Evidence, Origin, Reuse
from doichieu.tell.files import read_dossier
from doichieu.tell.forms import FORMS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from doichieu.model import Happening, LineKind, Quantity, Reading, ToldStory, Utterance

EXAMPLE = Path(__file__).parents[1] / "examples" / "kazakhstan-2022" / "dossier.json"
LIMITS = {50: 2.0, 500: 15.0}
"""Seconds of processor time that the page and all exports together may take: other work running does not count."""
START = datetime(2022, 1, 7, 6, tzinfo=UTC)
COPY = Because("tells it in words of its own")


def main() -> None:
    """Measure and print; exit 1 where a limit is passed."""
    told = read_dossier(EXAMPLE).stories[0]
    late = False
    for number, limit in LIMITS.items():
        dossier = Dossier(stories=(multiplied(told, number),))
        whole = 0.0
        for name, form in FORMS.items():
            if name == "site":
                continue  # page, feed and JSON again
            start, clock = time.process_time(), time.perf_counter()
            files = form.write(dossier, "vi")
            took, waited = time.process_time() - start, time.perf_counter() - clock
            whole += took
            size = sum(map(len, files.values())) / 1e6
            print(f"{number:>4} articles  {name:<12}{took:7.2f} s ({waited:.2f} by the clock)  {size:7.2f} MB")
        print(f"{number:>4} articles  {'all':<12}{whole:7.2f} s  (limit {limit:g} s)")
        late = late or whole > limit
        if "--scroll" in sys.argv:
            _scroll(FORMS["html"].write(dossier, "vi")["dossier.html"], number)
    sys.exit(1 if late else 0)


def multiplied(told: ToldStory, number: int) -> ToldStory:
    """Give a story of so many articles, copies of the given one's in turn."""
    story = told.story
    base = {row.article.id: row for row in story.readings}
    names = list(base)
    copies = {name: [f"{name}-{n}" for n in range(i, number, len(names))] for i, name in enumerate(names)}
    readings = tuple(_copy(base[names[n % len(names)]], n) for n in range(number))
    lines: list[Any] = [*story.utterances, *story.quantities, *story.timeline]
    spread = {line.id: _spread(line, copies) for line in lines}
    kinds: dict[LineKind, tuple[Any, ...]] = {
        "utterance": story.utterances,
        "quantity": story.quantities,
        "happening": story.timeline,
    }
    return replace(
        told,
        story=replace(
            story,
            readings=readings,
            utterances=tuple(_with(spread[row.id], "statements", copies) for row in story.utterances),
            quantities=tuple(_with(spread[row.id], "figures", copies) for row in story.quantities),
            timeline=tuple(spread[row.id] for row in story.timeline),
            actors=tuple(replace(row, evidence=_evidence(row.evidence, copies), roles=()) for row in story.actors),
            replies=(),
            disagreements=tuple(replace(row, evidence=_evidence(row.evidence, copies)) for row in story.disagreements),
            reuses=tuple(_reuses(readings, len(names))),
            coverage=tuple(
                Coverage(outlet=row.article.outlet, line=line.id, kind=kind, told="told", evidence=line.evidence[:1])
                for kind, rows in kinds.items()
                for line in rows
                for row in readings
            ),
        ),
        headline=replace(told.headline, evidence=_evidence(told.headline.evidence, copies)),
        gist=replace(told.gist, evidence=_evidence(told.gist.evidence, copies)),
        summary=tuple(replace(row, evidence=_evidence(row.evidence, copies)) for row in told.summary),
    )


def _copy(reading: Reading, number: int) -> Reading:
    name = f"{reading.article.id}-{number}"
    article = replace(
        reading.article, id=name, outlet=f"Báo số {number}", published=START + timedelta(minutes=11 * number)
    )
    statements = tuple(replace(row, id=_renamed(row.id, name)) for row in reading.statements)
    figures = tuple(replace(row, id=_renamed(row.id, name)) for row in reading.figures)
    return replace(reading, article=article, statements=statements, figures=figures)


def _renamed(note: str, article: str) -> str:
    return f"{article}#{note.partition('#')[2]}"


def _evidence(rows: Iterable[Evidence], copies: dict[str, list[str]]) -> tuple[Evidence, ...]:
    return tuple(replace(row, article=name) for row in rows for name in copies[row.article])


def _spread(line: Utterance | Quantity | Happening, copies: dict[str, list[str]]) -> Any:
    evidence = _evidence(line.evidence, copies)
    origins = (Origin(articles=tuple(dict.fromkeys(row.article for row in evidence)), because=COPY),)
    return replace(line, evidence=evidence, origins=origins)


def _with(line: Any, notes: str, copies: dict[str, list[str]]) -> Any:
    every = [_renamed(note, name) for note in getattr(line, notes) for name in copies[note.partition("#")[0]]]
    return replace(line, **{notes: tuple(every)})


def _reuses(readings: tuple[Reading, ...], step: int) -> Iterable[Reuse]:
    for number in range(step, len(readings)):
        source, target = readings[(number - step) // 2 // step * step + number % step], readings[number]
        for start, end in target.sentences:
            yield Reuse(kind="copied", source=Evidence(source.article.id, start, end),
                        target=Evidence(target.article.id, start, end), likeness=1.0, because=COPY)  # fmt: skip


def _scroll(page: bytes, number: int) -> None:
    """Print how long the browser takes to show the page, and the frames per second while it scrolls."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "page.html"
        path.write_bytes(page)
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        tab = browser.new_page(viewport={"width": 1280, "height": 900})
        start = time.perf_counter()
        tab.goto(path.as_uri())
        ready = time.perf_counter() - start
        frames = tab.evaluate(_FRAMES)
        browser.close()
    worst = sorted(frames)[int(len(frames) * 0.95)]
    rate = 1000 * len(frames) / sum(frames)
    print(f"{number:>4} articles  shown in {ready:.2f} s; scrolling {rate:.0f} frames/s, 95% within {worst:.0f} ms")


_FRAMES = """async () => {
  const times = [];
  let last = performance.now();
  for (let n = 0; n < 180; n++) {
    scrollBy(0, 120);
    await new Promise(requestAnimationFrame);
    const now = performance.now();
    times.push(now - last);
    last = now;
  }
  return times;
}"""

if __name__ == "__main__":
    main()
