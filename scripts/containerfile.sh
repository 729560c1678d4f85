#!/usr/bin/env bash
# Follows deploy/Containerfile step by step in a folder that debootstrap makes, for a machine without a container engine, and starts what it makes as
# the container would: as its user, with a root file system that cannot be written. Needs root, debootstrap and what `make publish` made.
set -euo pipefail
cd "$(dirname "$0")/.."
file=deploy/Containerfile
port=18080
root=$(mktemp -d)
server=
finish() {
  if [ -n "$server" ]; then
    kill "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
  fi
  umount --recursive "$root" 2>/dev/null || umount --recursive --lazy "$root" 2>/dev/null || true
  rm -rf --one-file-system "$root"
}
trap finish EXIT
step() { sed -n "s/^$1 //p" "$file"; }

suite=$(step FROM | sed 's/^debian:\(.*\)-slim$/\1/')
mirror=$(grep -rhoE '(^URIs: |^deb )[^ ]+/debian/?( |$)' /etc/apt/sources.list /etc/apt/sources.list.d 2>/dev/null | head -n 1 | awk '{ print $2 }' || true)
debootstrap --variant=minbase "$suite" "$root" ${mirror:+"$mirror"} >/dev/null
chmod 755 "$root"
mount --bind "$root" "$root"
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
cp /etc/resolv.conf "$root/etc/"
[ ! -d /etc/apt/apt.conf.d ] || cp /etc/apt/apt.conf.d/*proxy* "$root/etc/apt/apt.conf.d/" 2>/dev/null || true

run=$(sed -e ':join' -e '/\\$/{N;s/\\\n//;bjoin' -e '}' "$file" | sed -n 's/^RUN //p')
chroot "$root" sh -ec "$run" >"$root/tmp/run.log" 2>&1 || { cat "$root/tmp/run.log"; exit 1; }
read -r from to <<<"$(step COPY)"
mkdir -p "$root$to"
cp -a "$from." "$root$to"

home=$(step WORKDIR)
mount -t tmpfs tmpfs "$root$home"
mount -t tmpfs tmpfs "$root/tmp"
chroot "$root" chown "$(step USER)" "$home"
mount -o remount,ro,bind "$root"
program=$(step ENTRYPOINT | tr -d '[]"')
arguments=$(step CMD | tr -d '[]",' | sed "s/:[0-9]*$/:$port/")
# shellcheck disable=SC2086
chroot --userspec="$(step USER)" "$root" env -i PATH=/usr/bin:/bin HOME="$home" $(step ENV) sh -c "cd $home && exec $program $arguments" &
server=$!
for _ in $(seq 120); do
  if curl -fsS -o /dev/null "http://127.0.0.1:$port/health/ready" 2>/dev/null; then
    echo "$(step FROM): ready as $(step USER), nothing written but in $home and /tmp; $(curl -fsS "http://127.0.0.1:$port/safety-check" | grep -o '<title>[^<]*')"
    exit 0
  fi
  sleep 1
done
echo "It did not become ready." >&2
exit 1
