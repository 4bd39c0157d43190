#!/bin/sh
# Gathers the corpus that the estimator's table is calibrated on and measured with: downloads the Debian
# packages that packages.txt names and unpacks them below the directory given. Needs apt-get, dpkg-deb and
# a JDK, no root, about 450 MB of download and 5 GB of room; what is there already is not fetched again.
#   sh core/src/calibration/gather.sh target/corpus
set -eu

list=$(cd "$(dirname "$0")" && pwd)/packages.txt
corpus=${1:?usage: gather.sh DIRECTORY}
mkdir -p "$corpus/packages" "$corpus/files"
cd "$corpus"

# Those that are not there yet, in one download: apt reads its lists once.
awk '!/^#/ && NF { print $3 }' "$list" | sort -u >wanted.txt
ls files | grep -v '\.part$' | sort >unpacked.txt || true
comm -23 wanted.txt unpacked.txt >missing.txt
apt-cache pkgnames | sort >known.txt
comm -23 missing.txt known.txt | sed 's/^/gather: no package /; s/$/, left out/' >&2
comm -12 missing.txt known.txt >download.txt
if [ -s download.txt ]; then
  # shellcheck disable=SC2046
  (cd packages && apt-get -qq download $(cat ../download.txt))
fi

while read -r package; do
  rm -rf "files/$package.part"
  dpkg-deb -x packages/"$package"_*.deb "files/$package.part"
  # Sources and translations inside archives.
  find "files/$package.part" \( -name '*.xpi' -o -name 'src.zip' \) -type f | while read -r archive; do
    mkdir -p "$archive.d" && (cd "$archive.d" && jar -xf "$OLDPWD/$archive") && rm "$archive"
  done
  mv "files/$package.part" "files/$package"
done <download.txt
ls packages | sed 's/\.deb$//' | sort >versions.txt
rm -f wanted.txt unpacked.txt missing.txt known.txt download.txt
echo "gather: $(wc -l <versions.txt) packages below $corpus" >&2
