# Every target sets itself up: what is there is not fetched or made a second time.
.DEFAULT_GOAL := help
SHELL := /bin/sh

# Another Python for the environment: make PYTHON=/opt/python3.12/bin/python3 test
PYTHON ?= python3
# Passed on by run, bench, demo and test: make run ARGS="--office demo/office.db"
ARGS ?=

BIN := .venv/bin
ENVIRONMENT := .venv/.installed
LIBRARIES := .venv/.libraries-tests
WINDOW := .venv/.libraries-window
READER := .venv/.libraries-reader
PEERS := .venv-peers/.installed
SUPPLY := .venv-supply/.installed
FUZZER := .venv/.fuzzer
PYTEST := QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q -n auto

.PHONY: help
help: ## List the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1\t\2/p' Makefile | \
		while IFS="$$(printf '\t')" read -r name text; do printf '  make %-13s %s\n' "$$name" "$$text"; done

$(ENVIRONMENT): requirements/dev.lock pyproject.toml installer/environment.sh
	@installer/environment.sh $(PYTHON)
	@touch $@

$(LIBRARIES): installer/system_libraries.sh | $(ENVIRONMENT)
	@installer/system_libraries.sh tests $(BIN)/python
	@touch $@

$(WINDOW): installer/system_libraries.sh | $(ENVIRONMENT)
	@installer/system_libraries.sh window $(BIN)/python
	@touch $@ $(LIBRARIES)

$(READER): installer/system_libraries.sh | $(ENVIRONMENT)
	@installer/system_libraries.sh reader $(BIN)/python
	@touch $@ $(LIBRARIES) $(WINDOW)

# Other people's programs to measure against, away from ours: mentor-match installs a package that is
# called "matching". Without a network they are left out of the table.
$(PEERS): requirements/peers.lock | $(ENVIRONMENT)
	@$(BIN)/python -m venv .venv-peers
	@.venv-peers/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes \
		-r $< && touch $@ || echo "mentor-match could not be installed: measured without it" >&2

# The tools of the supply chain bring packages that no office and no test needs.
$(SUPPLY): requirements/supply.lock | $(ENVIRONMENT)
	@$(BIN)/python -m venv .venv-supply
	@.venv-supply/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

.PHONY: setup
setup: $(ENVIRONMENT) $(LIBRARIES) ## Make the environment only

.PHONY: demo
demo: $(ENVIRONMENT) $(LIBRARIES) ## Do the main job on an example office, into demo/
	@$(BIN)/mentorctl demo --out demo $(ARGS)

.PHONY: run
run: $(ENVIRONMENT) $(WINDOW) ## Open the window; ARGS="--office FILE"
	@$(BIN)/python -m ui $(ARGS)

.PHONY: test
test: $(ENVIRONMENT) $(LIBRARIES) ## Run the tests, without the slow ones
	@$(PYTEST) -m "not slow" $(ARGS)

.PHONY: test-all
test-all: $(ENVIRONMENT) $(READER) ## Run every test
	@$(PYTEST) $(ARGS)

.PHONY: test-reader
test-reader: $(ENVIRONMENT) $(READER) ## Meet the window as a screen reader does, on a screen of its own
	@$(BIN)/python -m pytest -q tests/ui/reader $(ARGS)

.PHONY: lint
lint: $(ENVIRONMENT) ## Linters, types, import contracts, translations
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python installer/translations.py --check

.PHONY: check
check: lint test ## What must pass before a change goes in: lint and test

.PHONY: format
format: $(ENVIRONMENT) ## Format the code and mend what the linter can
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

.PHONY: bench
bench: $(ENVIRONMENT) $(LIBRARIES) ## Measure against bare lower bounds and print a table
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m benchmarks $(ARGS)

.PHONY: bench-pairing
bench-pairing: $(ENVIRONMENT) $(LIBRARIES) $(PEERS) ## Measure the pairing alone, up to 5000 by 5000: a quarter of an hour
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m benchmarks --only pairing pairing_large $(ARGS)

# Without a wheel for this Python and system the rigs run without it, and say so.
$(FUZZER): requirements/faults.lock | $(ENVIRONMENT)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --only-binary :all: \
		--require-hashes -r $< 2>/dev/null || echo "atheris could not be installed: fuzzed without it" >&2
	@touch $@

.PHONY: faults
faults: $(ENVIRONMENT) $(LIBRARIES) $(FUZZER) ## Let things go wrong on purpose and print a table; ARGS="--full" takes an hour
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m faults $(ARGS)

.PHONY: translations
translations: $(ENVIRONMENT) ## Collect the messages of the code and compile the translations
	@$(BIN)/python installer/translations.py

.PHONY: pictures
pictures: $(ENVIRONMENT) $(LIBRARIES) ## Take the pictures of docs/pictures.md anew: four languages, light and dark, two scales
	@$(BIN)/python -m installer.picture_sets docs

.PHONY: guide-pictures
guide-pictures: $(ENVIRONMENT) $(LIBRARIES) ## Take the pictures of the user guide anew
	@$(BIN)/python -m installer.picture_sets guide

.PHONY: contact-sheets
contact-sheets: $(ENVIRONMENT) $(LIBRARIES) ## Make the contact sheets of docs/papers.md and the papers of the README anew
	@demo=$$(mktemp -d) && $(BIN)/mentorctl demo --out $$demo >/dev/null && \
	  QT_QPA_PLATFORM=offscreen $(BIN)/python -m installer.contact_sheet $$demo docs/pictures/papers && \
	  QT_QPA_PLATFORM=offscreen $(BIN)/python -m installer.readme_pages $$demo docs/pictures; \
	  rm -rf "$$demo"

.PHONY: migration
migration: $(ENVIRONMENT) ## Write the next migration; NAME="what it does"
	@$(BIN)/python -m installer.new_migration "$(NAME)"
	@$(BIN)/ruff format -q mentorapp/storage/migrations/versions

.PHONY: wheel
wheel: $(ENVIRONMENT) ## Build dist/mentorapp-*.whl
	@$(BIN)/python -m build --wheel --no-isolation --outdir dist .

.PHONY: wheel-twice
wheel-twice: $(ENVIRONMENT) ## Build the wheel in two places and compare them byte by byte
	@installer/wheel_twice.sh

.PHONY: sbom
sbom: $(SUPPLY) ## Make the bill of materials that ships (CycloneDX) anew
	@.venv-supply/bin/cyclonedx-py requirements --output-reproducible --spec-version 1.6 \
		requirements/runtime.lock 2>/dev/null | $(BIN)/python -m installer.bill_of_materials \
		| .venv-supply/bin/python installer/valid_bill.py > .venv-supply/bill.json
	@test -s .venv-supply/bill.json && cp .venv-supply/bill.json resources/licences/mentorapp.cdx.json

.PHONY: pip-audit
pip-audit: $(SUPPLY) ## Ask about known weaknesses in the libraries that ship; needs a network
	@installer/pip_audit.sh $(ARGS)

.PHONY: lock
lock: $(ENVIRONMENT) ## Renew the lock files from pyproject.toml, to the newest allowed versions
	@installer/lock.sh

.PHONY: clean
clean: ## Remove what was made, except the environment and demo/
	@rm -rf build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	@find mentorapp ui resources benchmarks faults installer tests -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true
