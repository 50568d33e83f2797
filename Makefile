# Every target prints itself: `make` lists them. Nothing is needed but Python 3.11+ with pip, and make.
PYTHON ?= python3
VENV ?= .venv
# Measuring data that is no part of the project; what needs it is skipped where it is absent.
DATA ?= ../shared
# What training keeps between its steps.
STATE ?= build/training
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DEV_READY := $(VENV)/.ready-dev
SHELL := /bin/bash
export PYTHONHASHSEED ?= 0

.DEFAULT_GOAL := help
.PHONY: help demo test check fix docs eval soak bench train lock clean

help:  ## list the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):[^#]*## /  make \1|/' | column -t -s '|'

$(READY): requirements/runtime.txt pyproject.toml
	@echo "Setting up $(VENV) with pinned packages (about a minute) ..."
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "reportedly needs Python 3.11 or newer; name one with PYTHON=..."; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@# Older ones refuse a pinned package once a newer one is out, where another asks for it with an extra.
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check 'pip>=25.3'
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/runtime.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(DEV_READY): $(READY) requirements/dev.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

demo: $(READY)  ## read real news and see who stands behind it
	@$(BIN)/reportedly demo

test: $(DEV_READY)  ## the tests, with branch coverage
	$(BIN)/python -m pytest -n auto --dist loadfile -m "not soak and not timed" --cov --cov-report=term:skip-covered --cov-fail-under=90
	$(BIN)/python -m pytest -m timed tests/read tests/known

check: $(DEV_READY)  ## formatting, lint, types, one-way imports
	$(BIN)/ruff format --check src tests eval benchmarks docs training
	$(BIN)/ruff check src tests eval benchmarks docs training
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python eval/check_floors.py

fix: $(DEV_READY)  ## format, and mend what lint can mend
	$(BIN)/ruff format src tests eval benchmarks docs training
	$(BIN)/ruff check --fix src tests eval benchmarks docs training

docs: $(DEV_READY)  ## write help, record tables and figures into docs/
	$(BIN)/python docs/generate.py

eval: $(DEV_READY)  ## measure reading, linking and weighing; floors cannot sink silently
	$(BIN)/python eval/gate.py --data $(DATA)

soak: $(DEV_READY)  ## long rounds: kills, many articles
	$(BIN)/python -m pytest -m soak -p no:randomly

bench: $(DEV_READY)  ## benchmarks, side by side in one run
	$(BIN)/python benchmarks/reading.py
	$(BIN)/python benchmarks/adding.py
	$(BIN)/python benchmarks/weighing.py --reports 200
	$(BIN)/python benchmarks/linking.py

train: $(DEV_READY)  ## train reader and embedder anew (hours; can be stopped, goes on where it was)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[train]'
	$(BIN)/python training/prepare.py --data $(DATA)/data --state $(STATE)
	$(BIN)/python training/teacher.py --state $(STATE)
	$(BIN)/python training/train.py --data $(DATA)/data --state $(STATE)
	$(BIN)/python training/train.py --data $(DATA)/data --state $(STATE)/more --labels $(STATE) --start $$(ls $(STATE)/epoch*.pt | tail -1) --rate 0.5 --epochs 2 --attributions --seed 2
	$(BIN)/python training/average.py $(STATE)/mean.pt $$(ls $(STATE)/epoch*.pt | tail -1) $$(ls $(STATE)/more/epoch*.pt | tail -1)
	$(BIN)/python training/tune.py $(STATE)/mean.pt $(STATE)/tuned.pt --data $(DATA)/data --rounds 30
	$(BIN)/python training/measure.py $(STATE)/epoch*.pt $(STATE)/more/epoch*.pt $(STATE)/tuned.pt --data $(DATA)/data
	$(BIN)/python training/export.py $(STATE)/tuned.pt src/reportedly/models/weights
	$(BIN)/python training/embedder.py --data $(DATA)/data --state $(STATE)/embedder1 --seed 1
	$(BIN)/python training/embedder.py --data $(DATA)/data --state $(STATE)/embedder2 --seed 2
	$(BIN)/python training/average.py $(STATE)/embedder.pt $(STATE)/embedder1/run.pt $(STATE)/embedder2/run.pt
	$(BIN)/python training/export_embedder.py $(STATE)/embedder.pt src/reportedly/models/weights/embedder.onnx

lock: $(DEV_READY)  ## compile the pinned requirements anew
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header pyproject.toml requirements/build.in -o requirements/runtime.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --extra dev pyproject.toml requirements/build.in -o requirements/dev.txt

clean:  ## remove what the other targets made
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .coverage
