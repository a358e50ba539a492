# make run and make test do all their set-up; both are quick the second time.
PYTHON ?= python3.11
BIN := .venv/bin
VAR := var
CONTENT := $(shell find src/selaras -name '*.py' -o -name '*.csv' -o -name '*.yaml' -o -name '*.css' -o -name '*.js' | grep -v /tests/)

.PHONY: setup run test lint types contracts bench lighthouse messages clean

setup: $(VAR)/.country

run: setup
	$(BIN)/selaras serve

test: .venv/.dev
	$(BIN)/pytest -n auto --dist worksteal

lint: .venv/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/.dev
	$(BIN)/mypy

contracts: .venv/.dev
	$(BIN)/lint-imports

bench: .venv/.dev
	PYTHONPATH=tests $(BIN)/python -m benchmarks
	PYTHONPATH=tests $(BIN)/python -m benchmarks.delivery

lighthouse: .venv/.dev
	PYTHONPATH=tests $(BIN)/python -m benchmarks.lighthouse

# The catalogues of the screens' words; needs gettext. Compiled ones are kept, so nobody else does.
messages: .venv/.dev
	cd src/selaras && ../../$(BIN)/django-admin makemessages --locale en --locale id \
	    --ignore 'tests/*' --no-obsolete --no-wrap --add-location file --verbosity 0
	PYTHONPATH=tests $(BIN)/python -m support.catalogues
	PYTHONPATH=tests $(BIN)/python -m support.wagtail_words

# The environment

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/.run: requirements.lock pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $@

.venv/.dev: requirements-dev.lock .venv/.run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@

# The demonstration country. Made anew only when the code or its content changed.

$(VAR)/selaras.env:
	mkdir -p $(VAR)
	echo "SELARAS_DEMONSTRATION=1" > $@

$(VAR)/.country: .venv/.run $(VAR)/selaras.env $(CONTENT)
	$(BIN)/selaras setup
	$(BIN)/selaras demonstration build
	$(BIN)/selaras search reindex
	touch $@

clean:
	rm -rf $(VAR) .venv
