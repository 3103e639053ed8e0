# LFJB Desk: everything a newcomer needs, each target doing its own set-up.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.PHONY: help run test lint types unit faults journey coverage bench mutants lock template samples translations clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.venv/run.stamp: packaging/requirements.txt pyproject.toml
	@packaging/system.sh run
	@$(PYTHON) -c "import sys; sys.exit('LFJB Desk needs Python 3.11 or newer; this is ' + sys.version.split()[0]) if sys.version_info < (3, 11) else None"
	@echo "Installing the locked Python packages into .venv (nothing outside this folder)"
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(PIP) install --require-hashes -r packaging/requirements.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

.venv/test.stamp: packaging/requirements-dev.txt .venv/run.stamp
	@packaging/system.sh test
	@echo "Installing the locked tools for tests into .venv"
	@$(PIP) install --require-hashes -r packaging/requirements-dev.txt
	@touch $@

run: .venv/run.stamp ## open the desk; without a screen, write the sample papers into out/
	@if [ "$$(uname)" = Darwin ] || [ -n "$$DISPLAY" ] || [ -n "$$WAYLAND_DISPLAY" ]; then \
	  $(BIN)/lfjb-desk; \
	else \
	  echo "There is no screen here, so the window cannot open. Writing the sample board's papers instead:"; \
	  $(BIN)/lfjb-desk demo --out out --replace; \
	fi

test: lint unit faults journey ## check the style, the types and the floors, then run every test
	@$(BIN)/python packaging/skipped.py build/tests/unit.xml build/tests/faults.xml build/tests/journey.xml

lint: .venv/test.stamp ## style, types and floors
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(BIN)/mypy

unit: .venv/test.stamp
	QT_QPA_PLATFORM=offscreen $(BIN)/pytest -q -n auto --dist worksteal -m "not faults" \
	  --junit-xml build/tests/unit.xml --ignore tests/journey

faults: .venv/test.stamp ## kill the program at random moments and look for what was lost
	QT_QPA_PLATFORM=offscreen $(BIN)/pytest -q -n auto --dist worksteal -m faults \
	  --junit-xml build/tests/faults.xml --ignore tests/journey

journey: .venv/test.stamp
	QT_QPA_PLATFORM=xcb xvfb-run -a -s "-screen 0 1366x768x24" $(BIN)/pytest -q \
	  --junit-xml build/tests/journey.xml tests/journey

coverage: .venv/test.stamp ## which lines no test reaches (the tests take twice as long); fails below 90 %
	rm -f .coverage .coverage.*
	QT_QPA_PLATFORM=offscreen $(BIN)/pytest -q -n auto --dist worksteal -m "not faults" --cov --cov-report= \
	  --ignore tests/journey
	QT_QPA_PLATFORM=xcb xvfb-run -a -s "-screen 0 1366x768x24" $(BIN)/pytest -q --cov --cov-append --cov-report=term \
	  tests/journey

bench: .venv/test.stamp ## measure speed beside peers; prints ratios, asserts nothing
	@for bench in tests/benchmarks/bench_*.py; do echo "== $$bench"; $(BIN)/python $$bench || exit 1; done

mutants: .venv/test.stamp ## put small faults into fourteen modules and see whether their tests notice (some minutes)
	$(BIN)/python -m tests.mutation.mutate

template: .venv/run.stamp ## make the house template again
	$(BIN)/python packaging/make_template.py

samples: .venv/run.stamp ## write the old file of the present schema, once a migration is added
	$(BIN)/python packaging/write_samples.py

translations: .venv/run.stamp ## gather what the window says, and compile its languages
	$(BIN)/python packaging/translations.py

lock: ## renew the locked requirements (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-strip-extras --no-emit-index-url --no-header \
	  pyproject.toml --group build -o packaging/requirements.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-strip-extras --no-emit-index-url --no-header \
	  pyproject.toml --group dev -o packaging/requirements-dev.txt

clean: ## remove what was built; the board's own data is elsewhere and stays
	rm -rf .venv build dist htmlcov out .coverage .coverage.* .mypy_cache .ruff_cache .pytest_cache .hypothesis
