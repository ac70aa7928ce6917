#!/bin/sh
# Make this machine ready: what Debian brings (as root, by apt), then the environment in .venv by uv and the lock.
#   scripts/prepare.sh run     to run Bole and build its assets
#   scripts/prepare.sh test    to test it too: PostgreSQL, Chromium, a Chinese face
set -eu
cd "$(dirname "$0")/.."
wanted=${1:-run}
uv_version='uv>=0.9,<1'

has_postgres() { ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null 2>&1; }
has_chinese_face() { ls /usr/share/fonts/opentype/noto/NotoSansCJK-*.ttc >/dev/null 2>&1; }

missing=
python3 -c 'import ensurepip, venv' 2>/dev/null || missing="$missing python3-venv"
[ -e /etc/ssl/certs/ca-certificates.crt ] || missing="$missing ca-certificates"
if [ "$wanted" = test ]; then
    has_postgres || missing="$missing postgresql"
    [ -x /usr/bin/chromium ] || missing="$missing chromium"
    # What drives the browser is a program of Node, and it stands on this library.
    ls /usr/lib/*/libatomic.so.1 >/dev/null 2>&1 || missing="$missing libatomic1"
    has_chinese_face || missing="$missing fonts-noto-cjk"
    command -v git >/dev/null 2>&1 || missing="$missing git"
fi

if [ -n "$missing" ]; then
    if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
        echo "Missing on this machine:$missing. As root: apt-get install$missing" >&2
        exit 1
    fi
    echo "1/3 Installing from Debian:$missing …"
    export DEBIAN_FRONTEND=noninteractive
    log=$(mktemp)
    # shellcheck disable=SC2086  # a list of words
    if ! { apt-get update -q && apt-get install -q -y --no-install-recommends $missing; } >"$log" 2>&1; then
        tail -n 30 "$log" >&2
        echo "apt-get could not install:$missing" >&2
        exit 1
    fi
    rm -f "$log"
fi

if ! python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo "Python 3.11 or newer is missing: this is $(python3 --version)." >&2
    exit 1
fi

if [ ! -x .venv/bin/python ]; then
    echo "2/3 Making the environment in .venv …"
    python3 -m venv .venv
fi
if [ ! -x .venv/bin/uv ]; then
    .venv/bin/python -m pip --version >/dev/null 2>&1 || .venv/bin/python -m ensurepip >/dev/null
    .venv/bin/python -m pip install --quiet --disable-pip-version-check "$uv_version"
fi

echo "3/3 Installing the locked packages …"
# Inexact: uv lives in the same environment, and a `make demo` after a `make test` takes nothing away.
set -- sync --frozen --inexact --quiet
[ "$wanted" = test ] || set -- "$@" --no-default-groups --group build
# The system's certificates: where a company's proxy opens TLS, its own authority stands there.
export UV_SYSTEM_CERTS=true UV_NATIVE_TLS=true
UV_PYTHON_DOWNLOADS=never UV_PROJECT_ENVIRONMENT=.venv .venv/bin/uv "$@" --python .venv/bin/python
