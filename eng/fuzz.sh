#!/usr/bin/env bash
# Fuzzes the readers with AFL++, guided by the edges it sees in our assemblies (SharpFuzz puts the probes in). One reader after the other.
# Usage: eng/fuzz.sh [--minutes N] [--executions N] [reader ...]     default: 30 minutes of processor time or ten million executions each, all readers
# Ends with 1 if a reader crashed or hung; the inputs lie in artifacts/fuzz/<reader>/default/{crashes,hangs}: put them into tests/Fuzz/corpus/<reader>.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
minutes=30 executions=10000000
while [ $# -gt 0 ]; do
  case "$1" in
    --minutes) minutes=$2; shift 2 ;;
    --executions) executions=$2; shift 2 ;;
    *) break ;;
  esac
done
command -v afl-fuzz >/dev/null || { echo "afl-fuzz is missing: apt-get install afl++"; exit 2; }
out=artifacts/fuzz
tool=$out/tool
mkdir -p "$out"
[ -x "$tool/sharpfuzz" ] || dotnet tool install SharpFuzz.CommandLine --version 2.3.0 --tool-path "$tool" >/dev/null
program=$out/program
rm -rf "$program"
dotnet publish tests/Fuzz/Fuzz.csproj -c Release -o "$program" -v q -nologo >/dev/null
for assembly in BaseComponents.Authorities BaseComponents.Eid BaseComponents.Eid.AspNetCore BaseComponents.Eid.Saml BaseComponents.Payments BaseComponents.SecureMail BaseComponents.SecureMail.Ldap; do
  "$tool/sharpfuzz" "$program/$assembly.dll"
done
readers=("$@")
[ ${#readers[@]} -gt 0 ] || mapfile -t readers < <(tests/Fuzz/bin/Release/net10.0/BaseComponents.Tests.Fuzz list)

# Seconds of processor time of the fuzzer and its target: on a busy machine the clock says little.
processor_seconds() {
  local pid ticks=0
  for pid in "$1" $(pgrep -P "$1"); do
    ticks=$((ticks + $(awk '{ print $14 + $15 + $16 + $17 }' "/proc/$pid/stat" 2>/dev/null || echo 0)))
  done
  echo $((ticks / $(getconf CLK_TCK)))
}

export AFL_SKIP_BIN_CHECK=1 AFL_SKIP_CPUFREQ=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_NO_UI=1 AFL_NO_AFFINITY=1
status=0
for reader in "${readers[@]}"; do
  rm -rf "${out:?}/$reader"
  afl-fuzz -i "tests/Fuzz/corpus/$reader" -o "$out/$reader" -E "$executions" -t 10000 -m none -x tests/Fuzz/xml.dict -- \
    dotnet "$program/BaseComponents.Tests.Fuzz.dll" afl "$reader" > "$out/$reader.log" 2>&1 &
  fuzzer=$! spent=0
  while kill -0 "$fuzzer" 2>/dev/null; do
    sleep 5
    now=$(processor_seconds "$fuzzer")
    [ "$now" -le "$spent" ] || spent=$now
    [ "$spent" -lt $((minutes * 60)) ] || kill -INT "$fuzzer" 2>/dev/null || true
  done
  wait "$fuzzer" || true
  stats=$out/$reader/default/fuzzer_stats
  [ -s "$stats" ] || { echo "$reader: the fuzzer did not start, see $out/$reader.log"; status=1; continue; }
  value() { sed -n "s/^$1 *: *//p" "$stats"; }
  echo "RESULT fuzz.$reader.executions $(value execs_done)"
  echo "RESULT fuzz.$reader.seconds $spent"
  echo "RESULT fuzz.$reader.edges $(value edges_found) ($(value bitmap_cvg) of the map)"
  echo "RESULT fuzz.$reader.crashes $(value saved_crashes)"
  echo "RESULT fuzz.$reader.hangs $(value saved_hangs)"
  [ "$(value saved_crashes)" = 0 ] && [ "$(value saved_hangs)" = 0 ] || status=1
done
exit $status
