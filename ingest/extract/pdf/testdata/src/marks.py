"""Draws a paper by what readers stumble over: layers that are off, text that
stands for signs, an OCR layer under letters that are there, letters set wide,
raised letters of the line's own size, fields with their values elsewhere,
remarks that are not printed, text beside the page.

    python3 src/marks.py marks-reportlab.in.pdf    (reportlab, pikepdf)
"""
import sys
import pikepdf
from pikepdf import Array, Dictionary, Name, String
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas

out = sys.argv[1]
c = canvas.Canvas(out, pagesize=A4, invariant=1)
c.setFont("Helvetica-Bold", 13)
c.drawString(72, 780, "N O T I C E   O F   M E E T I N G")
c.setFont("Times-Roman", 11)
line = "The Planning Committee of Thornley District Council meets on the "
c.drawString(72, 750, line)
x = 72 + c.stringWidth(line, "Times-Roman", 11)
for text, rise in (("5", 0), ("th", 5), (" of May 2026.", 0)):
    c.drawString(x, 750 + rise, text)
    x += c.stringWidth(text, "Times-Roman", 11)
twice = ["The site at Cross Hill is of 40 hectares and lies beside the mill.",
         "Members visit it on the day before, with the officers of the county."]
for i, text in enumerate(twice):
    c.drawString(72, 720 - 16 * i, text)
    c.saveState()
    t = c.beginText(73.2, 719 - 16 * i)
    t.setTextRenderMode(3)
    t.setFont("Helvetica", 11)
    t.setHorizScale(91)
    t.textOut(text.replace("e", "c"))
    c.drawText(t)
    c.restoreState()
c.drawString(-700, 600, "Printed by the mill, which nobody sees.")
c.drawString(72, 640, "Name of member")
c.drawString(72, 610, "Ward")
c.save()

pdf = pikepdf.open(out, allow_overwriting_input=True)
page = pdf.pages[0]
fonts = page.Resources.Font
plain = [k for k, f in fonts.items() if f.BaseFont == Name("/Times-Roman")][0].encode()
on, off = (pdf.make_indirect(Dictionary(Type=Name("/OCG"), Name=String(n))) for n in ("English", "Cymraeg"))
pdf.Root.OCProperties = Dictionary(OCGs=Array([on, off]), D=Dictionary(OFF=Array([off])))
page.Resources.Properties = Dictionary(A=on, B=off)
page.contents_add(b"""
/OC /A BDC BT %(f)s 11 Tf 72 570 Td (The agenda is sent a week before.) Tj ET EMC
/OC /B BDC BT %(f)s 11 Tf 72 570 Td (Anfonir yr agenda wythnos ymlaen llaw.) Tj ET EMC
BT %(f)s 11 Tf 72 550 Td (At the o) Tj /Span <</ActualText (ffi)>> BDC (@) Tj EMC (ces, Mill Lane.) Tj ET
/P <</ActualText (Papers can be had in large print.)>> BDC BT %(f)s 11 Tf 72 530 Td (Qbqfst dbo cf ibe jo mbshf qsjou/) Tj ET EMC
""" % {b"f": plain})


def seen(**keys):
    return pdf.make_indirect(Dictionary(Type=Name("/Annot"), **keys))


def field(name, value, y):
    above = pdf.make_indirect(Dictionary(FT=Name("/Tx"), T=String(name), V=String(value)))
    box = seen(Subtype=Name("/Widget"), Rect=Array([180, y - 6, 400, y + 14]), Parent=above)
    above.Kids = Array([box])
    return box


page.Annots = Array([
    field("name", "Councillor Delphine Okoro", 640),
    field("ward", "Penhallow", 610),
    seen(Subtype=Name("/Highlight"), Rect=Array([72, 740, 200, 760]), Contents=String("A remark of the clerk's own")),
    seen(Subtype=Name("/Text"), Rect=Array([400, 700, 420, 720]), Contents=String("A note nobody prints")),
    seen(Subtype=Name("/FreeText"), Rect=Array([72, 480, 300, 510]), Contents=String("Moved to the Guildhall")),
])
pdf.save(out, static_id=True)
