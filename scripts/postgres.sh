#!/usr/bin/env bash
# Starts or stops a PostgreSQL server of the tests' own, from Debian's package, in a folder of its own and on a socket there:
#   scripts/postgres.sh start FOLDER [durable]     scripts/postgres.sh stop FOLDER     scripts/postgres.sh again FOLDER
# "durable" flushes as a server in earnest does, so that a stop, which lets nothing finish, may be tried; "again" starts it with what it has.
# It takes no network connection. Started by root, it runs as the unprivileged user "postgres" that the package made.
set -euo pipefail
verb=$1 folder=$2
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$bin" ] || { echo "PostgreSQL is not installed: run scripts/install-needs.sh" >&2; exit 1; }
as=()
[ "$(id -u)" -ne 0 ] || as=(runuser -u postgres --)
serve() {
  "${as[@]}" "$bin/pg_ctl" -D "$folder/data" -l "$folder/data/server.log" -w start -o "$(cat "$folder/options")" >/dev/null
}
case $verb in
start)
  mkdir -p "$folder"
  # The tests connect as whoever runs them: anyone may pass through to the socket, only the server's user into its data.
  chmod 755 "$folder"
  [ "$(id -u)" -ne 0 ] || chown postgres "$folder"
  cd "$folder"
  "${as[@]}" "$bin/initdb" -D "$folder/data" -U admin --auth=trust --encoding=UTF8 --locale=C.UTF-8 >"$folder/initdb.log" 2>&1 ||
    { cat "$folder/initdb.log" >&2; exit 1; }
  # Nothing of most tests must survive a crash: no flushing to disk.
  flushing="-c fsync=off -c synchronous_commit=off -c full_page_writes=off"
  [ "${3:-}" != durable ] || flushing=""
  echo "-c listen_addresses= -c unix_socket_directories='$folder' $flushing -c max_connections=300" >"$folder/options"
  serve
  ;;
again)
  cd "$folder"
  serve
  ;;
stop)
  cd /
  "${as[@]}" "$bin/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null
  ;;
*)
  echo "usage: scripts/postgres.sh start|stop|again FOLDER" >&2
  exit 2
  ;;
esac
