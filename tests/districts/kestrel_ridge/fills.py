"""Ways in which a vendor fills a flat blank: typed over, annotated, turned into a form, written by hand, scanned, photographed."""
# ruff: noqa: E501 - letters and labels read better unbroken

from __future__ import annotations

import io
import time

import cv2
import numpy as np
import pikepdf
import pypdfium2
from blanks import Spots, Values, split
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pagesizes import letter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

HAND = "/usr/share/fonts/opentype/urw-base35/Z003-MediumItalic.otf"
SANS = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"


def pieces(spots: Spots, values: Values, font: str = "Helvetica", size: float = 9):
    """(page, x, baseline, text) for every line that has a value, and the boxes that are marked."""
    texts, marks = [], []
    for key, value in values.items():
        if key in spots.lines and value and isinstance(value, str):
            rest = value
            for n, (page, x, y, width) in enumerate(spots.lines[key]):
                fit = split(rest, font, size, width)
                last = n == len(spots.lines[key]) - 1
                take = rest if last else fit[0]
                texts.append((page, x + 3, y + 1.5, take))
                rest = rest[len(take) :].strip()
                if not rest:
                    break
        chosen = {value} if isinstance(value, str) else value if isinstance(value, (set, frozenset)) else ()
        marks += [spot for (k, choice), spot in spots.boxes.items() if k == key and choice in chosen]
    return texts, marks


def save(pdf: pikepdf.Pdf, **how) -> bytes:
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True, **how)
    return out.getvalue()


def typed(
    blank: bytes, spots: Spots, values: Values, font: str = "Helvetica", size: float = 9, tick: bool = False, images=()
) -> bytes:
    """Typed over the lines and saved flat; images: (key, PNG bytes, width)."""
    texts, marks = pieces(spots, values, font, size)
    base = pikepdf.open(io.BytesIO(blank))
    sheet = io.BytesIO()
    c = Canvas(sheet, pagesize=letter, invariant=1)
    for page in range(len(base.pages)):
        c.setFont(font, size)
        c.setFillColorRGB(0.05, 0.05, 0.35)
        for _, x, y, text in (t for t in texts if t[0] == page):
            c.drawString(x, y, text)
        for _, x, y, side in (m for m in marks if m[0] == page):
            if tick:
                c.setLineWidth(1.2)
                c.lines([(x + 1, y + side / 2, x + side / 3, y + 1), (x + side / 3, y + 1, x + side, y + side)])
            else:
                c.setFont("Helvetica-Bold", side + 1)
                c.drawCentredString(x + side / 2, y + 0.8, "X")
                c.setFont(font, size)
        for key, png, width in images:
            where, x, y, _ = spots.lines[key][0]
            if where == page:
                picture = ImageReader(io.BytesIO(png))
                c.drawImage(
                    picture, x + 8, y - 3, width, width * picture.getSize()[1] / picture.getSize()[0], mask="auto"
                )
        c.showPage()
    c.save()
    over = pikepdf.open(io.BytesIO(sheet.getvalue()))
    for under, top in zip(base.pages, over.pages, strict=True):
        form = base.copy_foreign(top.as_form_xobject())
        under.contents_add(b"q", prepend=True)
        under.contents_add(b"Q q /Typed Do Q")
        if "/XObject" not in under.resources:
            under.resources.XObject = Dictionary()
        under.resources.XObject.Typed = form
    return save(base)


def appearance(pdf: pikepdf.Pdf, text: str, width: float, height: float, size: float) -> pikepdf.Object:
    safe = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    stream = pdf.make_stream(f"/Tx BMC q BT /Helv {size} Tf 0 g 2 3 Td ({safe}) Tj ET Q EMC".encode("cp1252"))
    stream.update(
        {
            "/Type": Name.XObject,
            "/Subtype": Name.Form,
            "/BBox": Array([0, 0, width, height]),
            "/Resources": Dictionary(Font=Dictionary(Helv=font)),
        }
    )
    return stream


