"""The command line."""

from __future__ import annotations

import sys
from pathlib import Path


def main() -> None:
    """Run the command line."""
    from doichieu.pipeline import make_dossier
    from doichieu.tell.records import write_json

    arguments = sys.argv[2:]
    place = arguments.index("-o")
    Path(arguments[place + 1]).write_bytes(write_json(make_dossier(arguments[:place])))
