# Each target sets up all that it needs. On Windows and macOS see README.md for the two commands.
PYTHON ?= python3
PY := .venv/bin/python
PATHS := app headless demo tests bench setup main.py

.PHONY: run test check demo bench rulebook peers audit format lock ready ready-check

ready:
	@$(PYTHON) setup/prepare.py run

ready-check:
	@$(PYTHON) setup/prepare.py check

run: ready
	@if [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ] && [ "$$(uname)" = Linux ]; then \
		echo "There is no display here, so no window can open. Playing the demonstration into out/demo instead."; \
		$(PY) main.py demo --out out/demo; \
	else $(PY) main.py; fi

demo: ready
	@$(PY) main.py demo --out out/demo

test: ready-check
	@QT_QPA_PLATFORM=offscreen $(PY) -m pytest -q -n auto --dist worksteal

check: ready-check
	$(PY) -m ruff format --check $(PATHS)
	$(PY) -m ruff check $(PATHS)
	$(PY) -m mypy
	.venv/bin/lint-imports
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest -q -n auto --dist worksteal --cov --cov-report=term

bench: ready-check
	@$(PY) -m bench.all

rulebook: ready-check
	@$(PY) main.py rulebook > docs/rulebook.md
	@$(PY) main.py rulebook --bound > resources/rulebook.json

# Other engines with the same rules and people; they are put into out/peers and are no part of the product.
peers: ready-check
	$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes --only-binary=:all: \
		--target out/peers/python --upgrade -r requirements-peers.lock
	@if command -v npm >/dev/null; then npm install --silent --no-audit --no-fund --prefix out/peers/node cql-execution@3.3.2; fi
	@$(PY) -m bench.peers

audit: ready-check
	@$(PY) -m bench.audit

format: ready-check
	$(PY) -m ruff format $(PATHS)
	$(PY) -m ruff check --fix $(PATHS)

lock: ready-check
	$(PY) -m pip install --quiet uv
	$(PY) -m uv pip compile pyproject.toml --universal --generate-hashes --no-header --no-annotate -q -o requirements.lock
	$(PY) -m uv pip compile pyproject.toml --only-extra peers --universal --generate-hashes --no-header --no-annotate -q -o requirements-peers.lock
	$(PY) -m uv pip compile pyproject.toml --extra dev --universal --generate-hashes --no-header --no-annotate -q -o requirements-dev.lock
