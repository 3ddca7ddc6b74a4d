"""The Vietnamese pack."""

from doichieu.languages.pack import LanguagePack
from doichieu.languages.vi import compare, figures, gather, names, sentences, statements, times, zones
from doichieu.languages.vi.recognise import recognise

PACK = LanguagePack(
    code="vi",
    recognise=recognise,
    zones=zones.RULES,
    sentences=sentences.RULES,
    times=times.RULES,
    names=names.RULES,
    statements=statements.RULES,
    figures=figures.RULES,
    compare=compare.RULES,
    gather=gather.RULES,
)
