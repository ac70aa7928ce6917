#!/usr/bin/env bash
# Both commands on a bare Debian 12: debootstrap minbase with make and python3, as root, nothing else of this machine but its way out
# (resolver, certificates, settings of apt and pip). Prints how long each took.
#   scripts/bare.sh [demo|test]     one of the two; default both
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD
wanted=${1:-both}
place=$root/var/bare
base=$place/base.tar
chroot=$place/root
shared=${BOLE_SHARED:-$root/../shared}
port=${BOLE_PORT:-8765}

[ "$(id -u)" = 0 ] || { echo "make bare needs root: debootstrap and chroot do." >&2; exit 1; }
command -v debootstrap >/dev/null || { echo "debootstrap is missing. As root: apt-get install debootstrap" >&2; exit 1; }

say() { printf '\n## %s\n' "$*"; }
seconds() { date +%s; }

close_chroot() {
    local pid link
    # What still runs inside ends with it: only processes whose root is this folder.
    for link in /proc/[0-9]*/root; do
        pid=${link#/proc/}
        if [ "$(readlink "$link" 2>/dev/null)" = "$chroot" ]; then kill -9 "${pid%/root}" 2>/dev/null || true; fi
    done
    for name in srv/shared proc dev/shm dev/pts dev; do
        mountpoint -q "$chroot/$name" && umount -l "$chroot/$name"
    done
    return 0
}
trap close_chroot EXIT

mkdir -p "$place"
if [ ! -s "$base" ]; then
    say "debootstrap (once; kept in ${base#"$root"/})"
    rm -rf "$place/fresh"
    debootstrap --variant=minbase --include=make,python3 bookworm "$place/fresh" http://deb.debian.org/debian >"$place/debootstrap.log" 2>&1 ||
        { tail -n 20 "$place/debootstrap.log" >&2; exit 1; }
    tar -C "$place/fresh" -cf "$base.part" . && mv "$base.part" "$base"
    rm -rf "$place/fresh"
fi

say "a fresh chroot, and a clone of HEAD ($(git rev-parse --short HEAD)) in it"
close_chroot
rm -rf "$chroot"
mkdir -p "$chroot"
tar -C "$chroot" -xf "$base"
mkdir -p "$chroot/srv/shared" "$chroot/dev/shm" "$chroot/dev/pts"
git clone -q --no-hardlinks "$root" "$chroot/srv/main"
mount --bind /proc "$chroot/proc"
mount --bind /dev "$chroot/dev"
mount -t tmpfs tmpfs "$chroot/dev/shm"
mount -t devpts devpts "$chroot/dev/pts" 2>/dev/null || true
[ -d "$shared" ] && mount --bind -o ro "$shared" "$chroot/srv/shared"

# The way out: what this machine needs to reach the registries, and no package of it.
cp -L /etc/resolv.conf /etc/hosts "$chroot/etc/"
mkdir -p "$chroot/etc/apt/apt.conf.d"
for file in /etc/apt/apt.conf.d/*; do
    grep -lE 'Proxy|Check-Valid|Check-Date|Verify|CaInfo' "$file" >/dev/null 2>&1 && cp "$file" "$chroot/etc/apt/apt.conf.d/"
done
for file in /etc/apt/sources.list /etc/apt/sources.list.d/debian.sources; do
    [ -e "$file" ] && cp "$file" "$chroot/${file#/}"
done
way_out=(PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 TERM=dumb)
if [ -e /etc/ssl/certs/ca-certificates.crt ]; then
    # Beside the chroot's own bundle, not in its place: the chroot has to install ca-certificates by itself.
    mkdir -p "$chroot/opt/way-out"
    cp -L /etc/ssl/certs/ca-certificates.crt "$chroot/opt/way-out/"
    for name in PIP_CERT SSL_CERT_FILE REQUESTS_CA_BUNDLE CURL_CA_BUNDLE NODE_EXTRA_CA_CERTS; do
        way_out+=("$name=/opt/way-out/ca-certificates.crt")
    done
fi
for name in http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY PIP_INDEX_URL UV_INDEX_URL npm_config_registry PIP_DEFAULT_TIMEOUT; do
    [ -n "${!name:-}" ] && way_out+=("$name=${!name}")
done
# No service starts by itself while packages are installed: the tests start their own PostgreSQL.
printf '#!/bin/sh\nexit 101\n' >"$chroot/usr/sbin/policy-rc.d"
chmod +x "$chroot/usr/sbin/policy-rc.d"

inside() { chroot "$chroot" /usr/bin/env -i "${way_out[@]}" "$@"; }
inside sh -c 'for name in node npm psql initdb docker uv pip3 chromium git; do ! command -v $name || exit 1; done' ||
    { echo "the chroot is not bare" >&2; exit 1; }

# Runs `make demo` until the start page answers 200, prints the time, then ends it as Ctrl-C would.
demo() {
    local began now pid answer
    began=$(date +%s.%N)
    setsid chroot "$chroot" /usr/bin/env -i "${way_out[@]}" BOLE_PORT="$port" make -C /srv/main demo >"$place/demo.log" 2>&1 &
    pid=$!
    while :; do
        answer=$(curl -s -o /dev/null -L -w '%{http_code}' "http://127.0.0.1:$port/" || true)
        now=$(date +%s.%N)
        [ "$answer" = 200 ] && break
        if ! kill -0 "$pid" 2>/dev/null || [ "$(awk "BEGIN { print ($now - $began > 900) }")" = 1 ]; then
            tail -n 40 "$place/demo.log" >&2
            echo "make demo did not open (last answer: $answer)" >&2
            return 1
        fi
        sleep 0.1
    done
    awk "BEGIN { printf \"make demo, $1: the page answers 200 after %.1f s\n\", $now - $began }" | tee -a "$place/times"
    began=$(date +%s.%N)
    kill -INT -- "-$pid"
    wait "$pid" || true
    now=$(date +%s.%N)
    awk "BEGIN { printf \"make demo, $1: ended %.1f s after Ctrl-C\n\", $now - $began }" | tee -a "$place/times"
    if curl -s -o /dev/null "http://127.0.0.1:$port/"; then echo "something still listens on $port" >&2; return 1; fi
}

: >"$place/times"
if [ "$wanted" != test ]; then
    say "make demo, the first time"
    demo first
    cat "$place/demo.log"
    say "make demo, again"
    demo again
fi
if [ "$wanted" != demo ]; then
    say "make test"
    began=$(seconds)
    inside CI=true make -C /srv/main test 2>&1 | tee "$place/test.log" | tail -n 40
    echo "make test: $(($(seconds) - began)) s (preparation included)" | tee -a "$place/times"
fi
say "times in the bare Debian"
cat "$place/times"
