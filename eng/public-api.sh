#!/usr/bin/env bash
# Writes the public API of one project into its PublicAPI.Unshipped.txt: what the analyzer misses is added, what is gone is removed.
# Usage: eng/public-api.sh src/Payments/BaseComponents.Payments
set -euo pipefail
project=${1:?name the folder of a project below src/}
file="$project/PublicAPI.Unshipped.txt"

# Only the analyzer's two findings matter here; the build may fail for other reasons, which the next real build reports.
findings=$(dotnet build "$project" --no-dependencies --no-incremental -v q -p:TreatWarningsAsErrors=false 2>&1 || true)
if grep -q 'error CS' <<<"$findings"; then
  grep 'error CS' <<<"$findings" | sort -u >&2
  echo "The project does not compile; its public API cannot be read." >&2
  exit 1
fi
added=$(sed -n "s/.*RS0016: Symbol '\(.*\)' is not part of the declared public API.*/\1/p" <<<"$findings" | sort -u)
removed=$(sed -n "s/.*RS0017: Symbol '\(.*\)' is part of the declared API.*/\1/p" <<<"$findings" | sort -u)

{
  echo '#nullable enable'
  { tail -n +2 "$file"; printf '%s\n' "$added"; } | sed '/^$/d' | LC_ALL=C sort -u |
    { if [ -n "$removed" ]; then grep -vxF -f <(printf '%s\n' "$removed") || true; else cat; fi; }
} >"$file.new"
mv "$file.new" "$file"
echo "$file: $(($(wc -l <"$file") - 1)) lines"
