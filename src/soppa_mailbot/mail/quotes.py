"""Older mail in a body: found, marked, and who wrote what was forwarded.

Mail programs quote in three ways: each line after "> "; everything behind a separator or a block of header lines
(Outlook); or an element of the HTML (see `html_roles`). The words of the separators are those of the big programs
in the languages they speak; Outlook writes them in the writer's language, not the reader's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from soppa_mailbot import lazy_re as re
from soppa_mailbot.mail.lines import QUOTE, Line
from soppa_mailbot.model import Address

_PREFIXED = re.compile(r"\s{0,3}>")
_SEPARATOR = re.compile(
    r"^[\s>*|]{0,8}[-_=*]{2,60}\s*(?:original\s?(?:message|mail|appointment|e-?mail)|forwarded (?:message|mail|by\b.*)|"
    r"reply message|"
    r"forwarded (?:e-?mail|text)|ursprüngliche nachricht|weitergeleitete nachricht|message d'origine|"
    r"message transféré|"
    r"message original|mensaje original|mensaje reenviado|mensagem original|mensagem encaminhada|messaggio originale|"
    r"messaggio inoltrato|oorspronkelijk bericht|doorgestuurd bericht|ursprungligt meddelande|"
    r"vidarebefordrat meddelande|"
    r"oprindelig meddelelse|opprinnelig melding|wiadomość oryginalna|исходное сообщение|пересылаемое сообщение|"
    r"原始邮件|元のメッセージ|转发的邮件|원본 메시지)\s*[-_=*:]*\W*$"
    r"|^\W{0,3}(?:begin forwarded message|anfang der weitergeleiteten nachricht|début du message réexpédié|"
    r"inicio del mensaje reenviado|inizio messaggio inoltrato)\s*:\W*$",
    re.I,
)
_FORWARD = re.compile(
    r"forward|weitergeleitet|transféré|réexpédié|reenviado|encaminhada|inoltrato|doorgestuurd|vidarebefordrat|"
    r"пересылаемое|转发",
    re.I,
)
_FORWARD_SUBJECT = re.compile(
    r"^\W*(?:(?:re|aw|sv|antw|ext|external)\W+)*(?:fwd?|wg|tr|rv|enc|i|vs|doorst|vb)\s*:", re.I
)
_REPLY_SUBJECT = re.compile(r"^\W*(?:re|aw|sv|antw|rif|odp|res|ynt|回复|答复)\s*+(?:\[\d+\])?\s*+:", re.I)

_LABELS = {
    "from": "from von de da van från fra od от 发件人 差出人 보낸사람 expéditeur remitente mittente afsender kimden",
    "date": "sent date gesendet datum envoyé enviado enviada inviato data verzonden skickat sendt fecha дата "
    "отправлено wysłano 发送时间 日期 送信日時 보낸날짜 gönderildi",
    "to": "to an à a para aan till til do кому 收件人 宛先 받는사람 destinataire",
    "cc": "cc kopie copie cópia kopia копия 抄送 참조 bcc",
    "subject": "subject betreff objet asunto assunto oggetto onderwerp ämne emne temat тема 主题 件名 제목 konu",
}
_KIND = {word: kind for kind, words in _LABELS.items() for word in words.split()}
_LABEL = re.compile(r"^[\s>*|_]{0,6}([^\W\d_]{1,15}(?: [^\W\d_]{1,8})?)\s?\*{0,2}\s?:\s?\*{0,2}(?:\s+(.*)|)$")

_ON = r"(?:on|am|le|el|em|il|op|den|på|dnia|w dniu|在)"
_WROTE = (
    r"(?:wrote|writes|schrieb|a écrit|escribió|escreveu|ha scritto|schreef|skrev|napisał(?:\(a\)|a)?|"
    r"написал(?:а)?|写道|"
    r"bericht van|kirjoitti)"
)
_ATTRIBUTION = re.compile(
    rf"^\W{{0,3}}{_ON}\b.{{4,240}}?\b{_WROTE}\b.{{0,90}}:\W{{0,3}}$"
    rf"|^.{{2,160}}<[^<>\s]+@[^<>\s]+>\W{{0,3}}(?:{_WROTE}|said)\b.{{0,60}}:?\W{{0,3}}$"
    r"|^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b.{0,120}<[^<>\s]+@[^<>\s]+>\s*:$"
    rf"|^.{{2,80}}\b(?:wrote|schrieb)(?: on .{{6,60}})?:$",
    re.I,
)
_ATTRIBUTION_START = re.compile(rf"\W{{0,3}}{_ON}\b", re.I)
_DATED = re.compile(r"\d.*\b(?:\d{4}|\d{1,2}:\d{2})\b|\b\d{1,2}[:.]\d{2}\b|@")
_TIME = re.compile(r"\d{1,2}[:.]\d{2}")
_ADDRESS = re.compile(
    r"(?:mailto:)?([A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+)"
)
_RULE = re.compile(r"^[_\-=*\s]{5,200}$")

MAX_BLOCK = 14  # lines of a quoted header
_WIDE, _TAIL = 72, 40  # characters of a line at which programs break it, at least; of what comes behind the break
MAX_SCANNED = 500  # characters of a line; separators are short


@dataclass(frozen=True, slots=True)
class HeaderBlock:
    """The header that a mail program writes above quoted mail: where it ends, and who is said to have written."""

    end: int
    sender: Address
    certain: bool  # holds an address or a time of day: nobody types that above a memo


def header_block(lines: list[Line], at: int) -> HeaderBlock | None:
    """A run of "From: / Sent: / To: / Subject:" lines that begins exactly here, in any order and language."""
    values: dict[str, str] = {}
    last = ""
    end = at
    for index in range(at, min(len(lines), at + MAX_BLOCK)):
        text = lines[index].text[:MAX_SCANNED].strip("> \t")
        match = _LABEL.match(text)
        kind = _KIND.get(match.group(1).casefold(), "") if match else ""
        if match and kind and kind not in values:
            values[kind], last, end = (match.group(2) or "").strip(" *"), kind, index + 1
        elif index == at:
            return None
        elif not text:
            if "subject" in values and len(values) >= 4:
                break
        elif last in ("to", "cc", "from", "subject") and (values[last] == "" or (last in ("to", "cc") and "@" in text)):
            values[last] = f"{values[last]} {text}".strip()  # a wrapped list of recipients; a value below its label
            end = index + 1
        elif not match or "from" not in values or len(values) < 3:
            break
        else:
            end = index + 1  # Reply-To, Importance, Attachments
    if "from" not in values or len(values) < 3:
        return None
    certain = any("@" in v for v in values.values()) or _TIME.search(values.get("date", "")) is not None
    return HeaderBlock(end, _address(values["from"]), certain)


def _address(text: str) -> Address:
    match = _ADDRESS.search(text)
    email = match.group(1) if match else ""
    name = re.sub(r"[<\[(].*$", "", text).strip(" \"'*")
    return Address("" if "@" in name else name, email)


def attribution_end(lines: list[Line], at: int) -> int:
    """Where an "On ..., ... wrote:" that begins here ends (programs wrap it into up to four lines); 0 for none."""
    first = lines[at].text[:MAX_SCANNED]
    if not (_ATTRIBUTION_START.match(first) or _DATED.search(first)):
        return 0
    said = ""
    for index in range(at, min(len(lines), at + 4)):
        text = lines[index].text[:MAX_SCANNED].strip()
        if not text or _PREFIXED.match(text):
            return 0
        said = f"{said} {text}".strip()
        if len(said) > 400:
            return 0
        if _ATTRIBUTION.match(said) and _DATED.search(said):
            return index + 1
        if said.endswith(":") and "@" in said and _TIME.search(first) and _quotation_follows(lines, index + 1):
            return index + 1  # in a language that we don't know
    return 0


def _quotation_follows(lines: list[Line], at: int) -> bool:
    following = next((line for line in lines[at : at + 3] if not line.blank), None)
    return following is not None and (following.role == QUOTE or _PREFIXED.match(following.text) is not None)


def mark_quotes(lines: list[Line], subject: str = "") -> list[Line]:
    """Give each line of older mail the role QUOTE. Answers written between "> " lines stay the writer's own."""
    out = list(lines)
    index = 0
    while index < len(out):
        line = out[index]
        if line.role == QUOTE or line.blank:
            index += 1
        elif _PREFIXED.match(line.text):
            out[index] = line.as_(QUOTE)
            index += 1
            if _wraps_over(out, index):
                out[index] = out[index].as_(QUOTE)
                index += 1
        elif _rest_begins(out, index, subject):
            begin = index - 1 if index and _RULE.match(out[index - 1].text) else index
            return [*out[:begin], *(rest.as_(QUOTE) for rest in out[begin:])]
        elif end := attribution_end(out, index):
            if not _quotation_follows(out, end):
                end = len(out)  # quoted without marks, as telephones do
            out[index:end] = [quoted.as_(QUOTE) for quoted in out[index:end]]
            index = end
        else:
            index += 1
    return out