def annotated(blank: bytes, spots: Spots, values: Values, with_appearance: bool = True, ink: str = "") -> bytes:
    """FreeText annotations over the lines, "X" in the boxes; ink: the key of a line that gets a drawn signature."""
    texts, marks = pieces(spots, values)
    pdf = pikepdf.open(io.BytesIO(blank))
    for page, x, y, text in [*texts, *((p, x, y, "X") for p, x, y, _ in marks)]:
        wide = 9.0 if text == "X" else 5.0 * len(text) + 8
        box = [x - 1, y - 3, x + wide, y + 9.5]
        note = Dictionary(
            Type=Name.Annot,
            Subtype=Name.FreeText,
            Rect=Array(box),
            Contents=String(text),
            DA=String("/Helv 9 Tf 0 g"),
            F=4,
        )
        if with_appearance:
            note.AP = Dictionary(N=appearance(pdf, text, wide + 1, 12.5, 9))
        _attach(pdf, page, note)
    if ink:
        page, x, y, _ = spots.lines[ink][0]
        curve = [v for t in range(60) for v in (x + 6 + 1.5 * t, y + 5 + 7 * np.sin(t / 2.3) * np.cos(t / 9.0))]
        note = Dictionary(
            Type=Name.Annot, Subtype=Name.Ink, Rect=Array([x, y - 6, x + 100, y + 16]), C=Array([0, 0, 0.6]), F=4
        )
        note.InkList = Array([Array([round(float(v), 1) for v in curve])])
        _attach(pdf, page, note)
    return save(pdf)


def _attach(pdf: pikepdf.Pdf, page: int, note: Dictionary) -> None:
    held = pdf.pages[page].obj.get("/Annots")
    if held is None:
        held = pdf.pages[page].obj.Annots = Array([])
    held.append(pdf.make_indirect(note))


def made_fillable(blank: bytes, spots: Spots, values: Values, with_appearance: bool, signature: str = "") -> bytes:
    """The vendor let its PDF editor put form fields on the flat blank; signature: key of a digital signature field."""
    pdf = pikepdf.open(io.BytesIO(blank))
    fields = []
    for key, places in spots.lines.items():
        texts, _ = pieces(spots, {key: values.get(key, "")}) if key != signature else ([], [])
        for n, (page, x, y, width) in enumerate(places):
            text = texts[n][3] if n < len(texts) else ""
            rect = Array([x, y - 2, x + max(width, 20), y + 12])
            node = Dictionary(
                Type=Name.Annot,
                Subtype=Name.Widget,
                FT=Name.Tx,
                T=String(f"{key}_{n}"),
                Rect=rect,
                F=4,
                DA=String("/Helv 9 Tf 0 g"),
            )
            if key == signature:
                del node["/DA"]
                node.FT, node.T = Name.Sig, String("Signature1")
                node.V = pdf.make_indirect(
                    Dictionary(
                        Type=Name.Sig,
                        Filter=Name("/Adobe.PPKLite"),
                        SubFilter=Name("/adbe.pkcs7.detached"),
                        Name=String(str(values.get("signame", ""))),
                        M=String("D:20261105101500-06'00'"),
                        Contents=String(b"\x30\x82\x01\x00" + b"\x5a" * 256),
                        ByteRange=Array([0, 10, 20, 30]),
                    )
                )
            elif text:
                node.V = String(text)
            if with_appearance and (text or key == signature):
                shown = text or f"Digitally signed by {values.get('signame')}"
                node.AP = Dictionary(N=appearance(pdf, shown, float(max(width, 20)), 14, 8))
            _attach(pdf, page, node)
            fields.append(pdf.pages[page].obj.Annots[-1])
    for (key, choice), (page, x, y, side) in spots.boxes.items():
        value = values.get(key) or ()
        on = choice == value if isinstance(value, str) else choice in value
        node = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Btn,
            T=String(f"{key} {choice}"[:40]),
            Rect=Array([x, y, x + side, y + side]),
            F=4,
        )
        node.V = node.AS = Name.Yes if on else Name.Off
        empty, full = pdf.make_stream(b""), pdf.make_stream(f"0 0 m {side} {side} l S 0 {side} m {side} 0 l S".encode())
        for stream in (empty, full):
            stream.update({"/Type": Name.XObject, "/Subtype": Name.Form, "/BBox": Array([0, 0, side, side])})
        node.AP = Dictionary(N=Dictionary(Yes=full, Off=empty))
        _attach(pdf, page, node)
        fields.append(pdf.pages[page].obj.Annots[-1])
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    form = Dictionary(Fields=Array(fields), DR=Dictionary(Font=Dictionary(Helv=font)), DA=String("/Helv 9 Tf 0 g"))
    form.NeedAppearances = not with_appearance
    if signature:
        form.SigFlags = 3
    pdf.Root.AcroForm = pdf.make_indirect(form)
    return save(pdf)


