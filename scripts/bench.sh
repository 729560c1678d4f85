#!/usr/bin/env bash
# Installs the peers where they are not yet, then measures the engine beside them, the log's verifier, the pages and the start-up.
set -euo pipefail
cd "$(dirname "$0")/.."
[ -d bench/peers/node_modules/.lforms/package ] || npm ci --prefix bench/peers
dotnet build -c Release -v quiet bench/Waymark.Benchmarks
run() { dotnet run -c Release --no-build --project bench/Waymark.Benchmarks -- "$@"; }
run engine table bench/peers
echo
run log 100000 1000000
echo
dotnet build -c Release -v quiet bench/Waymark.PageBenchmarks
dotnet run -c Release --no-build --project bench/Waymark.PageBenchmarks 2>/dev/null
echo
scripts/startup.sh
