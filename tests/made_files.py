"""Files for the readers' tests, made from nothing: honest ones and hostile ones."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

from soppa_mailbot.model import Part

FREE, END, NO_STREAM = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFF


def part(name: str, data: bytes, content_type: str = "application/octet-stream", **more: object) -> Part:
    return Part(name, content_type, data, **{"inline": False, **more})  # type: ignore[arg-type]


def zip_of(members: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def lying_zip(name: str, size: int) -> bytes:
    """One member of `size` zero bytes whose directory and header say that it has ten."""
    data = bytearray(zip_of({name: bytes(size)}))
    for magic, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.find(magic)
        data[at + offset : at + offset + 4] = struct.pack("<I", 10)
    return bytes(data)


def pdf_of(objects: list[bytes]) -> bytes:
    """A PDF with these objects, numbered from 1; object 1 is its catalogue."""
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def stream(data: bytes, extra: bytes = b"") -> bytes:
    return b"<</Length %d%s>>\nstream\n" % (len(data), extra) + data + b"\nendstream"


def page_with(contents: bytes, resources: bytes = b"<<>>", more: tuple[bytes, ...] = ()) -> bytes:
    """A one-page PDF; `contents` is object 4, `more` follow from 5."""
    return pdf_of(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources " + resources + b">>",
            contents,
            *more,
        ]
    )


def typed_pdf(text: str) -> bytes:
    font = b"<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
    return page_with(stream(b"BT /F1 12 Tf 72 700 Td (" + text.encode() + b") Tj ET"), font)


def slow_pdf(pages: int = 60, operators: int = 500_000) -> bytes:
    """Pages of very many text operators, none too large by itself: small on disk, minutes of work."""
    content = zlib.compress(b"BT /F1 9 Tf " + b"1 0 Td (abc def) Tj " * operators + b"ET")
    font = b"<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
    one = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources " + font + b">>"
    kids = b"<</Type/Pages/Kids[" + b"3 0 R " * pages + b"]/Count %d>>" % pages
    return pdf_of([b"<</Type/Catalog/Pages 2 0 R>>", kids, one, stream(content, b"/Filter/FlateDecode")])


def deflated_pdf(operator: bytes, size: int) -> bytes:
    """A page that repeats one text operator up to `size` bytes."""
    content = zlib.compress(b"BT /F1 9 Tf " + operator * (size // len(operator)) + b"ET", 9)
    font = b"<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
    return page_with(stream(content, b"/Filter/FlateDecode"), font)


def form_pdf(operator: bytes, size: int) -> bytes:
    """The same within a form that the page draws."""
    content = zlib.compress(b"BT /F1 9 Tf " + operator * (size // len(operator)) + b"ET", 9)
    form = stream(content, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Filter/FlateDecode")
    return page_with(stream(b"/X Do"), b"<</XObject<</X 5 0 R>>>>", (form,))


def double_flate_pdf(size: int) -> bytes:
    twice = zlib.compress(zlib.compress(bytes(size), 9), 9)
    return page_with(stream(twice, b"/Filter[/FlateDecode/FlateDecode]"))


def recursive_form_pdf() -> bytes:
    resources = b"<</XObject<</X 5 0 R>>>>"
    form = stream(b"/X Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources" + resources)
    return page_with(stream(b"/X Do"), resources, (form,))


def doubling_forms_pdf(levels: int = 29) -> bytes:
    """Each form draws the next ten times."""
    forms = []
    for level in range(levels):
        inner = b"<</XObject<</X %d 0 R>>>>" % (6 + level)
        extra = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources" + inner
        forms.append(stream(b"/X Do " * 10 if level < levels - 1 else b"0 0 m 9 9 l S", extra))
    return page_with(stream(b"/X Do"), b"<</XObject<</X 5 0 R>>>>", tuple(forms))


def png_of(width: int, height: int, *, rows: int | None = None) -> bytes:
    """A white one-bit picture; with fewer `rows` than `height` its data ends early."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    row = b"\x00" + b"\xff" * ((width + 7) // 8)
    packer = zlib.compressobj(9)
    data = b"".join(packer.compress(row) for _ in range(rows or height)) + packer.flush()
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def tiff_bomb(width: int, height: int) -> bytes:
    """A grey TIFF that announces far more pixels than it has bytes."""
    entries = [
        (256, 4, width),
        (257, 4, height),
        (258, 3, 8),
        (259, 3, 1),
        (262, 3, 1),
        (273, 4, 8),
        (277, 3, 1),
        (278, 4, height),
        (279, 4, 1000),
    ]
    directory = struct.pack("<H", len(entries))
    directory += b"".join(struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in entries)
    return b"II*\x00" + struct.pack("<I", 1008) + bytes(1000) + directory + bytes(4)


def endless_tiff(frames: int) -> bytes:
    """As many one-pixel pages as asked for."""
    out = bytearray(b"II*\x00" + struct.pack("<I", 16) + b"\xff" * 8)
    for number in range(frames):
        entries = [
            (256, 4, 1),
            (257, 4, 1),
            (258, 3, 8),
            (259, 3, 1),
            (262, 3, 1),
            (273, 4, 8),
            (277, 3, 1),
            (278, 4, 1),
            (279, 4, 1),
        ]
        out += struct.pack("<H", len(entries))
        out += b"".join(struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in entries)
        out += struct.pack("<I", 0 if number == frames - 1 else len(out) + 4)
    return bytes(out)


BILLION_LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "ha">'
    + b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 12))
    + b"]>"
)

