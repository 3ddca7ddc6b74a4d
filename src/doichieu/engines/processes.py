"""Reading in this process or in a pool of processes, the same result in the same order."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Item = TypeVar("Item")
Result = TypeVar("Result")

LEAST = 24
"""Fewer items than this are done in this process: starting others takes longer than reading them."""
CHUNK = 8


def read_all(work: Callable[[Item], Result], items: Sequence[Item], *, jobs: int) -> Iterator[Result]:
    """Give ``work(item)`` for each item, in order. ``work`` is a function of a module, its results can be pickled."""
    if jobs <= 1 or len(items) < LEAST:
        yield from map(work, items)
        return
    # Never plain fork: the progress bar and numpy have threads, and a fork of a process with threads can hang.
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    with ProcessPoolExecutor(max_workers=jobs, mp_context=context) as pool:
        yield from pool.map(work, items, chunksize=CHUNK)
