"""A dossier written for the tests: a fire that never was, told by four outlets that do not exist."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any

from doichieu.model import (
    Actor,
    Article,
    Because,
    Coverage,
    Disagreement,
    Dossier,
    Evidence,
    Figure,
    Happening,
    Mention,
    Origin,
    Problem,
    Quantity,
    Reading,
    Reply,
    Reuse,
    Role,
    Span,
    Statement,
    Story,
    SummarySentence,
    TimeExpression,
    ToldStory,
    Utterance,
    Zone,
)

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>\u202etxt\u2066" + "w" * 900

HANOI = timezone(timedelta(hours=7))
SAME = Because("tells it in words of its own")
WHY = Because("only one article tells it")

BAO = (
    ("Sông Vàng", datetime(2031, 5, 2, 8, 15, tzinfo=HANOI), (
        ("headline", "Cháy kho sợi ở cảng Mây, ba công nhân thiệt mạng"),
        ("lead", "Lửa bùng lên tối 1/5 tại kho sợi của Công ty Lam Hà ở cảng Mây."),
        ("body", "Chủ tịch Trần Quế Sơn nói: “Chúng tôi đã cảnh báo Lam Hà hai lần về hệ thống báo cháy ở kho này”."),
        ("body", "Theo ông Sơn, ba công nhân thiệt mạng và khoảng 1.200 người phải rời nhà trong đêm."),
        ("caption", "Khói đen trên cảng Mây sáng 2/5."),
        ("credit", "Ảnh: Hồ Lệ"),
    )),
    ("Người Bến", datetime(2031, 5, 2, 11, 0, tzinfo=HANOI), (
        ("headline", "Chủ tịch tỉnh: Lam Hà từng bị cảnh báo hai lần"),
        ("body", "“Chúng tôi từng cảnh báo Công ty Lam Hà hai lần về hệ thống báo cháy của kho”, ông Sơn nói 2/5."),
        ("body", "Người phát ngôn Lam Hà, bà Đinh Thu Vọng, bác bỏ: “Không ai gửi cho chúng tôi một cảnh báo nào”."),
        ("body", "Đội cứu nạn cho biết năm người thiệt mạng."),
    )),
    ("", datetime(2031, 5, 3, 0, 0, tzinfo=HANOI), (
        ("headline", "Vụ cháy cảng Mây: thêm nạn nhân"),
        ("lead", "Lửa bùng lên tối 1/5 tại kho sợi của Công ty Lam Hà ở cảng Mây."),
        ("body", "Đến chiều 3/5, số người chết tăng lên bảy, Sở Y tế tỉnh thông báo."),
        ("body", "Ông Sơn kể rằng tỉnh đã hai lần nhắc Lam Hà về hệ thống báo cháy."),
    )),
    ("Tin Trưa", None, (
        ("headline", "Lam Hà: không nhận được cảnh báo"),
        ("body", "Bà Vọng nói rằng công ty không nhận được cảnh báo nào trước đêm 1/5."),
        ("body", "Khoảng 1.200 người đã được đưa khỏi khu nhà cạnh cảng."),
        ("teaser", "Xem thêm: Cảng Mây và những kho hàng cũ"),
    )),
)  # fmt: skip


def dossier() -> Dossier:
    """One story of four articles: three wordings and an answer, a conflict and an update, a copied lead, a problem."""
    return Dossier(
        stories=(told_story(),),
        problems=(Problem(source="trang-trong.html", because=Because("in no language that is known here")),),
    )


def told_story() -> ToldStory:
    story = make_story()
    text = "Kho sợi của Công ty Lam Hà ở cảng Mây cháy tối 1/5."
    lead = find(story.readings[0], "Lửa bùng lên tối 1/5 tại kho sợi của Công ty Lam Hà")
    reply = find(story.readings[1], "Không ai gửi cho chúng tôi một cảnh báo nào")
    return ToldStory(
        story=story,
        headline=SummarySentence(
            text="Cháy kho sợi ở cảng Mây", evidence=(find(story.readings[0], "Cháy kho sợi ở cảng Mây"),), because=SAME
        ),
        gist=SummarySentence(text=text, evidence=(lead,), because=SAME),
        summary=(
            SummarySentence(text=text, evidence=(lead, find(story.readings[2], "Lửa bùng lên tối 1/5")), because=SAME),
            SummarySentence(text="Lam Hà nói không nhận được cảnh báo nào.", evidence=(reply,), because=WHY),
        ),
    )


def readings() -> tuple[Reading, ...]:
    return tuple(_reading(number, *row) for number, row in enumerate(BAO))


def _reading(number: int, outlet: str, published: datetime | None, lines: tuple[tuple[str, str], ...]) -> Reading:
    text = "\n".join(line for _, line in lines)
    starts = [sum(len(line) + 1 for _, line in lines[:place]) for place in range(len(lines))]
    places = [(start, start + len(line), kind) for start, (kind, line) in zip(starts, lines, strict=True)]
    reading = Reading(
        article=Article(
            id=f"bai-{number}",
            text=text,
            outlet=outlet,
            published=published,
            title=lines[0][1],
            url=f"https://example.org/{number}",
            language="vi",
        ),
        zones=tuple(Zone(start=start, end=end, kind=kind, origin="test") for start, end, kind in places),  # type: ignore[arg-type]
        sentences=tuple(Span(start, end) for start, end, _ in places),
    )
    return annotate(reading)


STATEMENTS: dict[int, list[tuple[Any, ...]]] = {
    0: [
        (("Chúng tôi đã cảnh báo Lam Hà hai lần về hệ thống báo cháy ở kho này",), "direct", "nói",
         "Chủ tịch Trần Quế Sơn", "Trần Quế Sơn", "2031-05-02"),
        (("ba công nhân thiệt mạng và khoảng 1.200 người phải rời nhà trong đêm",), "indirect", "Theo", "ông Sơn",
         "Trần Quế Sơn", None),
    ],
    1: [
        (("Chúng tôi từng cảnh báo Công ty Lam Hà hai lần về hệ thống báo cháy của kho",), "direct", "nói",
         "ông Sơn", "Trần Quế Sơn", "2031-05-02"),
        (("Không ai gửi cho chúng tôi một cảnh báo nào",), "direct", "bác bỏ", "bà Đinh Thu Vọng", "Đinh Thu Vọng",
         None),
        (("năm người thiệt mạng",), "indirect", "cho biết", "Đội cứu nạn", "Đội cứu nạn", None),
    ],
    2: [
        (("số người chết tăng lên bảy",), "indirect", "thông báo", "Sở Y tế tỉnh", "Sở Y tế tỉnh", "2031-05-03"),
        (("tỉnh đã hai lần nhắc Lam Hà về hệ thống báo cháy",), "indirect", "kể", "Ông Sơn", "Trần Quế Sơn", None),
    ],
    3: [
        (("công ty không nhận được cảnh báo nào trước đêm 1/5",), "indirect", "nói", "Bà Vọng", "Đinh Thu Vọng", None),
    ],
}  # fmt: skip
FIGURES = {
    0: [("ba công nhân", 3.0, "exact", "công nhân thiệt mạng", "killed", "Trần Quế Sơn"),
        ("1.200 người", 1200.0, "about", "người phải rời nhà", "displaced", "Trần Quế Sơn")],
    1: [("năm người", 5.0, "exact", "người thiệt mạng", "killed", "Đội cứu nạn")],
    2: [("bảy", 7.0, "exact", "người chết", "killed", "Sở Y tế tỉnh")],
    3: [("1.200 người", 1200.0, "about", "người được đưa đi", "displaced", "")],
}  # fmt: skip
NAMES = (("Trần Quế Sơn", "PER"), ("Đinh Thu Vọng", "PER"), ("Lam Hà", "ORG"), ("cảng Mây", "LOC"), ("Sở Y tế", "ORG"))
DAYS = (("tối 1/5", "2031-05-01"), ("2/5", "2031-05-02"), ("chiều 3/5", "2031-05-03"), ("đêm 1/5", "XXXX-05-01"))


def annotate(reading: Reading) -> Reading:
    text, number = reading.text, int(reading.article.id.removeprefix("bai-"))
    article = reading.article.id
    return Reading(
        article=reading.article,
        zones=reading.zones,
        sentences=reading.sentences,
        times=tuple(
            TimeExpression(start=span.start, end=span.end, type="DATE", value=value, origin="test")
            for words, value in DAYS
            for span in spans(text, words)
        ),
        mentions=tuple(
            Mention(start=span.start, end=span.end, type=kind, actor=name, origin="test")  # type: ignore[arg-type]
            for name, kind in NAMES
            for span in spans(text, name)
        ),
        statements=tuple(
            Statement(
                id=f"{article}#s{place}",
                content=tuple(spans(text, part)[0] for part in parts),
                kind=kind,
                cue=spans(text, cue)[0],
                speaker=spans(text, words)[0],
                speakers=(speaker,),
                date=date,
                origin="test",
            )
            for place, (parts, kind, cue, words, speaker, date) in enumerate(STATEMENTS[number])
        ),
        figures=tuple(
            Figure(
                id=f"{article}#f{place}",
                start=spans(text, words)[0].start,
                end=spans(text, words)[0].end,
                value=value,
                modifier=modifier,  # type: ignore[arg-type]
                what=what,
                kind=kind,  # type: ignore[arg-type]
                according_to=(says,) if says else (),
                origin="test",
            )
            for place, (words, value, modifier, what, kind, says) in enumerate(FIGURES[number])
        ),
    )


def spans(text: str, words: str) -> list[Span]:
    found, start = [], text.find(words)
    while start >= 0:
        found.append(Span(start, start + len(words)))
        start = text.find(words, start + 1)
    return found


def find(reading: Reading, words: str) -> Evidence:
    start = reading.text.index(words)
    return Evidence(reading.article.id, start, start + len(words))


def make_story() -> Story:
    rows = readings()
    utterances = (
        _utterance(rows, 0, ("bai-0#s0", "bai-1#s0", "bai-2#s1"), Because("same words ({0})", ("0.81",))),
        _utterance(rows, 1, ("bai-1#s1", "bai-3#s0"), Because("same words ({0})", ("0.55",))),
        _utterance(rows, 2, ("bai-0#s1",), WHY),
        _utterance(rows, 3, ("bai-1#s2",), WHY),
        _utterance(rows, 4, ("bai-2#s0",), WHY),
    )
    quantities = (
        _quantity(rows, 0, "số người chết trong vụ cháy", ("bai-0#f0", "bai-1#f0"), "conflict"),
        _quantity(rows, 1, "số người chết đến ngày 3/5", ("bai-1#f0", "bai-2#f0"), "update"),
        _quantity(rows, 2, "số người rời nhà", ("bai-0#f1", "bai-3#f0"), "agree"),
    )
    timeline = (
        _happening(rows, 0, "2031-05-01", "Lửa bùng lên tại kho sợi của Công ty Lam Hà ở cảng Mây.",
                   ((0, "Lửa bùng lên tối 1/5"), (2, "Lửa bùng lên tối 1/5"))),
        _happening(rows, 1, "2031-05-02", "Chủ tịch tỉnh nói đã cảnh báo công ty hai lần.", ((1, "2/5"),)),
        _happening(rows, 2, "2031-05-03", "Số người chết tăng lên bảy.", ((2, "số người chết tăng lên bảy"),)),
    )  # fmt: skip
    return Story(
        id="chay-cang-may",
        readings=rows,
        because=(Because("same words ({0})", ("0.74",)),),
        actors=_actors(rows),
        reuses=(_reuse(rows),),
        utterances=utterances,
        quantities=quantities,
        replies=(
            Reply(
                source="bai-1#s1",
                target="bai-1#s0",
                how="denies",
                evidence=(find(rows[1], "bác bỏ"),),
                because=Because("only one article tells it"),
            ),
        ),
        timeline=timeline,
        coverage=_coverage(rows, utterances, quantities, timeline),
        disagreements=(
            Disagreement(kind="figure", lines=("q0",), evidence=quantities[0].evidence, because=WHY),
            Disagreement(
                kind="denial",
                lines=("bai-1#s1", "bai-1#s0"),
                evidence=utterances[1].evidence + utterances[0].evidence,
                because=WHY,
            ),
        ),
    )


def _origins(evidence: tuple[Evidence, ...]) -> tuple[Origin, ...]:
    return tuple(Origin(articles=(article,), because=SAME) for article in sorted({row.article for row in evidence}))


def _utterance(rows: tuple[Reading, ...], number: int, ids: tuple[str, ...], because: Because) -> Utterance:
    notes = {note.id: (row.article.id, note) for row in rows for note in row.statements}
    evidence = tuple(Evidence(article, note.start, note.end) for article, note in map(notes.__getitem__, ids))
    first = notes[ids[0]][1]
    return Utterance(
        id=f"u{number}",
        statements=ids,
        speakers=first.speakers,
        date=first.date,
        via=(),
        origins=_origins(evidence),
        evidence=evidence,
        because=because,
    )


def _quantity(rows: tuple[Reading, ...], number: int, about: str, ids: tuple[str, ...], relation: str) -> Quantity:
    notes = {note.id: (row.article.id, note) for row in rows for note in row.figures}
    evidence = tuple(Evidence(article, note.start, note.end) for article, note in map(notes.__getitem__, ids))
    return Quantity(
        id=f"q{number}",
        about=about,
        kind=notes[ids[0]][1].kind,
        figures=ids,
        relation=relation,  # type: ignore[arg-type]
        origins=_origins(evidence),
        evidence=evidence,
        because=WHY,
    )


def _happening(
    rows: tuple[Reading, ...], number: int, date: str, what: str, words: tuple[tuple[int, str], ...]
) -> Happening:
    evidence = tuple(find(rows[place], text) for place, text in words)
    one = (Origin(articles=tuple(row.article for row in evidence), because=SAME),)
    return Happening(id=f"h{number}", date=date, what=what, origins=one, evidence=evidence, because=SAME)


def _reuse(rows: tuple[Reading, ...]) -> Reuse:
    lead = "Lửa bùng lên tối 1/5 tại kho sợi của Công ty Lam Hà ở cảng Mây."
    return Reuse(kind="copied", source=find(rows[0], lead), target=find(rows[2], lead), likeness=1.0, because=SAME)


def _actors(rows: tuple[Reading, ...]) -> tuple[Actor, ...]:
    actors = []
    for name, kind in NAMES:
        evidence = tuple(
            Evidence(row.article.id, note.start, note.end)
            for row in rows
            for note in row.mentions
            if note.actor == name
        )
        role = Role(text="Chủ tịch", evidence=find(rows[0], "Chủ tịch"))
        actors.append(
            Actor(
                name=name,
                type=kind,  # type: ignore[arg-type]
                forms=(name, name.split()[-1]),
                roles=(role,) if name == "Trần Quế Sơn" else (),
                evidence=evidence,
                because=(SAME,),
            )
        )
    return tuple(actors)


def _coverage(rows: tuple[Reading, ...], *layers: tuple[Utterance | Quantity | Happening, ...]) -> tuple[Coverage, ...]:
    cells = []
    for kind, lines in zip(("utterance", "quantity", "happening"), layers, strict=True):
        for line in lines:
            for row in rows:
                own = tuple(words for words in line.evidence if words.article == row.article.id)
                told = "left out" if not own else "differently" if line.id == "q0" and row is rows[1] else "told"
                cells.append(
                    Coverage(
                        outlet=row.article.outlet or row.article.id,
                        line=line.id,
                        kind=kind,  # type: ignore[arg-type]
                        told=told,  # type: ignore[arg-type]
                        evidence=own or line.evidence,
                    )
                )
    return tuple(cells)


def hostile() -> Dossier:
    """The dossier with markup, direction marks and endless words wherever a text can stand."""
    told = told_story()
    story = told.story
    rows = tuple(
        replace(row, article=replace(row.article, outlet=HOSTILE + str(n), title=HOSTILE, text=row.text + HOSTILE,
                                     url="javascript:alert(3)"))
        for n, row in enumerate(story.readings)
    )  # fmt: skip
    story = replace(
        story,
        readings=rows,
        actors=tuple(replace(row, name=HOSTILE, forms=(HOSTILE,)) for row in story.actors),
        utterances=tuple(replace(row, speakers=(HOSTILE,), via=(HOSTILE,), date=HOSTILE) for row in story.utterances),
        quantities=tuple(replace(row, about=HOSTILE) for row in story.quantities),
        timeline=tuple(replace(row, what=HOSTILE, date=HOSTILE) for row in story.timeline),
        coverage=tuple(replace(row, outlet=HOSTILE) for row in story.coverage),
    )
    head = replace(told.headline, text=HOSTILE, because=replace(told.headline.because, template=HOSTILE))
    return Dossier(stories=(replace(told, story=story, headline=head),), problems=(replace(dossier().problems[0],
                   source=HOSTILE),))  # fmt: skip


def many_outlets(number: int) -> Dossier:
    """One story of so many articles of as many outlets, each with the notes of the first."""
    told = told_story()
    first = told.story.readings[0]
    rows = tuple(_copy(first, n) for n in range(number))
    lines = tuple(
        replace(
            told.story.utterances[0],
            id=f"u{place}",
            statements=tuple(row.statements[place].id for row in rows),
            evidence=tuple(find(row, row.statements[place].content[0].of(row.text)) for row in rows),
        )
        for place in range(len(first.statements))
    )
    coverage = tuple(
        replace(told.story.coverage[0], outlet=row.article.outlet, line=line.id, evidence=(line.evidence[n],))
        for line in lines
        for n, row in enumerate(rows)
    )
    story = replace(
        told.story, readings=rows, utterances=lines, coverage=coverage, replies=(), reuses=(), quantities=(),
        timeline=(), actors=(), disagreements=(),
    )  # fmt: skip
    cited = replace(told.headline, evidence=lines[0].evidence)
    return Dossier(stories=(ToldStory(story=story, headline=cited, gist=cited, summary=(cited,)),))


def copied(number: int) -> Dossier:
    """So many outlets, an hour apart, each with the lead of one before it, most of them with nearly all of the text."""
    told = many_outlets(number).stories[0]
    start = datetime(2031, 5, 2, 6, 0, tzinfo=HANOI)
    rows = tuple(
        replace(row, article=replace(row.article, published=start + timedelta(hours=n)))
        for n, row in enumerate(told.story.readings)
    )
    reuses = tuple(
        Reuse(
            kind="copied",
            source=Evidence(rows[n // 3].article.id, 0, end),
            target=Evidence(row.article.id, 0, end),
            likeness=1.0,
            because=SAME,
        )
        for n, row in enumerate(rows)
        for end in [len(row.text) if n % 4 else 90]
        if n % 10
    )
    return Dossier(stories=(replace(told, story=replace(told.story, readings=rows, reuses=reuses)),))


def _copy(reading: Reading, number: int) -> Reading:
    article = replace(reading.article, id=f"x-{number}", outlet=f"Báo {number}")
    statements = tuple(replace(row, id=f"x-{number}#s{n}") for n, row in enumerate(reading.statements))
    return replace(reading, article=article, statements=statements, figures=())


def several() -> Dossier:
    told = told_story()
    return replace(dossier(), stories=(told, replace(told, story=replace(told.story, id="other"))))
