"""Drawing, filling, annotating, scanning and photographing PDF forms, the same bytes on every run."""

import io
import random
import time
from dataclasses import dataclass, field, replace

import cv2
import numpy as np
import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageDraw
from reportlab.lib.colors import Color
from reportlab.lib.pagesizes import letter
from reportlab.lib.utils import ImageReader, simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

WIDTH, HEIGHT = letter
INK = Color(0.08, 0.12, 0.45)
HAND = "Z003"


def use_fonts() -> None:
    """The script face that stands for handwriting, and a face with check box glyphs."""
    pdfmetrics.registerFont(TTFont("DejaVu", "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"))
    folder = "/usr/share/fonts/X11/Type1/"
    face = pdfmetrics.EmbeddedType1Face(folder + "Z003-MediumItalic.afm", folder + "Z003-MediumItalic.pfb")
    pdfmetrics.registerTypeFace(face)
    pdfmetrics.registerFont(pdfmetrics.Font(HAND, face.name, "WinAnsiEncoding"))


@dataclass(frozen=True)
class Field:
    """A place to fill: `key` is ours, `name` is the PDF field's."""

    key: str
    name: str
    kind: str  # text, multi, comb, check, radio, choice, sig
    page: int
    box: tuple[float, float, float, float]  # left, bottom, right, top
    option: str = ""
    options: tuple[str, ...] = ()
    tip: str = ""


@dataclass
class Sheet:
    """Pages of a form while they are drawn."""

    font: str = "Helvetica"
    margin: float = 54
    footer: str = ""
    fields: list[Field] = field(default_factory=list)
    page: int = 0
    y: float = HEIGHT - 54

    def __post_init__(self) -> None:
        self.out = io.BytesIO()
        self.c = canvas.Canvas(self.out, pagesize=letter, invariant=1)
        self.bold = {"Helvetica": "Helvetica-Bold", "Times-Roman": "Times-Bold", "Courier": "Courier-Bold"}[self.font]

    def text(self, x: float, words: str, size: float = 9.5, bold: bool = False) -> None:
        self.c.setFont(self.bold if bold else self.font, size)
        self.c.drawString(x, self.y, words)

    def center(self, words: str, size: float = 14, bold: bool = True, gap: float = 6) -> None:
        self.c.setFont(self.bold if bold else self.font, size)
        self.c.drawCentredString(WIDTH / 2, self.y, words)
        self.y -= size + gap

    def bar(self, words: str) -> None:
        self.y -= 6
        self.c.setFillGray(0.86)
        self.c.rect(self.margin, self.y - 4, WIDTH - 2 * self.margin, 15, stroke=0, fill=1)
        self.c.setFillGray(0)
        self.text(self.margin + 4, words, 10, True)
        self.y -= 21

    def para(self, words: str, size: float = 9.5, lead: float = 12, indent: float = 0, bold: bool = False) -> None:
        face = self.bold if bold else self.font
        for line in simpleSplit(words, face, size, WIDTH - 2 * self.margin - indent):
            self.text(self.margin + indent, line, size, bold)
            self.y -= lead
        self.y -= 3

    def add(self, key: str, name: str, kind: str, box, **more) -> None:
        self.fields.append(Field(key, name, kind, self.page, tuple(round(v, 1) for v in box), **more))

    def rule(self, x0: float, x1: float, y: float) -> None:
        self.c.setLineWidth(0.6)
        self.c.line(x0, y, x1, y)

    def next_page(self) -> None:
        self.c.setFont(self.font, 7.5)
        self.c.drawString(self.margin, 30, self.footer)
        self.c.drawRightString(WIDTH - self.margin, 30, f"Page {self.page + 1}")
        self.c.showPage()
        self.page += 1
        self.y = HEIGHT - 54

    def done(self) -> bytes:
        self.next_page()
        self.c.save()
        return self.out.getvalue()


@dataclass(frozen=True)
class Blank:
    flat: bytes
    fields: tuple[Field, ...]

    def fillable(self) -> bytes:
        return _widgets(self.flat, self.fields)

    def without(self, *keys: str) -> "Blank":
        return replace(self, fields=tuple(f for f in self.fields if f.key not in keys))


