"""What a file is, by its bytes.

Names and declared types lie, by accident (`Q-1182.pdf` that is a Word document) or on purpose. They are only asked
where bytes leave a choice: a text can be CSV, HTML, an invitation or just text.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass

from soppa_mailbot import lazy_re as re
from soppa_mailbot.model import Part, Reason
from soppa_mailbot.reading.base import CannotRead
from soppa_mailbot.reading.charset import decode_text

OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # [MS-CFB] 2.2


@dataclass(frozen=True, slots=True)
class FileType:
    """`kind` picks the reader; `mime` is what goes into `Document.content_type`."""

    kind: str
    mime: str
    extension: str  # with its dot, for files that came without a name


def _office(kind: str, family: str) -> FileType:
    return FileType(kind, f"application/vnd.{family}", f".{kind}")


PDF = FileType("pdf", "application/pdf", ".pdf")
DOCX = _office("docx", "openxmlformats-officedocument.wordprocessingml.document")
XLSX = _office("xlsx", "openxmlformats-officedocument.spreadsheetml.sheet")
XLSB = _office("xlsb", "ms-excel.sheet.binary.macroenabled.12")
ODT = _office("odt", "oasis.opendocument.text")
ODS = _office("ods", "oasis.opendocument.spreadsheet")
PAGES = FileType("pages", "application/vnd.apple.pages", ".pages")
ZIP = FileType("zip", "application/zip", ".zip")
DOC = FileType("doc", "application/msword", ".doc")
XLS = FileType("xls", "application/vnd.ms-excel", ".xls")
MSG = FileType("msg", "application/vnd.ms-outlook", ".msg")
TNEF = FileType("tnef", "application/ms-tnef", ".dat")
MAIL = FileType("mail", "message/rfc822", ".eml")
RTF = FileType("rtf", "application/rtf", ".rtf")
HTML = FileType("html", "text/html", ".html")
CSV = FileType("csv", "text/csv", ".csv")
TXT = FileType("txt", "text/plain", ".txt")
ICS = FileType("ics", "text/calendar", ".ics")
VCF = FileType("vcf", "text/vcard", ".vcf")
SIGNATURE = FileType("signature", "application/pkcs7-signature", ".p7s")

_PICTURES = (
    (b"\x89PNG\r\n\x1a\n", FileType("image", "image/png", ".png")),
    (b"\xff\xd8\xff", FileType("image", "image/jpeg", ".jpg")),
    (b"II*\x00", FileType("image", "image/tiff", ".tif")),
    (b"MM\x00*", FileType("image", "image/tiff", ".tif")),
    (b"II+\x00", FileType("image", "image/tiff", ".tif")),
    (b"MM\x00+", FileType("image", "image/tiff", ".tif")),
    (b"GIF87a", FileType("image", "image/gif", ".gif")),
    (b"GIF89a", FileType("image", "image/gif", ".gif")),
    (b"BM", FileType("image", "image/bmp", ".bmp")),
)
_HEIF_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"heif"}

# what nobody here can open, with what the vendor is told it seems to be
_FOREIGN = (
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive: please send the files themselves or a ZIP"),
    (b"Rar!\x1a\x07", "a RAR archive: please send the files themselves or a ZIP"),
    (b"\x1f\x8b", "a gzip archive: please send the files themselves or a ZIP"),
    (b"BZh", "a bzip2 archive: please send the files themselves or a ZIP"),
    (b"\xfd7zXZ\x00", "an xz archive: please send the files themselves or a ZIP"),
    (b"MSCF", "a cabinet archive: please send the files themselves or a ZIP"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"\x4c\x00\x00\x00\x01\x14\x02\x00", "a Windows shortcut"),
    (b"%!PS", "a PostScript file: please send a PDF"),
    (b"\xffWPC", "a WordPerfect document: please send a PDF or a Word document"),
    (b"ID3", "a sound"),
    (b"OggS", "a sound"),
    (b"RIFF", "a sound or a film"),
    (b"\x1aE\xdf\xa3", "a film"),
    (b"SQLite format 3", "a database"),
    (b"8BPS", "a Photoshop picture: please send a PDF"),
)


def sniff(part: Part) -> FileType:
    """The type of an attachment. Raises CannotRead (empty, unsupported, encrypted)."""
    data, name = part.payload, part.filename.casefold()
    if not data:
        raise CannotRead(Reason.EMPTY, "the file is empty (0 bytes)")
    if part.content_type == "message/rfc822":
        return MAIL
    found = _by_magic(data)
    if found:
        return found
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_type(data, name)
    if data.startswith(OLE_MAGIC):
        return _ole_type(data)
    _refuse_crypto(data, part)
    if name.endswith(".p7s") or "pkcs7-signature" in part.content_type:
        return SIGNATURE
    for magic, words in _FOREIGN:
        if data.startswith(magic):
            raise CannotRead(Reason.UNSUPPORTED, words)
    if data[257:262] == b"ustar":
        raise CannotRead(Reason.UNSUPPORTED, "a tar archive: please send the files themselves or a ZIP")
    return _text_type(data, name, part.content_type)


def _by_magic(data: bytes) -> FileType | None:
    if data.startswith(b"%PDF-"):
        return PDF
    for magic, kind in _PICTURES:
        if data.startswith(magic) and (magic != b"BM" or data[14:15] in b"\x0c\x28\x38\x6c\x7c"):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return FileType("image", "image/webp", ".webp")
    if data[4:8] == b"ftyp":
        if data[8:12] in _HEIF_BRANDS:
            return FileType("image", "image/heic", ".heic")
        raise CannotRead(Reason.UNSUPPORTED, "a film or a sound")
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:5].lower() == b"{\\rtf":
        return RTF
    if data.startswith(b"\x78\x9f\x3e\x22"):  # [MS-OXTNEF] 2.1.3.1
        return TNEF
    return None


def _zip_type(data: bytes, name: str) -> FileType:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = {n.replace("\\", "/") for n in archive.namelist()[:20_000]}
            mimetype = ""
            if "mimetype" in names:
                with archive.open("mimetype") as stream:
                    mimetype = stream.read(100).decode("ascii", "replace").strip()
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, EOFError):
        return _damaged_zip_type(data, name)
    folded = {n.casefold() for n in names}
    if mimetype.startswith("application/vnd.oasis.opendocument."):
        return _open_document_type(mimetype)
    if "[content_types].xml" in folded:
        return _open_xml_type(folded)
    apple = any(n.startswith("Index/") or n == "Index.zip" for n in names) or "index.xml" in names
    if apple and any(n.casefold().startswith(("quicklook/", "preview", "buildversion")) for n in names):
        return PAGES
    if name.endswith(".pages"):
        return PAGES
    return ZIP


def _open_xml_type(names: set[str]) -> FileType:
    if any(n.startswith("word/") for n in names):
        return DOCX
    if "xl/workbook.bin" in names:
        return XLSB
    if any(n.startswith("xl/") for n in names):
        return XLSX
    if any(n.startswith("ppt/") for n in names):
        raise CannotRead(Reason.UNSUPPORTED, "a PowerPoint presentation: please send a PDF")
    if any(n.startswith("visio/") for n in names):
        raise CannotRead(Reason.UNSUPPORTED, "a Visio drawing: please send a PDF")
    return ZIP


def _open_document_type(mimetype: str) -> FileType:
    family = mimetype.removeprefix("application/vnd.oasis.opendocument.")
    if family.startswith("text"):
        return ODT
    if family.startswith("spreadsheet"):
        return ODS
    raise CannotRead(Reason.UNSUPPORTED, f"an OpenDocument {family}: please send a PDF")


def _damaged_zip_type(data: bytes, name: str) -> FileType:
    """A ZIP whose directory is lost (cut off): the local headers say what it was, so that the reason names it."""
    if b"word/" in data[:4096] or name.endswith((".docx", ".docm")):
        return DOCX
    if b"xl/" in data[:4096] or name.endswith((".xlsx", ".xlsm")):
        return XLSX
    if b"opendocument.text" in data[:200]:
        return ODT
    if b"opendocument.spreadsheet" in data[:200]:
        return ODS
    return ZIP


def _ole_type(data: bytes) -> FileType:
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            streams = {"/".join(path).casefold() for path in ole.listdir(streams=True)}
    except (OSError, ValueError, IndexError, TypeError, KeyError, RecursionError) as error:
        raise CannotRead(Reason.DAMAGED, "the file is damaged or cut off") from error
    if "encryptedpackage" in streams:
        raise CannotRead(Reason.ENCRYPTED, "the file needs a password")
    if "__properties_version1.0" in streams:
        return MSG
    if "worddocument" in streams:
        return DOC
    if "workbook" in streams or "book" in streams:
        return XLS
    if "powerpoint document" in streams:
        raise CannotRead(Reason.UNSUPPORTED, "a PowerPoint presentation: please send a PDF")
    if "visiodocument" in streams:
        raise CannotRead(Reason.UNSUPPORTED, "a Visio drawing: please send a PDF")
    if "quill/quillsub/contents" in streams:
        raise CannotRead(Reason.UNSUPPORTED, "a Publisher document: please send a PDF")
    raise CannotRead(Reason.UNSUPPORTED, "a kind of file that cannot be read here: please send a PDF")


def _refuse_crypto(data: bytes, part: Part) -> None:
    """S/MIME and OpenPGP messages: only the one they are meant for can open them."""
    name, declared = part.filename.casefold(), part.content_type
    if data[:200].lstrip().startswith(b"-----BEGIN PGP MESSAGE"):
        raise CannotRead(Reason.ENCRYPTED, "an OpenPGP encrypted message")
    enveloped = b"\x2a\x86\x48\x86\xf7\x0d\x01\x07\x03"  # 1.2.840.113549.1.7.3 envelopedData, RFC 5652 §6
    if data[:1] == b"\x30" and enveloped in data[:64]:
        raise CannotRead(Reason.ENCRYPTED, "an S/MIME encrypted message")
    if data[:1] == b"\x30" and (name.endswith((".p7m", ".p7z")) or declared.endswith("pkcs7-mime")):
        raise CannotRead(Reason.UNSUPPORTED, "an S/MIME message: please send it unsigned")


_READABLE = (".pdf", ".docx", ".doc", ".xlsx", ".xls", ".odt", ".ods", ".rtf", ".zip", ".msg", ".png", ".jpg", ".jpeg",
             ".tif", ".tiff", ".heic", ".pages", ".txt", ".csv", ".htm", ".html", ".eml")  # fmt: skip
_FIELD = re.compile(r"(?i)^(received|return-path|from|to|subject|date|message-id|mime-version|delivered-to|x-[a-z-]+):")
_TAG = re.compile(r"(?is)<(?:!doctype\s+html|html|head|body|table|div|p|script|meta|title|svg)\b")


def _text_type(data: bytes, name: str, declared: str) -> FileType:
    text = decode_text(data[:65536])
    # ISO 32000-1 annex H.3.4.1: the header may stand anywhere within the first 1024 bytes
    if b"%PDF-" in data[:1024] and not (text and _looks_like_mail(text, name)):
        return PDF
    if text is None:
        if name.endswith(_READABLE):
            raise CannotRead(Reason.DAMAGED, "the file is damaged, or it is not what its name says")
        raise CannotRead(Reason.UNSUPPORTED, "a kind of file that cannot be read here: please send a PDF")
    start = text.lstrip("\ufeff \t\r\n")
    upper = start[:40].upper()
    if upper.startswith("BEGIN:VCALENDAR"):
        return ICS
    if upper.startswith("BEGIN:VCARD"):
        return VCF
    if upper.startswith("-----BEGIN PGP SIGNATURE"):
        return FileType("signature", "application/pgp-signature", ".asc")
    if _looks_like_mail(start, name):
        return MAIL
    if _TAG.search(start[:2048]) or name.endswith((".html", ".htm", ".xhtml", ".shtml", ".svg")):
        return HTML
    if declared == "text/html" and "<" in start:
        return HTML
    if name.endswith((".csv", ".tsv")) or declared in ("text/csv", "text/tab-separated-values"):
        return CSV
    return TXT


def _looks_like_mail(text: str, name: str) -> bool:
    """At least two of the fields that every mail has (RFC 5322 §3.6) among its first lines, fewer for `.eml`."""
    fields = {m[1].casefold() for line in text.splitlines()[:40] if (m := _FIELD.match(line))}
    first = bool(re.match(r"[!-9;-~]+:", text)) or text.startswith("From ")
    if name.endswith((".eml", ".mht", ".mhtml")):
        return first and bool(fields)
    return (
        first
        and len(fields & {"from", "date", "message-id", "mime-version", "received", "subject"}) >= 3
        and ("message-id" in fields or "mime-version" in fields or "received" in fields)
    )
