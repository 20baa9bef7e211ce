#!/usr/bin/env bash
# Makes .venv-release with what only a release needs: qgis-plugin-ci, the scanners
# of the plugin site, and PyQt6; and Xvfb, a screen for QGIS that nobody sees. Apart from
# .venv, whose Qt belongs to QGIS.
set -eu
cd "$(dirname "$0")/.."

if ! command -v Xvfb >/dev/null; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "== installing xvfb"
        apt-get -q=2 update
        DEBIAN_FRONTEND=noninteractive apt-get -q=2 install -y --no-install-recommends xvfb >/dev/null
    else
        echo "== Xvfb is missing: no test-package"
    fi
fi

venv=.venv-release
stamp=$venv/.ready
needs=$(.venv/bin/python - <<'EOF'
try:
    import tomllib
except ImportError:
    from pip._vendor import tomli as tomllib
with open("pyproject.toml", "rb") as file:
    print(*tomllib.load(file)["project"]["optional-dependencies"]["release"], sep="\n")
EOF
)
[ "$(cat $stamp 2>/dev/null)" != "$needs" ] || exit 0
echo "== installing the tools of a release into $venv"
[ -x $venv/bin/python ] || "$(readlink -f .venv/bin/python)" -m venv $venv
printf '%s\n' "$needs" >$venv/requirements.txt
$venv/bin/python -m pip install --quiet --disable-pip-version-check -r $venv/requirements.txt
printf '%s\n' "$needs" >$stamp