def _save(pdf: pikepdf.Pdf, packed: bool = True) -> bytes:
    out = io.BytesIO()
    mode = pikepdf.ObjectStreamMode.generate if packed else pikepdf.ObjectStreamMode.disable
    pdf.save(out, deterministic_id=True, object_stream_mode=mode, compress_streams=True)
    return out.getvalue()


def _stream(pdf, content: str, w: float, h: float):
    fonts = Dictionary(
        Helv=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica),
        ZaDb=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.ZapfDingbats),
    )
    s = pdf.make_stream(content.encode("cp1252", "replace"))
    s[Name.Type], s[Name.Subtype] = Name.XObject, Name.Form
    s[Name.BBox] = Array([0, 0, w, h])
    s[Name.Resources] = Dictionary(Font=fonts)
    return s


def _escape(words: str) -> str:
    return words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _appearance(pdf, f: Field, value: str):
    w, h = f.box[2] - f.box[0], f.box[3] - f.box[1]
    size = min(10, h - 5) if f.kind != "multi" else 9
    if f.kind == "comb":
        cell = w / 9
        marks = "".join(
            f"1 0 0 1 {cell * i + cell / 2 - 3:.1f} {h / 2 - 3.5:.1f} Tm ({ch}) Tj " for i, ch in enumerate(value)
        )
        body = f"BT /Helv {size:.1f} Tf 0 g {marks} ET"
    elif f.kind == "multi":
        lines = simpleSplit(value, "Helvetica", size, w - 6)
        body = (
            f"BT /Helv {size} Tf 0 g {size + 2} TL 2 {h - size - 2:.1f} Td "
            + " ".join(f"({_escape(s)}) Tj T*" for s in lines)
            + " ET"
        )
    else:
        body = f"BT /Helv {size:.1f} Tf 0 g 2 {(h - size) / 2 + 2:.1f} Td ({_escape(value)}) Tj ET"
    return _stream(pdf, f"/Tx BMC q 0 0 {w} {h} re W n {body} Q EMC", w, h)


def _mark(pdf, f: Field, sign: str):
    w, h = f.box[2] - f.box[0], f.box[3] - f.box[1]
    body = f"q BT /ZaDb {h:.1f} Tf 0 g 1 2 Td ({sign}) Tj ET Q" if sign else "q Q"
    return _stream(pdf, body, w, h)


def _button(pdf, f: Field, on: str, sign: str, drawn: dict) -> Dictionary:
    """A box; `drawn` holds the appearances made so far, which all boxes share."""
    for s in (sign, ""):
        if s not in drawn:
            drawn[s] = pdf.make_indirect(_mark(pdf, f, s))
    states = Dictionary({"/" + on: drawn[sign], "/Off": drawn[""]})
    return Dictionary(
        Type=Name.Annot,
        Subtype=Name.Widget,
        Rect=Array(list(f.box)),
        F=4,
        AP=Dictionary(N=states),
        AS=Name.Off,
        MK=Dictionary(CA=String(sign)),
    )


def _plain(f: Field) -> Dictionary:
    d = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Widget,
        Rect=Array(list(f.box)),
        F=4,
        T=String(f.name),
        FT=Name.Tx,
        DA=String("/Helv 0 Tf 0 g"),
    )
    if f.kind == "multi":
        d.Ff = 1 << 12
    elif f.kind == "comb":
        d.Ff, d.MaxLen = 1 << 24, 9
    elif f.kind == "choice":
        d.FT, d.Ff = Name.Ch, 1 << 17
        d.Opt = Array([String(o) for o in f.options])
        d.V = String(f.options[0])
    elif f.kind == "sig":
        d.FT = Name.Sig
        del d.DA
    elif "date" in f.key:
        script = String('AFDate_FormatEx("mm/dd/yyyy");')
        d.AA = Dictionary(F=Dictionary(S=Name.JavaScript, JS=script))
    if f.tip:
        d.TU = String(f.tip)
    return d


