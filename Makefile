# `make demo` and `make test` need nothing prepared; see scripts/setup.sh.

PYTHON := .venv/bin/python
export QT_QPA_PLATFORM := offscreen
# File names are Chinese, also on a machine without a locale.
export LC_ALL := C.UTF-8

ZIP := build/origin_trace.$(shell sed -n 's/^version=//p' metadata.txt).zip

# Tests are shared out among the processors, each file of them to one.
SHARED := -n auto --dist loadfile
UNIT := $(PYTHON) -m pytest -p no:pytest_qgis -W ignore::pytest.PytestConfigWarning -q tests/unit $(SHARED)
INSIDE := $(PYTHON) -m pytest -q tests --ignore=tests/unit

.PHONY: help setup setup-release demo test test-core test-package test-next test-qt6 lint translations
.PHONY: update-translations docs package clean

help: ## list the targets
	@sed -n 's/^\([a-z0-9-]*\):.*## /  \1\t/p' Makefile | expand -t 24

setup: ## install what is missing: QGIS 3.40+, fonts, .venv
	@scripts/setup.sh

demo: setup translations ## do the main job on an example sheet; results in build/demo
	@$(PYTHON) scripts/demo.py

test: setup translations ## all tests, those without QGIS first
	@echo "== tests of the core, without QGIS"
	@$(UNIT)
	@echo "== tests inside QGIS"
	@$(INSIDE) $(SHARED)

test-core: setup ## only the tests that need no QGIS
	@$(UNIT)

lint: setup ## check style with ruff
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .

translations: setup ## compile i18n/*.ts to .qm
	@$(PYTHON) scripts/update_translations.py --compile

update-translations: setup ## take new texts over into i18n/*.ts
	@$(PYTHON) scripts/update_translations.py

setup-release: setup
	@scripts/setup_release.sh

docs: setup translations ## write the pages that are made from the source, in docs/
	@$(PYTHON) scripts/build_rules_page.py
	@$(PYTHON) scripts/build_dictionary_page.py
	@$(PYTHON) scripts/build_algorithm_pages.py

package: setup-release translations ## make and check the ZIP that QGIS installs, in build/
	@$(PYTHON) scripts/package.py
	@$(PYTHON) scripts/check_package.py --scan $(ZIP)

test-next: setup translations ## all tests on a newer QGIS, 3.44, in a Debian of its own (root)
	@scripts/test_next.sh

test-qt6: setup-release ## look whether PyQt6, which QGIS 4 has, knows each Qt name used
	@.venv-release/bin/python scripts/qt_names.py

test-package: package ## install the ZIP into an empty QGIS and use it there
	@$(PYTHON) scripts/try_package.py $(ZIP)

clean: ## remove what can be made again
	@rm -rf build .pytest_cache .ruff_cache .hypothesis .qgis-settings i18n/*.qm
	@find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +
