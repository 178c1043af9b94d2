<#
.SYNOPSIS
Builds everything and runs the tests on Windows, as test.sh does elsewhere. Not run yet: nobody had a Windows machine.
.DESCRIPTION
Nothing is installed. Tests whose peer is absent (OpenSSL, a browser, mail servers) are skipped with their reason, and do not count as failures. Scale, Fuzz, FirstDay and Aot start programs of Linux and are left out.
.EXAMPLE
./test.ps1
./test.ps1 Payments Contracts
#>
param([string[]] $Projects = @('Authorities', 'Eid', 'Payments', 'SecureMail', 'Sandbox', 'Contracts', 'Conventions', 'Journeys'))

$ErrorActionPreference = 'Stop'
Set-Location $PSScriptRoot
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
$env:DOTNET_NOLOGO = '1'
$results = 'artifacts/test-results'

if (Get-Command npm -ErrorAction SilentlyContinue) {
  npm ci --prefix tests/Contracts/peers --no-audit --no-fund --loglevel=error | Out-Null
  if ($LASTEXITCODE -ne 0) { Write-Output '== the npm peers could not be installed, their tests are skipped' }
}

Write-Output '== build'
dotnet build BaseComponents.sln -c Release -v q -nologo
if ($LASTEXITCODE -ne 0) { Write-Output '0 passed, 1 failed, 0 skipped'; exit 1 }

if (Test-Path $results) { Remove-Item -Recurse -Force $results }
New-Item -ItemType Directory -Force $results | Out-Null
$broken = 0
foreach ($project in $Projects) {
  Write-Output "== tests/$project"
  & "tests/$project/bin/Release/net10.0/BaseComponents.Tests.$project.exe" --results-directory $results --report-trx --report-trx-filename "$project.trx" `
    --hangdump --hangdump-timeout 10m --hangdump-type None --no-ansi
  if ($LASTEXITCODE -ne 0) { $broken++ }
  if (-not (Test-Path "$results/$project.trx")) { Write-Output "tests/$project wrote no result"; $broken++ }
}

$total = 0; $passed = 0; $failed = 0
foreach ($file in Get-ChildItem $results -Filter *.trx) {
  $counters = ([xml](Get-Content -Raw $file.FullName)).TestRun.ResultSummary.Counters
  $total += [int]$counters.total; $passed += [int]$counters.passed; $failed += [int]$counters.failed
}
Write-Output "$passed passed, $failed failed, $($total - $passed - $failed) skipped"
if ($failed -gt 0 -or $broken -gt 0 -or $passed -eq 0) { exit 1 }