def _widgets(flat: bytes, fields: tuple[Field, ...]) -> bytes:
    pdf = pikepdf.open(io.BytesIO(flat))
    tops, groups, drawn = [], {}, {}
    for f in fields:
        page = pdf.pages[f.page]
        if f.kind == "radio":
            if f.name not in groups:
                groups[f.name] = pdf.make_indirect(
                    Dictionary(FT=Name.Btn, Ff=(1 << 15) | (1 << 14), T=String(f.name), V=Name.Off, Kids=Array([]))
                )
                tops.append(groups[f.name])
            widget = pdf.make_indirect(_button(pdf, f, f.option, "l", drawn))
            widget.Parent = groups[f.name]
            groups[f.name].Kids.append(widget)
        elif f.kind == "check":
            d = _button(pdf, f, "Yes", "4", drawn)
            d.FT, d.T, d.V = Name.Btn, String(f.name), Name.Off
            if f.tip:
                d.TU = String(f.tip)
            widget = pdf.make_indirect(d)
            tops.append(widget)
        else:
            widget = pdf.make_indirect(_plain(f))
            if f.kind == "choice":
                widget.AP = Dictionary(N=_appearance(pdf, f, f.options[0]))
            tops.append(widget)
        widget.P = page.obj
        if "/Annots" not in page.obj:
            page.obj.Annots = pdf.make_indirect(Array([]))
        page.obj.Annots.append(widget)
    helv = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    zadb = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.ZapfDingbats)
    pdf.Root.AcroForm = pdf.make_indirect(
        Dictionary(
            Fields=Array(tops), DA=String("/Helv 0 Tf 0 g"), DR=Dictionary(Font=Dictionary(Helv=helv, ZaDb=zadb))
        )
    )
    return _save(pdf)


def fill(blank: Blank, values: dict, appearances: bool = True, signer: str = "") -> bytes:
    """The fillable PDF with its fields filled: by Acrobat (appearances), or by a library that draws none."""
    pdf = pikepdf.open(io.BytesIO(blank.fillable()))
    by_name = {f.name: f for f in blank.fields}
    for top in pdf.Root.AcroForm.Fields:
        f = by_name[str(top.T)]
        value = values.get(f.key)
        if not value:
            continue
        if f.kind == "radio":
            top.V = Name("/" + value)
            for kid in top.Kids:
                if "/" + value in kid.AP.N:
                    kid.AS = Name("/" + value)
        elif f.kind == "check":
            top.V = top.AS = Name.Yes
        elif f.kind == "sig":
            signer = signer or str(value)
            top.V = pdf.make_indirect(
                Dictionary(
                    Type=Name.Sig,
                    Filter=Name("/Adobe.PPKLite"),
                    SubFilter=Name("/adbe.pkcs7.detached"),
                    Name=String(signer),
                    M=String("D:20270104101500-06'00'"),
                    ByteRange=Array([0, 11111111, 22222222, 33333333]),
                    Contents=String(random.Random(signer).randbytes(900)),
                )
            )
            top.AP = Dictionary(N=_appearance(pdf, f, f"Digitally signed by {signer}"))
        else:
            top.V = String(str(value))
            if appearances:
                top.AP = Dictionary(N=_appearance(pdf, f, str(value)))
            elif "/AP" in top:
                del top.AP
    if not appearances:
        pdf.Root.AcroForm.NeedAppearances = True
    return _cover(_save(pdf, packed=not any(f.kind == "sig" and values.get(f.key) for f in blank.fields)))


def _cover(data: bytes) -> bytes:
    """Lets /ByteRange tell the truth: all of the file but the signature's own digits."""
    mark = b"[ 0 11111111 22222222 33333333 ]"
    if mark not in data:
        return data
    start = data.index(b"/Contents <", data.rindex(b"obj", 0, data.index(mark))) + len(b"/Contents ")
    end = data.index(b">", start) + 1
    true = f"[ 0 {start} {end} {len(data) - end}".encode().ljust(len(mark) - 1) + b"]"
    return data.replace(mark, true)


def scribble(seed: str, w: float, h: float) -> list[tuple[float, float]]:
    rng = random.Random(seed)
    n = 26
    return [
        (
            w * (0.05 + 0.9 * i / n) + rng.uniform(-w / 22, w / 22),
            h * (0.5 + rng.uniform(-0.42, 0.48) * (1 - 0.5 * i / n)),
        )
        for i in range(n + 1)
    ]


