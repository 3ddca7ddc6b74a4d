from doichieu.engines import read_all
from doichieu.engines.processes import LEAST


def test_the_number_of_processes_changes_nothing() -> None:
    items = list(range(LEAST + 10))
    assert list(read_all(str, items, jobs=2)) == list(read_all(str, items, jobs=1)) == [str(item) for item in items]
