"""How the program runs: exit codes, and one line that says what is wrong."""

from __future__ import annotations

import os
import sys

import typer
from typer.exceptions import Abort, TyperException

from doichieu.cli.commands import app
from doichieu.errors import DoichieuError


def main() -> None:
    """Run the command line: exit 0 for done, 2 for wrong use, 1 for the rest, with one line that says what is wrong."""
    try:
        code = app(standalone_mode=False)
    except TyperException as error:
        _exit(f"{error.format_message().rstrip('.')} (see doichieu --help)", 2)
    except DoichieuError as error:
        _exit(str(error), 1)
    except (Abort, KeyboardInterrupt):
        _exit("stopped", 130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except Exception as error:
        if os.environ.get("DOICHIEU_DEBUG"):
            raise
        _exit(
            f"{type(error).__name__}: {error} (a fault of the program: please report it; DOICHIEU_DEBUG=1 shows where)",
            1,
        )
    sys.exit(code if isinstance(code, int) else 0)


def _exit(message: str, code: int) -> None:
    typer.echo(f"doichieu: {' '.join(message.split())}", err=True)
    sys.exit(code)
