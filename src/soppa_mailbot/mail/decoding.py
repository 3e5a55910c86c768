"""Bytes of a mail to text: character sets, transfer encodings, encoded words. Nothing here raises."""

from __future__ import annotations

import binascii
import codecs

from soppa_mailbot import lazy_re as re

# WHATWG Encoding Standard: what those who write the left mean. Windows' own code page holds all of Latin-1's text.
_MEANT = {
    "us-ascii": "utf-8",
    "ascii": "utf-8",
    "ansi_x3.4-1968": "utf-8",
    "iso-8859-1": "windows-1252",
    "latin1": "windows-1252",
    "latin-1": "windows-1252",
    "iso-8859-9": "windows-1254",
    "iso-8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "iso-8859-8-i": "iso-8859-8",
    "iso-8859-6-i": "iso-8859-6",
    "unicode-1-1-utf-7": "utf-7",
    "utf8mb4": "utf-8",
    "x-unknown": "utf-8",
    "unknown-8bit": "utf-8",
}
# text encodings in name only: slow on purpose-made input, or made for something else
_NOT_FOR_MAIL = frozenset({"idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "mbcs", "oem"})

_INVISIBLE = dict.fromkeys(
    [0xAD, 0x200B, 0x200C, 0x200E, 0x200F, 0x2060, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
)
_CONTROLS = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029], " ")
_SPACES = dict.fromkeys([0xA0, 0x2007, 0x202F], " ")

_BASE64_ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="
_ODD = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_ENCODED_WORD = re.compile(r"=\?([^?\s*]{1,60})(?:\*[^?\s]{0,20})?\?([bBqQ])\?([^?]*)\?=")


def codec_for(charset: str) -> str:
    """The codec that reads what is declared as `charset`; "" when there is none."""
    name = charset.strip().strip("\"'").casefold()
    name = re.sub(r"^(cp|windows)-?_?(12\d\d)$", r"windows-\2", name)
    name = _MEANT.get(name, name)
    try:
        info = codecs.lookup(name)
    except (LookupError, ValueError, UnicodeError):
        return ""
    # a private flag of the standard library's; without it "base64" and "zlib" would pass for character sets
    return info.name if getattr(info, "_is_text_encoding", True) and info.name not in _NOT_FOR_MAIL else ""


def to_text(data: bytes, charset: str = "") -> str:
    """Decode; where the declared set is absent, unknown or wrong: UTF-8, else Windows-1252."""
    declared = codec_for(charset) if charset else "utf-8"
    for codec in dict.fromkeys((declared or "utf-8", "utf-8", "cp1252")):
        try:
            return data.decode(codec)
        except (UnicodeError, ValueError, OverflowError):
            continue
    if declared not in ("", "utf-8"):
        return data.decode(declared, "replace")
    return data.decode("utf-8" if data.count(b"\xc3") + data.count(b"\xe2") > 3 else "cp1252", "replace")


def printable(text: str) -> str:
    """One line: control characters become blanks, invisible and direction-changing ones go, blanks are run together."""
    return " ".join(text.translate(_INVISIBLE).translate(_CONTROLS).translate(_SPACES).split())


def clean_body(text: str) -> str:
    """Line ends as "\\n", no-break spaces as blanks, no NUL and no invisible characters; tabs stay."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", "\n").replace("\x0b", "\n")
    text = text.replace("\u2028", "\n").replace("\u2029", "\n\n").translate(_INVISIBLE).translate(_SPACES)
    return _ODD.sub("", text)


def from_base64(data: bytes) -> bytes:
    """RFC 2045 §6.8: characters outside the alphabet are skipped; a missing or early pad costs only its own group."""
    compact = data.translate(None, b"\r\n\t ")
    if b"=" not in compact[:-2] and len(compact) % 4 == 0 and not compact.translate(None, _BASE64_ALPHABET):
        return binascii.a2b_base64(compact)
    kept = re.sub(rb"[^A-Za-z0-9+/=_-]+", b"", data).replace(b"-", b"+").replace(b"_", b"/")
    out = bytearray()
    for piece in re.findall(rb"[^=]+", kept):
        piece = piece[: len(piece) - 1] if len(piece) % 4 == 1 else piece
        out += binascii.a2b_base64(piece + b"=" * (-len(piece) % 4))
    return bytes(out)


def from_quoted_printable(data: bytes) -> bytes:
    return binascii.a2b_qp(data)


def from_transfer(data: bytes, encoding: str) -> bytes:
    """The payload behind a Content-Transfer-Encoding; unknown encodings are taken for the bytes themselves."""
    match encoding.strip().casefold():
        case "base64":
            return from_base64(data)
        case "quoted-printable" | "quoted_printable" | "qp":
            return from_quoted_printable(data)
        case "x-uuencode" | "uuencode" | "x-uue" | "uue":
            found = uuencoded(data)
            return found[0][1] if found else data
        case _:
            return data


# lower-case letters occur in no line of uuencode, blanks in none of base64: a search ends at the next "begin"
_UU_FILE = re.compile(
    rb"^begin(?:(?P<base64>-base64) [0-7]{3,4} (?P<name64>[^\r\n]{1,255})\r?\n"
    rb"(?P<lines64>(?:[A-Za-z0-9+/=]{0,90}\r?\n)*)===="
    rb"| [0-7]{3,4} (?P<name>[^\r\n]{1,255})\r?\n(?P<lines>(?:[\x20-\x60]{0,90}\r?\n)*)end)[ \t]*\r?$",
    re.M,
)


def uuencoded(data: bytes) -> list[tuple[str, bytes, int, int]]:
    """Files written into a text by uuencode (POSIX): name, bytes, and where each begins and ends."""
    files = []
    for match in _UU_FILE.finditer(data):
        if match.group("base64"):
            name, content = match.group("name64"), from_base64(match.group("lines64"))
        else:
            name, content = match.group("name"), b"".join(map(_uu_line, match.group("lines").splitlines()))
        files.append((to_text(name), content, match.start(), match.end()))
    return files


def _uu_line(line: bytes) -> bytes:
    if not line:
        return b""
    length = (line[0] - 32) & 63
    try:
        return binascii.a2b_uu(line)[:length]
    except binascii.Error:  # encoders that strip or add blanks at the end
        wanted = 1 + (length + 2) // 3 * 4
        try:
            return binascii.a2b_uu(line[:wanted].ljust(wanted))[:length]
        except binascii.Error:
            return b""


def decode_words(text: str) -> str:
    """RFC 2047, as mailers write it: words of one character set are put together before they are decoded (letters get
    cut in two), blanks between two encoded words go, and blanks inside one are forgiven."""
    if "=?" not in text:
        return text
    out: list[str] = []
    pending = b""
    charset = ""
    end = 0
    for match in _ENCODED_WORD.finditer(text):
        between = text[end : match.start()]
        raw = _word_bytes(match.group(2), match.group(3))
        if pending and not between.strip() and match.group(1).casefold() == charset:
            pending += raw
        else:
            out.append(to_text(pending, charset))
            if between.strip() or not end:
                out.append(between)
            pending, charset = raw, match.group(1).casefold()
        end = match.end()
    out.append(to_text(pending, charset))
    out.append(text[end:])
    return "".join(out)


def _word_bytes(encoding: str, text: str) -> bytes:
    data = text.encode("utf-8", "replace")
    if encoding in "bB":
        return from_base64(data)
    return binascii.a2b_qp(data.replace(b"_", b" "), header=True)