def signature_image(seed: str) -> ImageReader:
    im = Image.new("RGB", (360, 90), "white")
    pts = scribble(seed, 360, 90)
    ImageDraw.Draw(im).line(pts, fill=(15, 25, 110), width=4, joint="curve")
    return ImageReader(im)


def _draw_signature(c, f: Field, style: str, name: str) -> None:
    x0, y0, x1, _ = f.box
    w = min(x1 - x0, 170)
    if style == "typed":
        c.setFont("Helvetica-Oblique", 11)
        c.drawString(x0 + 4, y0 + 4, f"/s/ {name}")
    elif style == "image":
        c.drawImage(signature_image(name), x0 + 4, y0 - 2, w, 26)
    else:
        c.setStrokeColor(INK)
        c.setLineWidth(1.3)
        pts = scribble(name, w, 28)
        path = c.beginPath()
        path.moveTo(x0 + pts[0][0], y0 - 4 + pts[0][1])
        for a, b, d in zip(pts[1::3], pts[2::3], pts[3::3], strict=False):
            path.curveTo(*(v for p in (a, b, d) for v in (x0 + p[0], y0 - 4 + p[1])))
        c.drawPath(path)


def write_over(blank: Blank, values: dict, sign: str = "drawn", font: str = "Helvetica", size: float = 9.5) -> bytes:
    """The printed form with the values drawn where the fields are: typed, flattened, or by hand."""
    pdf = pikepdf.open(io.BytesIO(blank.flat))
    rng = random.Random(str(sorted(values.items())))
    out = io.BytesIO()
    c = canvas.Canvas(out, pagesize=letter, invariant=1)
    for number in range(len(pdf.pages)):
        for f in (f for f in blank.fields if f.page == number):
            _put(c, f, values.get(f.key), sign, font, size, rng)
        c.showPage()
    c.save()
    top = pikepdf.open(io.BytesIO(out.getvalue()))
    for page, over in zip(pdf.pages, top.pages, strict=True):
        _lay(pdf, page, over)
    return _save(pdf)


def _lay(pdf, page, over) -> None:
    """As pikepdf's add_overlay, without its random resource name."""
    form = pdf.copy_foreign(over.as_form_xobject())
    held = page.obj.Resources
    if "/XObject" not in held:
        held.XObject = Dictionary()
    held.XObject[Name.Over] = form
    page.contents_add(b"q", prepend=True)
    page.contents_add(b"Q q /Over Do Q")


def _put(c, f: Field, value, sign: str, font: str, size: float, rng) -> None:
    if not value or (f.kind == "radio" and value != f.option):
        return
    x0, y0, x1, y1 = f.box
    hand = font == HAND
    c.setFillColor(INK if hand else Color(0, 0, 0))
    dx, dy = (rng.uniform(0, 4), rng.uniform(-1.5, 1.5)) if hand else (0, 0)
    if f.kind == "sig":
        _draw_signature(c, f, sign, str(value))
    elif f.kind in ("check", "radio"):
        if hand:
            c.setStrokeColor(INK)
            c.setLineWidth(1.4)
            c.line(x0 - 1, y0 + 4, x0 + 4, y0)
            c.line(x0 + 4, y0, x1 + 3, y1 + 3)
        else:
            c.setFont("Helvetica-Bold", 10)
            c.drawCentredString((x0 + x1) / 2, y0 + 1.5, "X")
    elif f.kind == "comb":
        c.setFont(font, size)
        for i, ch in enumerate(str(value)):
            c.drawCentredString(x0 + (i + 0.5) * (x1 - x0) / 9, y0 + 4, ch)
    else:
        size = size + 2.5 if hand else size
        c.setFont(font, size)
        lines = simpleSplit(str(value), font, size, x1 - x0 - 4)
        y = y1 - size - 1 if f.kind == "multi" else y0 + 4 + dy
        for line in lines[: 6 if f.kind == "multi" else 1]:
            c.drawString(x0 + 3 + dx, y, line)
            y -= size + 1.5


