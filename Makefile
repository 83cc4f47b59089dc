# The commands to remember; each does its own set-up.
SHELL := /bin/bash
BIN := .venv/bin

.PHONY: help demo test bench crash format lock setup setup-test

help: ## say what there is
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

demo: setup ## start hall, simulated devices, device host and kiosk, and open the kiosk with its hardware bench
	@$(BIN)/kiosk demo $(ARGS)

test: setup-test ## run every check and every test
	@packaging/check

bench: setup-test ## measure speed and memory, each beside a peer in the same run
	@$(BIN)/python -m tests.benchmarks $(ARGS)

crash: setup-test ## kill the real processes at every point of a payment: the full matrix
	@$(BIN)/python -m pytest -q tests/crash --full-matrix $(ARGS)

format: setup-test ## lay out the code and mend what ruff can mend
	@$(BIN)/ruff check --fix . ; $(BIN)/ruff format .

lock: setup ## pin the dependencies again, with hashes
	@packaging/lock

setup:
	@packaging/setup/run demo

setup-test:
	@packaging/setup/run test