# --- paper --------------------------------------------------------------------------------------------------------------


def raster(data: bytes, dpi: int = 150) -> list[Image.Image]:
    pdf = pypdfium2.PdfDocument(data)
    return [pdf[i].render(scale=dpi / 72).to_pil().convert("L") for i in range(len(pdf))]


def scrawl(seed: int, width: int, height: int) -> list[tuple[float, float]]:
    rng = np.random.default_rng(seed)
    t = np.linspace(0, 7 * np.pi, 260)
    x = np.linspace(0.05, 0.9, 260) + 0.05 * np.cos(t * 1.3 + rng.uniform(0, 3))
    y = 0.5 + np.sin(t + rng.uniform(0, 3)) * np.linspace(0.45, 0.15, 260) * (0.7 + 0.3 * np.sin(t / 3))
    return [(float(a * width), float(b * height)) for a, b in zip(x, y, strict=True)]


def signature_png(seed: int = 5) -> bytes:
    image = Image.new("RGBA", (320, 90), (255, 255, 255, 0))
    ImageDraw.Draw(image).line(scrawl(seed, 320, 90), fill=(20, 20, 120, 255), width=4, joint="curve")
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def by_hand(
    blank: bytes, spots: Spots, values: Values, sign: str = "", seed: int = 1, dpi: int = 125
) -> list[Image.Image]:
    """Printed, filled with a pen and signed; pages as grey images."""
    rng = np.random.default_rng(seed)
    scale, pages = dpi / 72, raster(blank, dpi)
    texts, marks = pieces(spots, values, "Times-Italic", 11)
    for page, x, y, text in texts:
        pen = ImageFont.truetype(HAND, int(13.5 * scale))
        spot = (x * scale + rng.uniform(-2, 3), (792 - y) * scale - 11.2 * scale + rng.uniform(-1.5, 1.5))
        ImageDraw.Draw(pages[page]).text(spot, text, font=pen, fill=45)
    for page, x, y, side in marks:
        a, b, c = x * scale, (792 - y) * scale, side * scale
        draw, j = ImageDraw.Draw(pages[page]), rng.uniform(-2, 2, 4)
        draw.line([(a + j[0], b + j[1]), (a + c + 3, b - c - 3)], fill=40, width=3)
        draw.line([(a + j[2], b - c), (a + c + 2, b + j[3])], fill=40, width=3)
    if sign:
        page, x, y, _ = spots.lines[sign][0]
        w, h = int(105 * scale), int(20 * scale)
        points = [(x * scale + 8 + a, (792 - y) * scale - h * 0.85 + b) for a, b in scrawl(seed, w, h)]
        ImageDraw.Draw(pages[page]).line(points, fill=35, width=3, joint="curve")
    return pages


def through_scanner(
    pages: list[Image.Image], seed: int = 3, tilt: float = 1.0, noise: float = 3.5
) -> list[Image.Image]:
    rng, out = np.random.default_rng(seed), []
    for n, page in enumerate(pages):
        turned = page.rotate(tilt * (1 if n % 2 else -0.8), resample=Image.Resampling.BICUBIC, fillcolor=248)
        grey = np.asarray(turned, dtype=np.float32) + rng.normal(0, noise, (turned.height, turned.width))
        out.append(Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8)))
    return out


