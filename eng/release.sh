#!/usr/bin/env bash
# Releases one unit here: changelog, API files, commit, tag, packages, bill of materials. Publishes nothing; what to do next is printed. A release that fails leaves neither commit nor tag.
# Usage: eng/release.sh UNIT VERSION [--baseline FOLDER]        such as: eng/release.sh Payments 1.1.0 --baseline ../payments-1.0.0
# --baseline names a folder with the packages of the release before: a change that breaks their users ends it with 1.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
die() { echo "$*" >&2; exit 1; }
unit=${1:?name a folder of src/, such as Payments} version=${2:?name the version, such as 1.1.0} baseline=
shift 2
while [ $# -gt 0 ]; do
  case "$1" in
    --baseline) baseline=$(cd "${2:?}" && pwd); shift 2 ;;
    *) die "Unknown argument $1." ;;
  esac
done
props=src/$unit/Directory.Build.props
[ -f "$props" ] || die "There is no unit $unit: src/ has $(ls -d src/*/ | xargs -n1 basename | grep -v Shared | tr '\n' ' ')."
[[ $version =~ ^[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.-]+)?$ ]] || die "$version is no version of the form 1.2.3 or 1.2.3-rc.1."
[ -z "$(git status --porcelain)" ] || die "The working tree has changes; a release is made of what is committed."
prefix=$(sed -n 's|.*<MinVerTagPrefix>\(.*\)</MinVerTagPrefix>.*|\1|p' "$props")
tag=$prefix$version
git rev-parse -q --verify "refs/tags/$tag" >/dev/null && die "$tag exists."
last=$(git tag -l "$prefix*" --sort=-version:refname | head -n 1)
[ -z "$last" ] || [ "$(printf '%s\n%s\n' "${last#"$prefix"}" "$version" | sort -V | tail -n 1)" = "$version" ] || die "$version is older than $last."
changelog=src/$unit/CHANGELOG.md
awk '/^## /{ inside = /^## Unreleased/ } inside && /^- /{ found = 1 } END { exit !found }' "$changelog" || die "$changelog has nothing under Unreleased: what is released?"

start=$(git rev-parse HEAD)
undo() { git tag -d "$tag" >/dev/null 2>&1 || true; git reset -q --hard "$start"; echo "$tag was not made; everything is as before." >&2; }
trap undo ERR

day=$(date -u +%F)
sed -i "s/^## Unreleased$/## Unreleased\n\n## $version ($day)/" "$changelog"
# What was new is promised from now on.
while IFS= read -r unshipped; do
  shipped=${unshipped%Unshipped.txt}Shipped.txt
  gone=$(sed -n 's/^\*REMOVED\*//p' "$unshipped")
  {
    echo '#nullable enable'
    { grep -v '^#nullable' "$shipped" || true; grep -vE '^(#nullable|\*REMOVED\*)' "$unshipped" || true; } | { [ -z "$gone" ] && cat || grep -vxF "$gone"; } | sed '/^$/d' | LC_ALL=C sort -u
  } > "$shipped.new"
  mv "$shipped.new" "$shipped"
  echo '#nullable enable' > "$unshipped"
done < <(find "src/$unit" -name PublicAPI.Unshipped.txt -not -path '*/obj/*')
git add "src/$unit"
git commit -q -m "Release $unit $version" -m "$(awk -v v="## $version" 'index($0, v) == 1 { inside = 1; next } /^## /{ inside = 0 } inside' "$changelog")"
git tag -a "$tag" -m "$unit $version"

out=artifacts/release/$tag
rm -rf "$out" && mkdir -p "$out"
while IFS= read -r project; do
  name=$(basename "$project" .csproj)
  dotnet build "$project" -c Release -v q -nologo -clp:NoSummary -p:ContinuousIntegrationBuild=true
  old=$(ls "$baseline"/"$name".[0-9]*.nupkg 2>/dev/null | tail -n 1 || true)
  dotnet pack "$project" -c Release --no-build -v q -nologo -o "$out" ${old:+-p:PackageValidationBaselinePath="$old"}
  [ -f "$out/$name.$version.nupkg" ] || { echo "$name was packed under another version than $version: is MinVer right?"; false; }
done < <(find "src/$unit" -name '*.csproj' -not -path '*/obj/*' | sort)
dotnet run --project eng/Sbom -c Release -v q -- "src/$unit" "$out" "$out/$tag.spdx.json" "$(date -u +%FT%TZ)"
(cd "$out" && sha256sum -- * > SHA256SUMS)
trap - ERR
echo "$tag is made; packages lie in $out. Next, when you have looked at them:"
echo "  git push origin HEAD $tag"
echo "  dotnet nuget push \"$out/*.nupkg\""
