# The commands of the project; `make help` lists them. The work is done by the scripts in scripts/.
.DEFAULT_GOAL := help
.PHONY: help setup run test test-fast lint bench pins art messages pictures

help: ## list the commands
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup: ## .venv with every dependency; system packages where it may
	@scripts/setup.sh dev

run: ## set up, migrate, load the demo content, serve on 127.0.0.1:8000 (PORT=… for another)
	@scripts/run.sh

test: ## everything needed, then the whole test suite on SQLite and PostgreSQL
	@scripts/test.sh

test-fast: ## the suite on SQLite without the browser
	@scripts/setup.sh dev && .venv/bin/python -m pytest -q -n auto -m "not e2e"

lint: ## ruff, djlint, import-linter, migrations, deployment check
	@scripts/lint.sh

bench: ## benchmarks: one JSON object, figures as ratios in one run
	@scripts/setup.sh dev && .venv/bin/python -m bench

pins: ## pin the whole dependency tree again
	@scripts/pins.sh

art: ## draw the shipped pictures again
	@scripts/setup.sh dev && .venv/bin/python -m education.art all

messages: ## collect and compile the English translation
	@scripts/messages.sh

pictures: ## take the pictures of the documentation from the running site
	@scripts/setup.sh dev && .venv/bin/python scripts/pictures.py http://127.0.0.1:$${PORT:-8000}
