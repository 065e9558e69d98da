# `make site` builds the site, `make test` runs the tests; both set up what they need first.
PYTHON ?= python3
BIN := .venv/bin
export NO_MKDOCS_2_WARNING := 1

.PHONY: setup setup-dev site serve check schema lint test bench links lock clean

site: setup
	$(BIN)/site-builder build

check: schema
	$(BIN)/site-builder check

# What VS Code completes and explains; `.vscode/settings.json` leads to it.
schema: setup
	$(BIN)/site-builder schema --lang ru

serve: schema
	$(BIN)/mkdocs serve --livereload

test: setup-dev
	$(BIN)/pytest --numprocesses auto --maxprocesses 4 --dist loadfile

lint: setup-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/zizmor --offline --quiet .github
	$(BIN)/check-jsonschema --quiet --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(BIN)/check-jsonschema --quiet --builtin-schema vendor.dependabot .github/dependabot.yml
	$(BIN)/check-jsonschema --quiet --builtin-schema vendor.gitlab-ci .gitlab-ci.yml
	$(BIN)/pre-commit validate-config .pre-commit-config.yaml

# Opens the links of site/ to other sites; LINKS takes more options of lychee.
links: .venv/.dev
	$(BIN)/lychee --no-progress --scheme https --scheme http --root-dir "$(CURDIR)/site" --timeout 30 \
	    --exclude '\.example(/|$$)' $(LINKS) 'site/**/*.html'

bench: setup-dev
	$(BIN)/python -m tests.bench

setup: .venv/.site .venv/.npm
setup-dev: .venv/.dev .venv/.npm
	tools/install-browser
	tools/install-servers

.venv/.site: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes --only-binary :all: --no-binary font-roboto -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	touch $@

.venv/.dev: requirements-dev.lock .venv/.site
	$(BIN)/python -m pip install --quiet --require-hashes --only-binary :all: --no-binary font-roboto,trailer -r requirements-dev.lock
	touch $@

# The web form; npm itself came with the Python packages.
.venv/.npm: package-lock.json .venv/.site
	PATH="$(abspath $(BIN)):$$PATH" npm ci --ignore-scripts --no-audit --no-fund --loglevel error
	touch $@

# Anew from pyproject.toml; the hashes are those of the registry, whichever index served them.
lock: setup-dev
	$(BIN)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-header \
	    --no-emit-index-url --no-emit-find-links --no-emit-trusted-host -o requirements.lock pyproject.toml
	$(BIN)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-header \
	    --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --extra dev -o requirements-dev.lock pyproject.toml
	PATH="$(abspath $(BIN)):$$PATH" npm install --package-lock-only --omit-lockfile-registry-resolved --ignore-scripts --no-audit --no-fund
	$(BIN)/python tools/clean-npm-lock package-lock.json

clean:
	rm -rf .venv node_modules site build
