#!/usr/bin/env bash
# Publishes one self-contained program and says how soon it answers, how much memory it takes, and how large it is.
set -euo pipefail
cd "$(dirname "$0")/.."
out=artifacts/publish
make --silent publish >/dev/null
folder=$(mktemp -d)
echo "| run | answers after | memory then | memory after 200 pages |"
echo "| --- | ---: | ---: | ---: |"
for run in "first start, empty database" "second start"; do
  begin=$(date +%s%N)
  (cd "$folder" && exec "$OLDPWD/$out/waymark" --urls http://127.0.0.1:5093 --Waymark:Limits:OpenChecksPerMinute=100000 >/dev/null 2>&1) &
  pid=$!
  for _ in $(seq 600); do
    curl -sf -o /dev/null http://127.0.0.1:5093/health/ready && break
    sleep 0.02
  done
  took=$((($(date +%s%N) - begin) / 1000000))
  memory() { awk '/VmRSS/ {printf "%d MiB", $2 / 1024}' "/proc/$pid/status"; }
  before=$(memory)
  for _ in $(seq 200); do curl -sf -o /dev/null http://127.0.0.1:5093/safety-check; done
  echo "| $run | $took ms | $before | $(memory) |"
  kill "$pid"
  wait "$pid" 2>/dev/null || true
done
echo
echo "The program takes $(du -m "$out/waymark" | cut -f1) MiB, its folder $(du -sm "$out" | cut -f1) MiB."
rm -rf "$folder"