def through_phone(pages: list[Image.Image], seed: int = 3) -> list[bytes]:
    """JPEG photographs: paper on a desk, in perspective, with the shadow of a hand."""
    rng, out = np.random.default_rng(seed), []
    for page in pages:
        h, w = page.height, page.width
        corners = np.float32([[0, 0], [w, 0], [w, h], [0, h]])
        jitter = rng.uniform(-22, 22, (4, 2)).astype(np.float32)
        target = corners * 0.9 + np.float32([w * 0.05, h * 0.05]) + jitter
        seen = cv2.warpPerspective(
            np.asarray(page), cv2.getPerspectiveTransform(corners, target), (w, h), borderValue=92
        )
        across = np.linspace(0, 1, w)[None, :] + np.linspace(0, 0.4, h)[:, None]
        lit = seen.astype(np.float32) * (0.93 - 0.28 / (1 + np.exp((across - 0.45) * 14))) + rng.normal(
            0, 3, seen.shape
        )
        image = Image.fromarray(np.clip(cv2.GaussianBlur(lit, (0, 0), 0.6), 0, 255).astype(np.uint8))
        buffer = io.BytesIO()
        image.save(buffer, "JPEG", quality=45)
        out.append(buffer.getvalue())
    return out


def scan_pdf(pages: list[Image.Image], quality: int = 38) -> bytes:
    """A scanner's PDF: one JPEG a page, no text."""
    pdf = pikepdf.new()
    for page in pages:
        buffer = io.BytesIO()
        page.save(buffer, "JPEG", quality=quality)
        picture = pdf.make_stream(buffer.getvalue())
        picture.update(
            {
                "/Type": Name.XObject,
                "/Subtype": Name.Image,
                "/Width": page.width,
                "/Height": page.height,
                "/ColorSpace": Name.DeviceGray,
                "/BitsPerComponent": 8,
                "/Filter": Name.DCTDecode,
            }
        )
        pdf.add_blank_page(page_size=(612, 792))
        sheet = pdf.pages[-1].obj
        sheet.Resources = Dictionary(XObject=Dictionary(Im0=pdf.make_indirect(picture)))
        sheet.Contents = pdf.make_stream(b"q 612 0 0 792 0 0 cm /Im0 Do Q")
    return save(pdf)


def fax_tiff(pages: list[Image.Image]) -> bytes:
    out = io.BytesIO()
    black = [p.point(lambda v: 255 if v > 140 else 0).convert("1") for p in pages]
    black[0].save(out, "TIFF", save_all=True, append_images=black[1:], compression="group4", dpi=(125, 125))
    return out.getvalue()


def fax_pdf(pages: list[Image.Image]) -> bytes:
    """Black and white, Group 4, as an office copier sends it."""
    out = io.BytesIO()
    black = [p.point(lambda v: 255 if v > 140 else 0).convert("1") for p in pages]
    day = time.struct_time((2026, 11, 13, 9, 0, 0, 4, 317, 0))
    black[0].save(out, "PDF", save_all=True, append_images=black[1:], resolution=125, creationDate=day, modDate=day)
    return out.getvalue()


# --- whole files --------------------------------------------------------------------------------------------------------


def pages_of(data: bytes, order: list[int]) -> bytes:
    source, out = pikepdf.open(io.BytesIO(data)), pikepdf.new()
    for number in order:
        out.pages.append(source.pages[number])
    return save(out)


def joined(*files: bytes) -> bytes:
    out = pikepdf.new()
    for data in files:
        out.pages.extend(pikepdf.open(io.BytesIO(data)).pages)
    return save(out)


def locked(data: bytes) -> bytes:
    pdf = pikepdf.open(io.BytesIO(data))
    out = io.BytesIO()
    pdf.save(
        out,
        encryption=pikepdf.Encryption(owner="o-205", user="call-me", R=4, aes=False, metadata=False),
        static_id=True,
    )
    return out.getvalue()
