#!/usr/bin/env bash
# Makes build/origin_trace.<version>.zip, which QGIS installs with "Install from
# ZIP": what is committed, the compiled translations, and openpyxl in extlibs/.
set -eu
cd "$(dirname "$0")/.."

version=$(sed -n 's/^version=//p' metadata.txt)
stage=build/package
zip=build/origin_trace.$version.zip

rm -rf $stage "$zip"
mkdir -p $stage
git archive --prefix=origin_trace/ HEAD | tar -x -C $stage
cp i18n/*.qm $stage/origin_trace/i18n/
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-compile \
    --target $stage/origin_trace/extlibs "$(sed -n 's/^dependencies = \["\(.*\)"\]$/\1/p' pyproject.toml)"
touch $stage/origin_trace/extlibs/__init__.py
rm -rf $stage/origin_trace/extlibs/bin
find $stage -name __pycache__ -prune -exec rm -rf {} +
(cd $stage && ../../.venv/bin/python -m zipfile -c "../../$zip" origin_trace)
echo "$zip: $(($(stat -c %s "$zip") / 1024)) kB"
