# Two commands do everything: `make site` and `make test`. Each sets up what it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export NO_MKDOCS_2_WARNING := 1

.PHONY: site test check bench trust coverage mutants fuzz lock schema bless sbom clean

site: $(VENV)/.site
	$(BIN)/handboek build

test: $(VENV)/.test
	$(BIN)/ruff check scripts tests bench
	$(BIN)/ruff format --check scripts tests bench
	$(BIN)/mypy
	$(BIN)/handboek check
	$(BIN)/pytest -n 2 --dist loadfile --no-loadscope-reorder

check: $(VENV)/.site
	$(BIN)/handboek check

bench: $(VENV)/.test
	$(BIN)/python bench/run.py

# Made-up files for the reader (20,000), and builds that are killed (200).
trust: $(VENV)/.test
	$(BIN)/python bench/trust.py
	$(BIN)/python bench/kills.py

# All tests, and how many branches of the code they reach: of all of it, and of the reader and the checks.
STRICT := */handboek/reading/*,*/handboek/loading.py,*/handboek/checking.py,*/handboek/checks/*
coverage: $(VENV)/.measure
	mkdir -p $(VENV)/coverage
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest -n 2 --dist loadfile --no-loadscope-reorder
	-$(BIN)/coverage combine  # a build that a test kills leaves a broken file
	$(BIN)/coverage report --fail-under=95
	$(BIN)/coverage report --fail-under=100 --include='$(STRICT)'

# Faults put into the reader, the references, the checks and the sanitiser: how many the tests notice.
mutants: $(VENV)/.measure
	$(BIN)/python bench/mutants.py

# Files that look for lines of the reader that no file reached before; FUZZ_SECONDS says how long.
FUZZ_SECONDS ?= 600
fuzz: $(VENV)/.fuzz
	$(BIN)/python bench/fuzz.py $(VENV)/fuzz -max_total_time=$(FUZZ_SECONDS) -artifact_prefix=$(VENV)/fuzz-

schema: $(VENV)/.site
	$(BIN)/handboek schema

# A list of what is inside, as CycloneDX: sbom.cdx.json.
sbom: $(VENV)/.site
	$(BIN)/python tools/sbom.py sbom.cdx.json

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
	$(BIN)/python tests/nginx.py --install
	touch $@

$(VENV)/.measure: requirements/measure.txt $(VENV)/.test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/measure.txt
	touch $@

$(VENV)/.fuzz: requirements/fuzz.txt $(VENV)/.site
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/fuzz.txt
	touch $@

# Pin the newest versions that requirements/*.in allow. Needs pip-tools.
lock:
	cd requirements && for name in site test measure fuzz; do \
	  pip-compile --quiet --upgrade --strip-extras --allow-unsafe --generate-hashes --no-header \
	    --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --output-file $$name.txt $$name.in; done

clean:
	rm -rf $(VENV) site .mypy_cache .ruff_cache .pytest_cache
