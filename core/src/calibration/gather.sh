#!/bin/sh
# Gathers the corpus that the estimator's table is calibrated on and measured with: downloads the Debian
# packages that packages.txt names and unpacks them below the directory given. Needs apt-get and dpkg-deb,
# no root, about 450 MB of download and 5 GB of room; what is there already is not fetched again.
#   sh core/src/calibration/gather.sh target/corpus
set -eu

list=$(cd "$(dirname "$0")" && pwd)/packages.txt
corpus=${1:?usage: gather.sh DIRECTORY}
mkdir -p "$corpus/packages" "$corpus/files"
cd "$corpus"

awk '!/^#/ && NF { print $3 }' "$list" | sort -u | while read -r package; do
  [ -d "files/$package" ] && continue
  if ! (cd packages && apt-get -qq download "$package" 2>/dev/null); then
    echo "gather: no package $package, left out" >&2
    continue
  fi
  rm -rf "files/$package.part"
  dpkg-deb -x packages/"$package"_*.deb "files/$package.part"
  # Sources and translations inside archives.
  find "files/$package.part" \( -name '*.xpi' -o -name 'src.zip' \) -type f | while read -r archive; do
    mkdir -p "$archive.d" && (cd "$archive.d" && jar -xf "$OLDPWD/$archive") && rm "$archive"
  done
  mv "files/$package.part" "files/$package"
done
ls packages | sed 's/\.deb$//' | sort >versions.txt
echo "gather: $(wc -l <versions.txt) packages below $corpus" >&2