def annotate(blank: Blank, values: dict, sign: str = "ink", appearances: bool = True) -> bytes:
    """The printed form filled with FreeText annotations, as Preview and Edge do; signed with an ink annotation."""
    pdf = pikepdf.open(io.BytesIO(blank.flat))
    for f in blank.fields:
        value = values.get(f.key)
        if not value or (f.kind == "radio" and value != f.option):
            continue
        page = pdf.pages[f.page].obj
        if f.kind == "sig" and sign == "ink":
            a = _ink(pdf, f, str(value))
        else:
            words = "X" if f.kind in ("check", "radio") else str(value)
            g = replace(
                f,
                kind="multi" if f.kind == "multi" else "text",
                box=f.box
                if f.kind not in ("check", "radio")
                else (f.box[0] - 2, f.box[1] - 2, f.box[2] + 3, f.box[3] + 3),
            )
            a = Dictionary(
                Type=Name.Annot,
                Subtype=Name.FreeText,
                Rect=Array(list(g.box)),
                F=4,
                Contents=String(words),
                DA=String("/Helv 9 Tf 0 g"),
            )
            if appearances:
                a.AP = Dictionary(N=_appearance(pdf, g, words))
        if "/Annots" not in page:
            page.Annots = pdf.make_indirect(Array([]))
        page.Annots.append(pdf.make_indirect(a))
    return _save(pdf)


def _ink(pdf, f: Field, seed: str) -> Dictionary:
    w, h = min(f.box[2] - f.box[0], 170), 26
    pts = scribble(seed, w, h)
    body = (
        "0.1 0.1 0.5 RG 1.5 w "
        + " ".join(f"{x:.1f} {y:.1f} {'m' if i == 0 else 'l'}" for i, (x, y) in enumerate(pts))
        + " S"
    )
    flat = [v for x, y in pts for v in (round(f.box[0] + x, 1), round(f.box[1] + y, 1))]
    return Dictionary(
        Type=Name.Annot,
        Subtype=Name.Ink,
        F=4,
        Rect=Array([f.box[0], f.box[1], f.box[0] + w, f.box[1] + h]),
        InkList=Array([Array(flat)]),
        AP=Dictionary(N=_stream(pdf, body, w, h)),
    )


def pages(data: bytes, *numbers: int) -> bytes:
    """Some pages of a PDF, in the order given (from 1)."""
    src, dst = pikepdf.open(io.BytesIO(data)), pikepdf.new()
    for n in numbers:
        dst.pages.append(src.pages[n - 1])
    return _save(dst)


def join(*files: bytes) -> bytes:
    dst = pikepdf.new()
    for data in files:
        dst.pages.extend(pikepdf.open(io.BytesIO(data)).pages)
    return _save(dst)


def lock(data: bytes, password: str) -> bytes:
    pdf = pikepdf.open(io.BytesIO(data))
    out = io.BytesIO()
    pdf.save(
        out,
        encryption=pikepdf.Encryption(user=password, owner=password, R=4, aes=False, metadata=False),
        static_id=True,
    )
    return out.getvalue()


def _raster(data: bytes, dpi: int) -> list[np.ndarray]:
    doc = pypdfium2.PdfDocument(data)
    doc.init_forms()
    shots = [
        np.array(doc[i].render(scale=dpi / 72, may_draw_forms=True).to_pil().convert("L")) for i in range(len(doc))
    ]
    doc.close()
    return shots


def _scan_page(im: np.ndarray, seed: int, tilt: float, noise: float) -> np.ndarray:
    h, w = im.shape
    m = cv2.getRotationMatrix2D((w / 2, h / 2), tilt, 1.0)
    m[:, 2] += (seed % 5 - 2, seed % 7 - 3)
    im = cv2.warpAffine(im, m, (w, h), flags=cv2.INTER_CUBIC, borderValue=250)
    rng = np.random.default_rng(seed)
    grain = rng.normal(0, noise, im.shape)
    im = cv2.GaussianBlur(im, (3, 3), 0.6).astype(np.float32) * 0.97 + grain
    specks = rng.random(im.shape) < 0.00003
    im[specks] = 40
    return np.clip(im, 0, 255).astype(np.uint8)


