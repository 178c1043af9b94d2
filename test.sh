#!/usr/bin/env bash
# Builds everything and runs every test. Installs what the tests need and is missing when it may (root on Debian); a test whose peer is
# absent is skipped with its reason, and counts as a failure where CI=true.
# Usage: ./test.sh [--prepare | --no-build] [project name ...]     for example: ./test.sh Payments Contracts
# --prepare installs and builds only; --no-build tests what was built before.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 NUGET_CERT_REVOCATION_MODE=offline
results=artifacts/test-results

# A probe that succeeds where the peer is there, and the Debian package that brings it.
peers=(
  "command -v openssl:openssl"
  "command -v chromium:chromium"
  "command -v AusweisApp2:ausweisapp2"
  "command -v swaks:swaks"
  "command -v sslscan:sslscan"
  "perl -MNet::SSLeay -e 1:libnet-ssleay-perl"
  "command -v curl:curl"
  "command -v gpg:gnupg"
  "command -v sq:sq"
  "command -v gpgsm:gpgsm"
  "command -v cmsutil:libnss3-tools"
  "command -v java:default-jre-headless"
  "command -v ecj:ecj"
  "test -e /usr/share/java/bcmail.jar:libbcmail-java"
  "command -v wsimport:jaxws"
  "test -e /usr/share/java/jaxws-rt.jar:libjaxws-java"
  "test -e /usr/share/java/wss4j.jar:libwss4j-java"
  "test -e /usr/share/java/xmlsec.jar:libxml-security-java"
  "perl -MSOAP::Lite -e 1:libsoap-lite-perl"
  "perl -MLWP::Protocol::https -e 1:liblwp-protocol-https-perl"
  "command -v npm:npm"
  "command -v xmlsec1:xmlsec1"
  "command -v xmllint:libxml2-utils"
  "command -v redis-server:redis-server"
  "test -x /usr/sbin/nginx:nginx"
  "test -x /usr/sbin/slapd:slapd"
  "command -v dovecot:dovecot-imapd"
  "test -x /usr/lib/gnupg/gpg-wks-client:gpg-wks-client"
  "test -x /usr/sbin/postfix:postfix"
  "ls /usr/lib/postgresql/*/bin/initdb:postgresql"
  "command -v pdftotext:poppler-utils"
  "command -v rsvg-convert:librsvg2-bin"
  "command -v zbarimg:zbar-tools"
  "command -v clang:clang"
  "test -e /usr/include/zlib.h:zlib1g-dev"
  "test -e /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf:fonts-dejavu-core"
)

install_peers() {
  local missing=() peer
  for peer in "${peers[@]}"; do
    ${peer%:*} >/dev/null 2>&1 || missing+=("${peer##*:}")
  done
  if [ ${#missing[@]} -gt 0 ]; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
      echo "== installing ${missing[*]}"
      apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
    else
      echo "== not installed, their tests are skipped: ${missing[*]}"
    fi
  fi
  if command -v npm >/dev/null 2>&1; then
    npm ci --prefix tests/Contracts/peers --no-audit --no-fund --loglevel=error >/dev/null || echo "== the npm peers could not be installed, their tests are skipped"
  fi
}

count() { # name of a counter in the TRX files
  cat "$results"/*.trx 2>/dev/null | sed -n "s/.*<Counters .*\b$1=\"\([0-9]*\)\".*/\1/p" | awk '{ sum += $1 } END { print sum + 0 }'
}

# The names of what failed and what it said, from the TRX files: the last lines of a long log are the ones that are read.
failures() {
  local trx
  for trx in "$results"/*.trx; do
    [ -e "$trx" ] || continue
    awk -v project="$(basename "$trx" .trx)" '
      function text(line) { gsub(/<[^>]*>/, "", line); gsub(/^ +/, "", line); gsub(/&lt;/, "<", line); gsub(/&gt;/, ">", line); gsub(/&quot;/, "\"", line); gsub(/&amp;/, "\\&", line); return substr(line, 1, 400) }
      /<UnitTestResult / { failed = /outcome="Failed"/; name = $0; sub(/.* testName="/, "", name); sub(/" .*/, "", name); left = 0; if (failed) print "FAILED tests/" project ": " text(name) }
      failed && /<Message>/ { left = 12 }
      failed && left > 0 { print "    " text($0); left-- }
      failed && /<StackTrace>/ { left = 6 }
    ' "$trx"
  done
}

mode=all
case "${1:-}" in
  --prepare | --no-build) mode=${1#--}; shift ;;
esac
if [ "$mode" != no-build ]; then
  install_peers
  echo "== build"
  dotnet build BaseComponents.sln -c Release -v q -nologo || { echo "0 passed, 1 failed, 0 skipped"; exit 1; }
fi
[ "$mode" != prepare ] || exit 0

rm -rf "$results" && mkdir -p "$results"
failed_projects=0
projects=("$@")
[ ${#projects[@]} -gt 0 ] || projects=(Authorities Eid Payments SecureMail Sandbox Contracts Scale Fuzz Conventions Journeys FirstDay Aot)
for project in "${projects[@]}"; do
  echo "== tests/$project"
  # These wait for other programs most of the time: one test for each processor would leave them idle.
  case "$project" in
    Journeys) threads=1.5x ;;
    Scale) threads=2x ;;
    *) threads=default ;;
  esac
  "tests/$project/bin/Release/net10.0/BaseComponents.Tests.$project" --results-directory "$results" --report-trx --report-trx-filename "$project.trx" \
    --max-threads "$threads" --hangdump --hangdump-timeout 10m --hangdump-type None --no-ansi || failed_projects=$((failed_projects + 1))
  [ -s "$results/$project.trx" ] || { echo "tests/$project wrote no result"; failed_projects=$((failed_projects + 1)); }
done

total=$(count total) passed=$(count passed) failed=$(count failed)
skipped=$((total - passed - failed))
status=0
[ "$failed" -eq 0 ] && [ "$failed_projects" -eq 0 ] && [ "$passed" -gt 0 ] || status=1
if [ "${CI:-}" = true ] && [ "$skipped" -gt 0 ]; then
  echo "Skipped tests count as failures here: their peers must be installed."
  status=1
fi
[ "$status" -eq 0 ] || [ "$failed" -gt 0 ] || [ "${CI:-}" = true ] || failed=1
failures | head -n 200
echo "$passed passed, $failed failed, $skipped skipped"
exit $status
