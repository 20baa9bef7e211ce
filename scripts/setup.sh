#!/usr/bin/env bash
# Makes everything ready that `make test` and `make demo` need: QGIS 3.40 or
# newer with its Python bindings, fonts, lrelease, PostgreSQL with PostGIS, and
# a virtual environment in .venv. On Debian or Ubuntu as root missing packages are installed;
# elsewhere nothing outside the checkout is touched. Safe to run again.
set -eu
cd "$(dirname "$0")/.."

venv=.venv
stamp=$venv/.ready

say() { printf '== %s\n' "$*"; }
fail() { printf 'setup: %s\n' "$*" >&2; exit 1; }

# Done before, with the same needs?
fingerprint=$(cat pyproject.toml scripts/setup.sh | cksum)
if [ -x $venv/bin/python ] && [ "$(cat $stamp 2>/dev/null)" = "$fingerprint" ] &&
    $venv/bin/python -c 'import importlib.util as u, sys; sys.exit(not u.find_spec("qgis"))'; then
    exit 0
fi

# The system's Python that has QGIS; another python3 may come first on PATH.
find_python() {
    for python in "${QGIS_PYTHON:-}" /usr/bin/python3 python3; do
        [ -n "$python" ] && command -v "$python" >/dev/null || continue
        if QT_QPA_PLATFORM=offscreen "$python" -c '
import sys
from qgis.core import Qgis
sys.exit(Qgis.QGIS_VERSION_INT < 34000)' >/dev/null 2>&1; then
            command -v "$python"
            return 0
        fi
    done
    return 1
}

can_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

updated=
update() {
    [ -z "$updated" ] || return 0
    say "reading the package lists"
    apt-get -q=2 update
    updated=yes
}

install() {
    update
    say "installing $*"
    DEBIAN_FRONTEND=noninteractive apt-get -q=2 -o Dpkg::Use-Pty=0 install -y \
        --no-install-recommends "$@" >build/setup.log 2>&1 ||
        { tail -n 30 build/setup.log >&2; fail "apt-get could not install $*"; }
}

# Is a version of qgis on offer that is new enough? $1: release, empty for the default one.
on_offer() {
    version=$(apt-cache ${1:+-t "$1"} policy qgis 2>/dev/null | awk '/Candidate:/ { print $2 }')
    version=${version#*:}
    dpkg --compare-versions "${version:-0}" ge 3.40~ 2>/dev/null && [ "$version" != "(none)" ]
}

# Adds bookworm-backports to the source that bookworm itself comes from.
add_backports() {
    for file in /etc/apt/sources.list.d/*.sources; do
        [ -e "$file" ] || continue
        awk '
            function flush(   i) {
                if (!done && suites && main)
                    { line[suites] = line[suites] " bookworm-backports"; done = 1 }
                for (i = 1; i <= n; i++) print line[i]
                n = suites = main = 0
            }
            { line[++n] = $0 }
            /^Suites:/ { for (i = 2; i <= NF; i++) if ($i == "bookworm") suites = n }
            /^Components:/ { for (i = 2; i <= NF; i++) if ($i == "main") main = 1 }
            /^[ \t]*$/ { flush() }
            END { flush() }' "$file" >build/source
        if ! cmp -s build/source "$file"; then
            say "adding bookworm-backports in $file"
            cat build/source >"$file"
            return 0
        fi
    done
    for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
        [ -e "$file" ] || continue
        added=$(sed -n -E '/^deb[[:space:]].*[[:space:]]bookworm[[:space:]].*\bmain\b/{
            s/[[:space:]]bookworm[[:space:]]/ bookworm-backports /p;q}' "$file")
        if [ -n "$added" ]; then
            say "adding bookworm-backports in $file"
            printf '%s\n' "$added" >>"$file"
            return 0
        fi
    done
    return 1
}

install_qgis() {
    can_install || fail "no QGIS 3.40 or newer with Python bindings was found.
Install it (qgis.org has packages for every system), or name the Python that
belongs to it: QGIS_PYTHON=/path/to/python3 make test"
    . /etc/os-release
    update
    release=
    if ! on_offer "" && [ "${VERSION_CODENAME:-}" = bookworm ]; then
        release=bookworm-backports
        if ! on_offer $release; then
            add_backports || fail "no apt source of Debian 12 was found to add backports to"
            updated= && update
        fi
    fi
    on_offer "$release" ||
        fail "${PRETTY_NAME:-this system} offers no QGIS 3.40 or newer; see qgis.org for packages"
    install ${release:+-t $release} qgis python3-qgis qgis-providers
}

mkdir -p build
python=$(find_python) || { install_qgis; python=$(find_python); } ||
    fail "QGIS was installed, but its Python bindings cannot be imported"

missing=
need() { can_install && missing="$missing $1" || say "$2"; }
"$python" -c 'import ensurepip, venv' 2>/dev/null || need python3-venv "Python's venv is missing"
command -v pdftotext >/dev/null || need poppler-utils "poppler-utils is missing: no PDF tests"
[ -x /usr/lib/qt5/bin/lrelease ] || lrelease -version >/dev/null 2>&1 || # may be a mere switch
    need qttools5-dev-tools "lrelease (Qt Linguist) is missing: no Chinese texts"
if command -v fc-list >/dev/null; then
    fc-list :lang=zh-cn | grep -q . || need fonts-noto-cjk "no Chinese font: maps will show boxes"
else
    need fonts-noto-cjk "fontconfig is missing: Chinese fonts were not looked for"
fi
# The tests start a server of their own; the newest one on offer will do.
if ! ls /usr/share/postgresql/*/extension/postgis.control >/dev/null 2>&1; then
    ! can_install || update
    need "$(apt-cache search --names-only '^postgresql-[0-9]+-postgis-3$' 2>/dev/null |
        awk '{ print $1 }' | sort -V | tail -n 1)" \
        "PostgreSQL with PostGIS is missing: the tests of the store on a server will fail"
fi
[ -z "$missing" ] || install $missing

if ! [ -x $venv/bin/python ] || ! $venv/bin/python -c 'from qgis.core import Qgis' 2>/dev/null; then
    say "making $venv with $python"
    rm -rf $venv
    "$python" -m venv --system-site-packages $venv
fi
say "installing Python packages into $venv"
# One requirement a line: first those of the plugin, then those of its tests.
list() {
    $venv/bin/python - "$@" <<'EOF'
import sys
try:
    import tomllib
except ImportError:
    from pip._vendor import tomli as tomllib
with open("pyproject.toml", "rb") as file:
    project = tomllib.load(file)["project"]
extras = project["optional-dependencies"]
print(*project["dependencies"], *extras["fast"], sep="\n")
if "all" in sys.argv:
    print(*extras["test"], sep="\n")
EOF
}
list all >build/requirements.txt
list plugin >build/extlibs.txt
pip="$venv/bin/python -m pip install --quiet --disable-pip-version-check"
$pip -r build/requirements.txt
# And where the released plugin carries its own, so that the checkout, linked
# into any QGIS of this machine, reads workbooks without the virtual environment.
rm -rf extlibs
$pip --target extlibs -r build/extlibs.txt
touch extlibs/__init__.py
printf '%s\n' "$fingerprint" >$stamp
say "ready: $($venv/bin/python -c 'from qgis.core import Qgis; print("QGIS", Qgis.QGIS_VERSION)' 2>/dev/null)"
