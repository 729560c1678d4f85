#!/usr/bin/env bash
# Asks the package registries whether anything we ship or build with has a known fault, and fails if so. A registry that cannot be asked is named, and does not fail the build.
set -uo pipefail
cd "$(dirname "$0")/.."
bad=0
report=$(dotnet list Waymark.slnx package --vulnerable --include-transitive 2>&1)
if grep -qE '^ *> ' <<<"$report"; then
  echo "$report" | grep -E 'has the following|^ *> '
  bad=1
elif grep -q 'NU1900' <<<"$report" || ! grep -q 'no vulnerable packages' <<<"$report"; then
  echo "NuGet's list of known faults could not be read."
else
  echo "NuGet: no package with a known fault."
fi
if report=$(npm audit --audit-level=low 2>&1); then
  echo "npm: no package with a known fault."
elif grep -qE 'audit endpoint returned an error|ENOAUDIT|ENETUNREACH|ENOTFOUND' <<<"$report"; then
  echo "npm's list of known faults could not be read."
else
  echo "$report"
  bad=1
fi
exit "$bad"
