#!/usr/bin/env bash
# Runs the tests on a newer QGIS: that of Debian forky (3.44), in a folder of its own,
# build/next, made once with debootstrap. Needs root on Debian or Ubuntu; nothing outside
# the folder is changed but that debootstrap is installed.
#
#   scripts/test_next.sh                        all tests
#   scripts/test_next.sh tests/qgis/test_x.py   what is named, as for pytest
set -eu
cd "$(dirname "$0")/.."

suite=forky
next=$PWD/build/next
packages="qgis python3-qgis qgis-providers poppler-utils fonts-noto-cjk postgresql-postgis"
stamp=$next/.ready

say() { printf '== %s\n' "$*"; }
fail() { printf 'test-next: %s\n' "$*" >&2; exit 1; }

[ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || fail "needs root on Debian or Ubuntu"

# Runs a command there, with mounts that are gone with it.
inside() {
    unshare --mount --pid --fork --kill-child sh -eu -c '
        next=$1
        shift
        mount -t proc proc "$next/proc"
        mount --rbind /dev "$next/dev"
        mount -t tmpfs -o mode=1777 tmpfs "$next/tmp"
        exec chroot "$next" env -i HOME=/root PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin \
            LC_ALL=C.UTF-8 QT_QPA_PLATFORM=offscreen PYTHONPATH=/opt/tools \
            DEBIAN_FRONTEND=noninteractive "$@"' inside "$next" "$@"
}

make_folder() {
    command -v debootstrap >/dev/null || {
        say "installing debootstrap"
        apt-get -q=2 update
        apt-get -q=2 install -y --no-install-recommends debootstrap >/dev/null
    }
    . /etc/os-release
    mirror=$(apt-get indextargets --format '$(REPO_URI)' \
        'Created-By: Packages' "Codename: $VERSION_CODENAME" | head -n 1)
    [ -n "$mirror" ] || fail "no apt source of $VERSION_CODENAME was found; run apt-get update"
    rm -rf "$next"
    mkdir -p "$next"
    say "making a small Debian $suite (build/next.log)"
    # An older debootstrap does not know the suite; all of them follow the script of sid.
    debootstrap --variant=minbase --include=python3,ca-certificates $suite "$next" "$mirror" \
        /usr/share/debootstrap/scripts/sid >build/next.log 2>&1 ||
        { tail -n 20 build/next.log >&2; fail "debootstrap failed"; }
    # A mirror may be a copy that was kept.
    echo 'Acquire::Check-Valid-Until "false";' >"$next/etc/apt/apt.conf.d/90kept-copy"
    # Nothing that is installed there is started: it would run on this machine.
    printf '#!/bin/sh\nexit 101\n' >"$next/usr/sbin/policy-rc.d"
    chmod +x "$next/usr/sbin/policy-rc.d"
}

install_packages() {
    say "installing QGIS there"
    inside apt-get -q=2 update >>build/next.log 2>&1
    inside apt-get -q=2 install -y --no-install-recommends $packages >>build/next.log 2>&1 ||
        { tail -n 20 build/next.log >&2; fail "apt-get failed in build/next"; }
}

install_tools() {
    say "installing pytest and others there"
    version=$(chroot "$next" python3 -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    rm -rf "$next/opt/tools"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-compile \
        --target "$next/opt/tools" --python-version "$version" --only-binary=:all: \
        -r build/requirements.txt
}

exec 9>build/next.lock
flock --nonblock 9 || fail "another one is running"

needs="$suite $packages $(cat build/requirements.txt)"
if [ "$(cat "$stamp" 2>/dev/null)" != "$needs" ]; then
    [ -x "$next/usr/sbin/policy-rc.d" ] || make_folder
    install_packages
    install_tools
    printf '%s\n' "$needs" >"$stamp"
fi

# A copy of the working tree: nothing of this machine is mounted there that a removal of
# the folder could reach.
rm -rf "$next/checkout"
mkdir "$next/checkout"
{
    git ls-files -z --cached --others --exclude-standard
    find extlibs i18n -name __pycache__ -prune -o -type f \( -path 'extlibs/*' -o -name '*.qm' \) -print0
} | sort -zu | tar --null --files-from=- -c --ignore-failed-read 2>/dev/null | tar -x -C "$next/checkout"
rm -rf "$next/checkout/extlibs/python_calamine"* # made for another Python

[ $# -gt 0 ] || set -- tests -n auto --dist loadfile
inside sh -c 'cd /checkout && exec python3 -m pytest -q "$@"' pytest "$@"
