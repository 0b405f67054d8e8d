#!/bin/sh
# Writes the sample archive anew from testdata/demo/src, and prints its PDF and
# office papers with LibreOffice and Chromium. A paper whose source has not
# changed since it was printed is left alone. Run from the repository root:
#   sh testdata/demo/make.sh
set -eu
here=testdata/demo
go run ./$here/gen
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome)
office=$(command -v soffice)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
while read -r producer source output; do
	src=$here/print/$source
	out=$here/papers/$output
	[ "$out" -nt "$src" ] && continue
	mkdir -p "$(dirname "$out")"
	case $producer in
	soffice)
		"$office" "-env:UserInstallation=file://$tmp/profile" --headless --convert-to "${output##*.}" --outdir "$tmp" "$src" >/dev/null 2>&1
		mv "$tmp/${source%.*}.${output##*.}" "$out"
		;;
	chromium)
		"$browser" --headless --no-sandbox --disable-gpu --user-data-dir="$tmp/browser" --no-pdf-header-footer --print-to-pdf="$out" "file://$PWD/$src" >/dev/null 2>&1
		;;
	esac
	echo "printed $output"
done <$here/print/list.txt
