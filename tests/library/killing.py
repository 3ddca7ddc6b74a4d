"""Add articles to a library, be killed at a random moment, look at what is left; again and again.

usage: python killing.py LIBRARY ROUNDS SEED

Prints, as JSON, the articles that were reported as added and what was wrong after any of the kills.
"""

import json
import os
import random
import signal
import sys
import time
from tempfile import TemporaryDirectory

from doichieu.library.adding import add_items
from doichieu.library.upkeep import examine
from doichieu.model import Article
from doichieu.store import open_store
from library_piles import ALL, article


def pile(seed: int) -> list[Article]:
    """Two hundred articles, few alike; those of the tests over and over with other numbers and names."""
    numbers = random.Random(seed)
    return [
        article(
            f"{one.id}-{number}",
            one.text.replace("3/5", f"{number % 27 + 1}/5"),
            day=number % 27 + 1,
            outlet=f"Báo {number % 5}",
        )
        for number in range(34)
        for one in numbers.sample(ALL, len(ALL))
    ]


def add_until_killed(library: str, articles: list[Article], pipe: int) -> None:
    """Add articles one by one and write the id of each that is reported."""
    with open_store(library, new=True) as store:
        for one in articles:
            for added in add_items(store, [one], origin="test"):
                if added.what == "new":
                    os.write(pipe, f"{added.id}\n".encode())


def one_round(library: str, articles: list[Article], after: int, wait: float) -> list[str]:
    """Add, kill a moment after so many articles were reported, give what was reported."""
    out, into = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(out)
        try:
            add_until_killed(library, articles, into)
        finally:
            os._exit(0)
    os.close(into)
    told = b""
    while told.count(b"\n") < after and (more := os.read(out, 4096)):
        told += more
    time.sleep(wait)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(out, "rb") as rest:
        told += rest.read()
    return [line.decode() for line in told.split(b"\n")[:-1]]


def warm_up() -> None:
    """Load word lists and code once, so that every child is at work at once."""
    with TemporaryDirectory() as folder, open_store(f"{folder}/warm.db", new=True) as store:
        list(add_items(store, ALL, origin="test"))


def main() -> None:
    """Carry out the rounds."""
    library, rounds, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    moments = random.Random(seed)
    articles = pile(seed)
    warm_up()
    reported: set[str] = set()
    wrong: list[str] = []
    for number in range(rounds):
        reported.update(
            one_round(library, articles, moments.randrange(6) if number > 2 else 0, moments.uniform(0, 0.06))
        )
        with open_store(library, new=True) as store:
            missing = reported - store.articles.numbers_of(reported).keys()
            wrong += [f"round {number}: {one} is gone" for one in sorted(missing)]
            wrong += [f"round {number}: {one.what} ({one.count})" for one in examine(store)]
            reported |= {ident for _, ident in store.articles.keys(store.articles.numbers()).values()}
    print(json.dumps({"reported": sorted(reported), "wrong": wrong}))  # noqa: T201 - its result


if __name__ == "__main__":
    main()