def _jpeg(im: np.ndarray, quality: int) -> bytes:
    out = io.BytesIO()
    Image.fromarray(im).save(out, "JPEG", quality=quality)
    return out.getvalue()


def image_pdf(shots: list[np.ndarray], quality: int) -> bytes:
    out = io.BytesIO()
    c = canvas.Canvas(out, pagesize=letter, invariant=1)
    for im in shots:
        c.drawImage(ImageReader(io.BytesIO(_jpeg(im, quality))), 0, 0, WIDTH, HEIGHT)
        c.showPage()
    c.save()
    return out.getvalue()


def scan(data: bytes, seed: int, tilt: float = 1.2, noise: float = 2.5, dpi: int = 140, quality: int = 28) -> bytes:
    """As the office copier would send it."""
    shots = [
        _scan_page(im, seed + i, tilt * (1 if i % 2 == 0 else -0.7), noise) for i, im in enumerate(_raster(data, dpi))
    ]
    return image_pdf(shots, quality)


def scan_bitonal(data: bytes, seed: int, tilt: float = 1.0, dpi: int = 200) -> bytes:
    """The copier's black-and-white setting: G4 pages in a PDF."""
    shots = _bitonal(data, seed, tilt, dpi)
    out, when = io.BytesIO(), time.gmtime(1767600000)
    shots[0].save(out, "PDF", save_all=True, append_images=shots[1:], resolution=dpi, creationDate=when, modDate=when)
    return out.getvalue()


def _bitonal(data: bytes, seed: int, tilt: float, dpi: int) -> list[Image.Image]:
    shots = [_scan_page(im, seed + i, tilt * (1 if i % 2 == 0 else -0.7), 2) for i, im in enumerate(_raster(data, dpi))]
    return [Image.fromarray(im).point(lambda v: 255 if v > 165 else 0).convert("1") for im in shots]


def fax(data: bytes, seed: int, dpi: int = 150) -> bytes:
    """A multi-page G4 TIFF."""
    shots = _bitonal(data, seed, 0.8, dpi)
    out = io.BytesIO()
    shots[0].save(out, "TIFF", compression="group4", save_all=True, append_images=shots[1:], dpi=(dpi, dpi))
    return out.getvalue()


def photo(data: bytes, page: int, seed: int, dpi: int = 150, quality: int = 50) -> bytes:
    """One page on a desk under a lamp, taken with a telephone: perspective, shadow, JPEG."""
    im = _raster(data, dpi)[page - 1]
    h, w = im.shape
    rng = random.Random(seed)
    big = (int(w * 1.14), int(h * 1.12))
    corners = np.float32([[0, 0], [w, 0], [w, h], [0, h]])
    j = lambda: rng.uniform(-0.018, 0.018) * w  # noqa: E731
    spots = np.float32(
        [
            [0.07 * w + j(), 0.06 * h + j()],
            [1.07 * w + j(), 0.05 * h + j()],
            [1.09 * w + j(), 1.06 * h + j()],
            [0.05 * w + j(), 1.07 * h + j()],
        ]
    )
    m = cv2.getPerspectiveTransform(corners, spots)
    desk = np.full((h, w), 255, np.uint8)
    mask = cv2.warpPerspective(desk, m, big)
    shot = cv2.warpPerspective(im, m, big, flags=cv2.INTER_CUBIC)
    gx = np.linspace(0.78, 1.0, big[0])[None, :] * np.linspace(1.0, 0.86, big[1])[:, None]
    shade = np.where(mask > 0, shot, 95).astype(np.float32) * gx
    grain = np.random.default_rng(seed).normal(0, 2.5, shade.shape)
    flat = np.clip(cv2.GaussianBlur(shade.astype(np.float32), (3, 3), 0.7) + grain, 0, 255).astype(np.uint8)
    warm = np.dstack([flat, (flat * 0.985).astype(np.uint8), (flat * 0.93).astype(np.uint8)])
    out = io.BytesIO()
    Image.fromarray(warm).save(out, "JPEG", quality=quality)
    return out.getvalue()
