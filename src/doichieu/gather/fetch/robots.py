"""robots.txt: what a site asks of programs (RFC 9309)."""

from __future__ import annotations

from dataclasses import dataclass

from protego import Protego

from doichieu.gather.fetch.exchange import Answer

LARGEST = 500 << 10
"""Bytes of a robots.txt that are read: RFC 9309 asks for 500 KiB at least."""
_LONGEST_DELAY = 30.0


@dataclass(frozen=True, slots=True)
class Robots:
    """What a site allows us."""

    rules: Protego | None
    """None where nothing is asked."""
    agent: str

    def allows(self, address: str) -> bool:
        """Say whether an address may be fetched."""
        return self.rules is None or bool(self.rules.can_fetch(address, self.agent))

    @property
    def delay(self) -> float:
        """Seconds between requests that the site asks for."""
        asked = self.rules.crawl_delay(self.agent) if self.rules else None
        return min(float(asked or 0), _LONGEST_DELAY)


def robots_of(answer: Answer, agent: str) -> Robots | None:
    """Give the rules that an answer holds; None where the site cannot tell them now, so that nothing may be fetched."""
    name = agent.partition("/")[0].partition(" ")[0] or agent
    if 200 <= answer.status < 300:
        return Robots(Protego.parse(answer.content[:LARGEST].decode("utf-8", "replace")), name)
    return Robots(None, name) if 400 <= answer.status < 500 else None
