# The workshop. `make help` lists what there is.
PYTHON := .venv/bin/python
BOLE := .venv/bin/bole
PYTEST := $(PYTHON) -m pytest -n 2
ON_POSTGRES := $(PYTHON) scripts/with_postgres.py

# Commands work the same in every language and terminal.
export PYTHONUTF8 := 1
# Two processes of one test run name their tests alike.
export PYTHONHASHSEED := 0
# What is compiled once is kept: each of the many processes would compile it anew.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
CHECKS := check-style check-types check-floors check-templates check-house
.PHONY: $(CHECKS) help demo test walks full check format look bench bare company assets settings hooks clean

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

# What was prepared stays prepared until the locked packages change.
.venv/.ready-run: pyproject.toml uv.lock scripts/prepare.sh
	@sh scripts/prepare.sh run
	@touch $@

.venv/.ready-test: pyproject.toml uv.lock scripts/prepare.sh
	@sh scripts/prepare.sh test
	@touch $@ .venv/.ready-run

demo: .venv/.ready-run ## make the demo company if there is none, and open it (BOLE_PORT, BOLE_DATA; Ctrl-C ends it)
	@$(PYTHON) scripts/build_assets.py
	@exec $(BOLE) demo

# What `make check` holds of the code itself is not run again here.
test: .venv/.ready-test ## all tests: SQLite and the browser, then PostgreSQL (ten minutes on 2 cores)
	@$(PYTHON) scripts/build_assets.py
	@failed=0; \
	echo "== SQLite, pages and browser"; $(PYTEST) -m "not full and not walk" --ignore=tests/house || failed=1; \
	echo "== PostgreSQL"; $(ON_POSTGRES) $(PYTEST) -m "both and not full and not pages" || failed=1; \
	exit $$failed

walks: .venv/.ready-test ## walks of single promises in the browser: offline, each home, axe, push, ways in …, the long stories, every form and way
	@$(PYTHON) scripts/build_assets.py
	@$(PYTEST) -m "walk and not full"

full: test walks ## all of it: the walks, and the tests that take long, on both databases
	@failed=0; \
	$(PYTEST) -m full || failed=1; \
	$(ON_POSTGRES) $(PYTEST) -m "both and (full or pages)" || failed=1; \
	exit $$failed

check: $(CHECKS) ## style, types, floors, templates, and the tests of the house

check-style: .venv/.ready-test
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .

check-types: .venv/.ready-test
	$(PYTHON) -m mypy

check-floors: .venv/.ready-test
	.venv/bin/lint-imports --no-logo

check-templates: .venv/.ready-test
	git ls-files 'src/**/*.html' | xargs -r .venv/bin/djade --check --target-version 5.2

check-house: .venv/.ready-test
	$(PYTHON) -m pytest -q tests/house

format: .venv/.ready-test ## put code and templates in their usual form
	$(PYTHON) -m ruff check --fix .
	$(PYTHON) -m ruff format .
	git ls-files 'src/**/*.html' | xargs -r .venv/bin/djade --target-version 5.2 || true

look: .venv/.ready-test ## photograph every page (two sizes, two languages, two themes) on a contact sheet in var/look
	@$(PYTHON) scripts/build_assets.py
	@$(PYTHON) scripts/look.py

bench: .venv/.ready-test ## measure speed, limit and ours in turn; the table goes to var/bench
	@$(PYTHON) scripts/build_assets.py
	@$(PYTHON) -m benchmarks

bare: ## both commands in a fresh Debian (debootstrap, as root), with times
	@bash scripts/bare.sh

company: .venv/.ready-test ## PostgreSQL, two doors and two workers on this machine (ARGS=--check: start, ask, end)
	@$(PYTHON) scripts/build_assets.py
	@exec $(PYTHON) scripts/company.py $(ARGS)

assets: .venv/.ready-run ## styles, scripts and compiled words, if they are not fresh
	@$(PYTHON) scripts/build_assets.py

settings: .venv/.ready-run ## write docs/settings.md from the code
	@$(PYTHON) scripts/settings_page.py

hooks: ## let git run our checks before a commit (core.hooksPath)
	git config core.hooksPath .githooks

clean: ## remove what was built; data in var/ and the environment stay
	rm -rf node_modules dist src/bole/kit/static/built .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find src -name '*.mo' -delete
	find src tests scripts -name __pycache__ -prune -exec rm -rf {} +
