# Two commands do everything: `make site` and `make test`. Each sets up what it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export NO_MKDOCS_2_WARNING := 1

.PHONY: site test check lint bench lock schema bless clean

site: $(VENV)/.site
	$(BIN)/handboek build

test: $(VENV)/.test
	$(BIN)/ruff check scripts tests bench
	$(BIN)/ruff format --check scripts tests bench
	$(BIN)/mypy
	$(BIN)/handboek check
	$(BIN)/pytest

check: $(VENV)/.site
	$(BIN)/handboek check

bench: $(VENV)/.test
	$(BIN)/python bench/run.py

schema: $(VENV)/.site
	$(BIN)/handboek schema

# Rewrite the expected site of tests/voorbeeld after a change that was meant.
bless: $(VENV)/.test
	$(BIN)/python tests/golden.py --bless

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.site: requirements/site.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/site.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/.test: requirements/test.txt $(VENV)/.site
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.txt
	$(BIN)/python tests/browser.py --install
	touch $@

# Pin the newest versions that requirements/*.in allow. Needs pip-tools.
lock:
	cd requirements && for name in site test; do \
	  pip-compile --quiet --upgrade --strip-extras --allow-unsafe --generate-hashes --no-header \
	    --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --output-file $$name.txt $$name.in; done

clean:
	rm -rf $(VENV) site .mypy_cache .ruff_cache .pytest_cache
