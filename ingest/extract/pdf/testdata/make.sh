#!/bin/sh
# Makes the papers of this folder from their sources with Chromium,
# LibreOffice, groff, pdfTeX, Qt (wkhtmltopdf), ReportLab (with pikepdf),
# Ghostscript, cairo (pdftocairo) and qpdf, and their pictures. The papers are kept beside the sources so that tests need none of
# these; run this only to change a paper, and read the diff of the wanted
# blocks (go test ./ingest/extract/pdf -update) as a review. With names, makes
# only the papers of those sources: ./make.sh lists pack
set -eu
cd "$(dirname "$0")"

chromium() {
	command chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer --print-to-pdf="$1-chromium.in.pdf" "src/$1.html" 2>/dev/null
}

libreoffice() {
	soffice --headless --infilter="HTML (StarWriter)" --convert-to pdf:writer_pdf_Export --outdir . "src/$1.html" >/dev/null
	mv "$1.pdf" "$1-libreoffice.in.pdf"
}

again() { # the paper of one maker written anew by Ghostscript and by cairo
	gs -q -dBATCH -dNOPAUSE -sDEVICE=pdfwrite -sOutputFile="$1-ghostscript.in.pdf" "$1-$2.in.pdf"
	pdftocairo -pdf "$1-$2.in.pdf" "$1-cairo.in.pdf"
}

picture() { # of every page, small
	pdftoppm -png -gray -scale-to 560 "$1.in.pdf" "$1"
}

for f in ${@:-minutes columns budget cymraeg attendance landscape savings pack lists notice form report leaflet marks encrypted}; do
	case $f in
	columns | budget | cymraeg | attendance | landscape | savings) chromium "$f" ;;
	minutes | lists | pack)
		chromium "$f"
		libreoffice "$f"
		;;
	notice)
		groff -Tpdf -ms -k src/notice.ms >notice-groff.in.pdf
		;;
	leaflet)
		pdflatex -interaction=batchmode src/leaflet.tex >/dev/null
		mv leaflet.pdf leaflet-pdftex.in.pdf
		rm -f leaflet.aux leaflet.log
		;;
	marks) python3 src/marks.py marks-reportlab.in.pdf ;;
	form) qpdf src/form.src.pdf form-hand.in.pdf || test $? -eq 3 ;;
	report)
		soffice --headless --convert-to pdf --outdir . src/report.fodt >/dev/null
		mv report.pdf report-libreoffice.in.pdf
		;;
	encrypted)
		qpdf --encrypt "" owner 256 -- cymraeg-chromium.in.pdf aes256.in.pdf
		qpdf --encrypt "" owner 128 --use-aes=y -- cymraeg-chromium.in.pdf aes128.in.pdf
		qpdf --allow-weak-crypto --encrypt "" owner 128 --use-aes=n -- cymraeg-chromium.in.pdf rc4.in.pdf
		qpdf --encrypt secret owner 256 -- cymraeg-chromium.in.pdf password.in.pdf
		qpdf --object-streams=generate --linearize cymraeg-chromium.in.pdf linear.in.pdf
		;;
	esac
	case $f in
	cymraeg) wkhtmltopdf -q src/cymraeg.html cymraeg-wkhtmltopdf.in.pdf ;;
	pack | minutes) again "$f" libreoffice ;;
	attendance) again "$f" chromium ;;
	esac
	case $f in
	columns | cymraeg | attendance | landscape | savings | lists) picture "$f-chromium" ;;
	form) picture form-hand ;;
	esac
done