_CONTENT_TYPES = b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_DOC_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PKG_REL = "http://schemas.openxmlformats.org/package/2006/relationships"


def docx_of(document: bytes) -> bytes:
    relations = (
        f'<Relationships xmlns="{_PKG_REL}"><Relationship Id="r1" Type="{_DOC_REL}/officeDocument" '
        'Target="word/document.xml"/></Relationships>'
    )
    return zip_of(
        {
            "[Content_Types].xml": _CONTENT_TYPES.replace(
                b"/>",
                b'><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
                b'wordprocessingml.document.main+xml"/></Types>',
            ),
            "_rels/.rels": relations.encode(),
            "word/document.xml": document,
        }
    )


def xlsx_of(
    sheet: bytes, *, styles: bytes = b"", strings: bytes = b"", more: Mapping[str, bytes] | None = None
) -> bytes:
    members = {
        "[Content_Types].xml": _CONTENT_TYPES,
        "xl/workbook.xml": (
            f'<workbook xmlns="{_MAIN}" xmlns:r="{_DOC_REL}"><sheets><sheet name="Quote" sheetId="1" r:id="r1"/>'
            f'<sheet name="Costs" sheetId="2" r:id="r1" state="hidden"/></sheets></workbook>'
        ).encode(),
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships xmlns="{_PKG_REL}"><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>'
        ).encode(),
        "xl/worksheets/sheet1.xml": sheet,
    }
    if styles:
        members["xl/styles.xml"] = styles
    if strings:
        members["xl/sharedStrings.xml"] = strings
    return zip_of({**members, **(more or {})})


def odt_of(body: str, *, prolog: bytes = b"", styles: bytes = b"") -> bytes:
    spaces = " ".join(
        f'xmlns:{p}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"'
        for p, n in (
            ("office", "office"),
            ("text", "text"),
            ("table", "table"),
            ("form", "form"),
            ("draw", "drawing"),
            ("style", "style"),
        )
    )
    field = "urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0"
    content = f"<office:document-content {spaces} xmlns:field='{field}'>"
    content += f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    members = {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": prolog + content.encode()}
    if styles:
        members["styles.xml"] = styles.replace(b"SPACES", spaces.encode())
    return zip_of(members)


Tree = Mapping[str, "bytes | Tree"]


def ole_of(tree: Tree) -> bytes:
    """A compound file ([MS-CFB]) with these streams and storages; as the real ones are laid out."""
    entries: list[list[object]] = []  # name, kind, right sibling, child, data

    def add(name: str, content: bytes | Tree, kind: int) -> int:
        index = len(entries)
        entries.append([name, kind, NO_STREAM, NO_STREAM, content if isinstance(content, bytes) else b""])
        if not isinstance(content, bytes):
            previous = -1
            for key in sorted(content, key=lambda k: (len(k), k.upper())):
                value = content[key]
                child = add(key, value, 2 if isinstance(value, bytes) else 1)
                entries[index if previous < 0 else previous][3 if previous < 0 else 2] = child
                previous = child
        return index

    add("Root Entry", tree, 5)
    chains: list[bytes] = []  # sectors
    fat: list[int] = []
    small: list[bytes] = []  # sectors of the mini stream, for what is shorter than 4096 bytes
    small_fat: list[int] = []

    def place(data: bytes, sectors: list[bytes], table: list[int], size: int) -> int:
        if not data:
            return END
        first, count = len(sectors), -(-len(data) // size)
        sectors.extend(data[i * size : i * size + size].ljust(size, b"\0") for i in range(count))
        table.extend([*range(first + 1, first + count), END])
        return first

    starts = []
    for _, kind, _, _, data in entries:
        assert isinstance(data, bytes)
        ordinary = len(data) >= 4096
        where = place(data, chains, fat, 512) if ordinary else place(data, small, small_fat, 64)
        starts.append(where if kind == 2 else 0)
    starts[0] = place(b"".join(small), chains, fat, 512)
    small_fat += [FREE] * (-len(small_fat) % 128)
    first_small = place(struct.pack(f"<{len(small_fat)}I", *small_fat), chains, fat, 512)
    directory = bytearray()
    for (name, kind, right, child, data), start in zip(entries, starts, strict=True):
        assert isinstance(name, str)
        assert isinstance(data, bytes)
        encoded = name.encode("utf-16-le") + b"\0\0"
        directory += encoded.ljust(64, b"\0") + struct.pack("<HBB", len(encoded), kind, 1)
        directory += struct.pack("<III", NO_STREAM, right, child) + bytes(36)
        directory += struct.pack("<IQ", start, 64 * len(small) if kind == 5 else len(data))
    directory += (bytes(68) + struct.pack("<III", NO_STREAM, NO_STREAM, NO_STREAM) + bytes(48)) * (-len(entries) % 4)
    first_directory = place(bytes(directory), chains, fat, 512)
    fat_sectors = 1
    while fat_sectors * 128 < len(fat) + fat_sectors:
        fat_sectors += 1
    fat_at = len(fat)
    fat += [0xFFFFFFFD] * fat_sectors
    fat += [FREE] * (fat_sectors * 128 - len(fat))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIII", 0, fat_sectors, first_directory, 0, 4096, first_small)
    header += struct.pack("<III", len(small_fat) // 128, END, 0)
    header += struct.pack("<109I", *range(fat_at, fat_at + fat_sectors), *[FREE] * (109 - fat_sectors))
    return header + b"".join(chains) + struct.pack(f"<{len(fat)}I", *fat)
