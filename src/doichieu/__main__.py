"""``python -m doichieu``: the command line."""

from doichieu.cli import main

main()
