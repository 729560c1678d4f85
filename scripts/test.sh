#!/usr/bin/env bash
# Runs the named test projects one after another (NAME@postgres: with every host on PostgreSQL) and prints one closing line: N passed, N failed, N skipped.
set -uo pipefail
config=$1
shift
rm -rf artifacts/reading-time
passed=0 failed=0 skipped=0 broken=0
failures=$(mktemp)
for project in "$@"; do
  echo "== $project"
  log=$(mktemp)
  database=sqlite
  [ "${project%@postgres}" = "$project" ] || database=postgres
  WAYMARK_TEST_DATABASE=$database dotnet test --project "tests/${project%@postgres}" -c "$config" --no-ansi --no-progress 2>&1 | tee "$log"
  [ "${PIPESTATUS[0]}" -eq 0 ] || broken=1
  count() { grep -E "^ *$1: *[0-9]+" "$log" | tail -n 1 | grep -oE '[0-9]+' || echo 0; }
  passed=$((passed + $(count succeeded)))
  failed=$((failed + $(count failed)))
  skipped=$((skipped + $(count skipped)))
  # Which test failed, and the first line of why, said again at the very end: the end is what a reader of a long log sees.
  grep -E -A 2 '^failed ' "$log" | cut -c 1-240 | sed "s|^failed |failed on $database: |" >>"$failures"
  rm -f "$log"
done
cat artifacts/reading-time/*.md 2>/dev/null
cat "$failures"
rm -f "$failures"
echo "$passed passed, $failed failed, $skipped skipped"
[ "$broken" -eq 0 ] && [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
