# The developers' door. Every target sets up what it needs; `make` alone lists them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: help demo test check golden reference screenshot score bench format lock clean
help:  ## list the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

$(READY): pyproject.toml requirements-dev.lock
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(READY)  ## write a dossier page from the example story and say where it is
	$(BIN)/doichieu dossier examples/kazakhstan-2022/articles -o demo.html
	@echo "The dossier page is $(CURDIR)/demo.html: open it in a browser."

test: $(READY)  ## run the tests
	$(BIN)/python -m pytest -n auto

check: $(READY)  ## lint and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(READY)  ## lay the code out
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

golden: $(READY)  ## renew the examples' dossiers; read the difference before you commit it
	RENEW_GOLDEN=1 $(BIN)/python -m pytest -q tests/test_examples.py -k golden

reference: $(READY)  ## renew the page of commands
	RENEW_REFERENCE=1 $(BIN)/python -m pytest -q tests/test_reference.py -k commands_page

screenshot: $(READY)  ## renew the README's picture (needs Chromium)
	$(BIN)/python benchmarks/screenshot.py

score: $(READY)  ## score the program on gold stories, where there are any beside the checkout
	$(BIN)/python benchmarks/quality.py

bench: $(READY)  ## measure speed
	$(BIN)/python benchmarks/speed.py
	$(BIN)/python benchmarks/streaming.py
	$(BIN)/python benchmarks/large_story.py
	$(BIN)/python benchmarks/telling.py

lock: $(READY)  ## renew the lock file
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --extra dev --extra build pyproject.toml -o requirements-dev.lock

clean:  ## remove what was made here
	rm -rf $(VENV) build dist demo.html .pytest_cache .mypy_cache .ruff_cache
