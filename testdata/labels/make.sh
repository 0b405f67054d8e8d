#!/bin/sh
# Writes the labelled set anew from testdata/labels/src, and prints its PDF and
# Word papers with Chromium and LibreOffice. A paper whose source has not
# changed since it was printed is left alone. Run from the repository root:
#   sh testdata/labels/make.sh
set -eu
here=testdata/labels
go run ./$here/gen
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome)
office=$(command -v soffice)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
grep -ho '"file":"[^"]*\.\(pdf\|docx\)"' $here/dev.jsonl $here/heldout.jsonl | cut -d'"' -f4 | sort -u | while read -r paper; do
	name=$(basename "$paper")
	src=$here/print/${name%.*}.html
	out=$here/papers/$paper
	[ "$out" -nt "$src" ] && continue
	mkdir -p "$(dirname "$out")"
	case $paper in
	*.pdf)
		"$browser" --headless --no-sandbox --disable-gpu --user-data-dir="$tmp/browser" --no-pdf-header-footer --print-to-pdf="$out" "file://$PWD/$src" >/dev/null 2>&1
		;;
	*.docx)
		"$office" "-env:UserInstallation=file://$tmp/profile" --headless --convert-to "docx:MS Word 2007 XML" --outdir "$tmp" "$src" >/dev/null 2>&1
		mv "$tmp/$name" "$out"
		;;
	esac
	echo "printed $paper"
done