def _wraps_over(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is the end of the quoted one before it, which was broken anew when it was sent and lost its mark:
    "> ... for the social studies rooms at Wells and / Willard. / > Procurement Office". An answer written between
    quoted lines stands behind a line that ends.
    """
    if not 0 < at < len(lines) - 1 or not _PREFIXED.match(lines[at + 1].text):
        return False
    before, text = lines[at - 1].text.rstrip(), lines[at].text.strip()
    broken = len(before) + 1 + len(text.split(" ")[0]) > _WIDE and not before.endswith((".", "?", "!", ":", ";", ")"))
    return broken and 0 < len(text) <= _TAIL and not _PREFIXED.match(text)


def _rest_begins(lines: list[Line], at: int, subject: str) -> bool:
    if _SEPARATOR.match(lines[at].text[:MAX_SCANNED]):
        return True
    block = header_block(lines, at)
    if block is None:
        return False
    if block.certain or _REPLY_SUBJECT.match(subject) or _FORWARD_SUBJECT.match(subject):
        return True
    # "To: / From: / Date: / Re:" on top of a letter is the writer's own
    return any(not line.blank for line in lines[:at])


def forwarded_senders(lines: list[Line], subject: str = "") -> tuple[Address, ...]:
    """Who wrote what was forwarded inline, newest first. Behind "FW:" every quoted header counts; otherwise only the
    one under a separator that says "forwarded"."""
    found: list[Address] = []
    all_count = _FORWARD_SUBJECT.match(subject) is not None
    armed = False
    index = 0
    while index < len(lines):
        text = lines[index].text[:MAX_SCANNED].lstrip("> \t")
        if _SEPARATOR.match(text):
            armed = _FORWARD.search(text) is not None
        block = header_block(lines, index) if text and lines[index].role == QUOTE else None
        if block is None:
            index += 1
            continue
        if (all_count or armed) and block.sender not in found and (block.sender.email or block.sender.name):
            found.append(block.sender)
        armed = False
        index = block.end
    return tuple(found)
