# Two commands do all the set-up: `make demo` and `make test`. For users, `pip install` is enough.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
endif

.PHONY: demo test check trust bench evaluate format lock clean

demo: $(VENV)/.ready  ## read the demo's reports anew; print the board and one why
	@$(BIN)/trucewatch demo

test: $(VENV)/.ready-dev  ## the whole test suite
	$(BIN)/python -m pytest -n 2

check: $(VENV)/.ready-dev  ## format, lint, strict types, import directions
	$(BIN)/ruff format --check src tests tools training
	$(BIN)/ruff check src tests tools training
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

trust: $(VENV)/.ready-dev  ## what the judge and the record promise, on 10,000 generated cases each
	TRUCEWATCH_TRIALS=10000 $(BIN)/python -m pytest -n 2 tests/judge tests/join/test_origins.py \
		tests/join/test_reprints.py tests/pipeline/test_batches.py

DATA ?= ../shared/data
PART ?= dev
OUT ?= build/evaluate
SCORERS ?= ../shared/scorers
GOLD ?= tests/extract/gold

evaluate: $(VENV)/.ready-dev  ## the reader's scores on gold data: DATA=DIR PART=dev|test OUT=DIR SETS=a,b
	@$(BIN)/python -m tools.evaluate --data "$(DATA)" --part "$(PART)" --out "$(OUT)" \
		--scorers "$(SCORERS)" --gold "$(GOLD)" --sets "$(SETS)" --options="$(OPTIONS)" $(if $(PIN),--pin)

bench: $(VENV)/.ready-dev  ## speeds, with the machine's own measured limit beside them
	$(BIN)/python tools/bench.py

format: $(VENV)/.ready-dev
	$(BIN)/ruff format src tests tools training
	$(BIN)/ruff check --fix src tests tools training

lock: $(VENV)/.ready-dev  ## pin every dependency with its hashes
	$(BIN)/python tools/lock.py

$(VENV)/.ready: requirements.lock pyproject.toml
	@echo "Installing into $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.ready-dev: requirements-dev.lock $(VENV)/.ready
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

clean:
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
