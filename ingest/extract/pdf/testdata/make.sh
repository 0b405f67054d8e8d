#!/bin/sh
# Makes the papers of this folder from their sources with Chromium,
# LibreOffice and qpdf. The papers are kept beside the sources so that tests
# need none of the three; run this only to change a paper, and read the diff
# of the wanted blocks (go test ./ingest/extract/pdf -update) as a review.
set -eu
cd "$(dirname "$0")"
for f in minutes columns budget cymraeg; do
	chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer --print-to-pdf="$f-chromium.in.pdf" "src/$f.html" 2>/dev/null
done
soffice --headless --convert-to pdf --outdir . src/report.fodt >/dev/null
mv report.pdf report-libreoffice.in.pdf
for f in minutes; do
	soffice --headless --infilter="HTML (StarWriter)" --convert-to pdf:writer_pdf_Export --outdir . "src/$f.html" >/dev/null
	mv "$f.pdf" "$f-libreoffice.in.pdf"
done
qpdf --encrypt "" owner 256 -- cymraeg-chromium.in.pdf aes256.in.pdf
qpdf --encrypt "" owner 128 --use-aes=y -- cymraeg-chromium.in.pdf aes128.in.pdf
qpdf --allow-weak-crypto --encrypt "" owner 128 --use-aes=n -- cymraeg-chromium.in.pdf rc4.in.pdf
qpdf --encrypt secret owner 256 -- cymraeg-chromium.in.pdf password.in.pdf
qpdf --object-streams=generate --linearize cymraeg-chromium.in.pdf linear.in.pdf
