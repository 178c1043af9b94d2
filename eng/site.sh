#!/usr/bin/env bash
# Builds the documentation site into artifacts/site/pages. A dead link or a diagram that cannot be drawn ends it with 1. Needs node, npm, chromium, and a build of the solution.
# Usage: eng/site.sh [--serve]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD site=$PWD/artifacts/site
rm -rf "$site/source" "$site/api"
PUPPETEER_SKIP_DOWNLOAD=1 npm ci --prefix docs --no-audit --no-fund --loglevel=error >/dev/null
dotnet build eng/ApiPages -c Release -v q -nologo -clp:NoSummary
eng/ApiPages/bin/Release/net10.0/BaseComponents.ApiPages src tests/Conventions/bin/Release/net10.0 "$site/api"
# The modules are found from where the pages lie.
mkdir -p "$site/source" && ln -sfn "$root/docs/node_modules" "$site/node_modules" && cp docs/package.json "$site/package.json"
(cd docs && node "$root/eng/site/stage.mjs" "$root" "$site/api" "$root/artifacts/journeys" "$site/source")
cd "$site"
if [ "${1:-}" = --serve ]; then
  exec node_modules/.bin/vitepress dev source
fi
node_modules/.bin/vitepress build source --outDir "$site/pages" 2>&1 | grep -vE '^\s*$' | tail -n 20
exit "${PIPESTATUS[0]}"
