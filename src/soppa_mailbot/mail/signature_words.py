"""What single lines of a letter's end look like: closings, names, titles, addresses, footers; and what is no signature.

Vocabularies, not rules: the rules are in `signatures`. All patterns run on one stripped line.
"""

from __future__ import annotations

from soppa_mailbot import lazy_re as re

_THANKS = r"(?:thank\s?(?:you|u)|thanks|thnx|thx|tks|ty|many thanks|much appreciated|gracias|merci|danke)"
_CLOSE = (
    r"(?:all (?:the|my) best|best(?: regards| wishes)?|(?:kind|kindest|warm|warmest|best|personal|"
    r"cordial)(?:est)? (?:personal )?"
    r"(?:regards|wishes|thanks)|regards|rgds|br|sincerely(?: yours)?|yours(?: (?:truly|sincerely|faithfully|"
    r"cordially))?|"
    r"very (?:truly|sincerely|respectfully) yours|(?:most )?(?:respectfully|cordially|gratefully|appreciatively|"
    r"warmly|faithfully)"
    r"(?: yours| submitted)?|cheers|take care|talk soon|see you soon|stay well|be well|onward|"
    r"with (?:many |much |kind |kindest |warm |warmest |best |great |sincere )?(?:thanks|gratitude|appreciation|"
    r"regards|wishes|respect)|"
    r"in (?:partnership|community|service|gratitude|solidarity|health|education|friendship|peace|learning|"
    r"appreciation)|"
    r"looking forward(?: to [a-z ]{3,40})?|have a (?:great|good|nice|wonderful|lovely) (?:day|week|weekend|"
    r"evening|afternoon|one)|"
    r"mit freundlichen grü(?:ß|ss)en|freundliche grüße|mfg|viele grüße|cordialement|bien cordialement|"
    r"saludos(?: cordiales)?|"
    r"atentamente|un saludo|cordiali saluti|met vriendelijke groet(?:en)?|atenciosamente)"
)
# "thanks a bunch", "Thank you for your partnership," and no more: a capital, a number or a second sentence is content
_THANKS_TAIL = r"(?:[ ,]+(?:so|very|much|again|and|a|an|in|for|your|the|all|you|of|to|both|kindly|[a-z]{2,14})){0,7}"
CLOSING = re.compile(
    rf"^(?:(?i:{_CLOSE})|(?i:{_THANKS}){_THANKS_TAIL}|(?i:{_THANKS}) (?:and|&) (?i:{_CLOSE}))\s*[,.!;:~–—-]*$"
)
CLOSING_START = re.compile(
    rf"^(?:(?i:{_CLOSE})|(?i:{_THANKS})(?: (?:so much|very much|again|a lot|in advance))?)\s*[,.!~–—-]+\s*(?=\S)"
)

DELIMITER = re.compile(r"^(?:--|––|—|-- )$")
RULE = re.compile(r"^[_=*~—–-]{5,}$")
POSTSCRIPT = re.compile(r"^\W{0,3}p\.?\s?(?:p\.?\s?)?s\.?(?:[:.,–—-]|\s)+\S", re.I)
DEVICE = re.compile(
    r"^(?:sent|envoyé|gesendet|enviado|inviato|verzonden|von meinem)\b.{0,12}\b(?:from|via|with|using|de|depuis|"
    r"mon|von|desde|mi|da|"
    r"mit|vanaf|mijn|gesendet)\b.{0,60}$|^get outlook for\b.{0,40}$|^download the outlook\b.*$|"
    r"^(?:please )?(?:excuse|forgive|pardon)\b.{0,40}\b(?:typos?|brevity|errors|mistakes|autocorrect)\b.{0,60}$|"
    r"^typos? (?:courtesy|brought|are)\b.{0,60}$",
    re.I,
)
NOISE = re.compile(
    r"^(?:\[(?:cid:|image|logo|photo|picture|icon|facebook|twitter|linkedin|instagram|youtube|x|"
    r"book time)[^\]]{0,200}\]\s*)+"
    r"(?:<[^<>\s]{1,500}>)?$|^<https?://[^<>\s]+>$|^\W+$",
    re.I,
)
BANNER = re.compile(
    r"^\W*(?:caution|warning|external|attention|notice|security notice|be careful)\W{0,4}.{0,60}\b(?:external|"
    r"outside|unknown|unfamiliar)\b"
    r"|^\W*external\s*(?:e-?mail|sender|message)?\W*$|^\W*this (?:message|e-?mail) (?:was sent|originated|came|"
    r"is) from "
    r"(?:outside|an external)|^\W*you don['’]t often get e-?mail from\b|"
    r"^\W*some people who received this message don['’]t often",
    re.I,
)
LEGAL = re.compile(
    r"confidential(?:ity)?\b.{0,30}(?:notice|note|statement|disclaimer)|\blegal notice\s*:|\bdisclaimer\s*:|"
    r"^disclaimer\b|"
    r"^\W*(?:confidential|privileged)\s*[:–—-]|"
    r"\bintended (?:only|solely|exclusively|for)\b.{0,60}\b(?:recipients?|person|individual|addressee|named)|"
    r"intended recipients?|"
    r"\bthis (?:e-?mail|message|communication|transmission|electronic|correspondence)\b.{0,120}"
    r"\b(?:confidential|privileged|intended|proprietary|legally|virus|monitored|property of)|"
    r"\b(?:confidential|privileged)\b.{0,60}\binformation\b|"
    r"^the (?:information|content)s? (?:contained|transmitted|"
    r"in this (?:e-?mail|message|communication|transmission))\b|"
    r"\bunsubscribe\b|manage (?:your )?(?:e-?mail )?preferences|"
    r"(?:©|\(c\)|copyright)\s*(?:\d{4}|by\b)|all rights reserved|consider the environment|before printing|"
    r"\btrademarks? of\b|view (?:this|it) (?:e-?mail )?in (?:your|a) browser|virus-free",
    re.I,
)
# what footers say, and writers too: "Note: we need approval by January 15", "it's short notice: Lincoln would like to"
MAYBE_LEGAL = re.compile(
    r"\bnotice\s*:|^\W*(?:note|notice|important)\s*[:–—-]|"
    r"\bintended (?:only|solely|exclusively|for)\b.{0,60}\buse|"
    r"^the (?:information|content)s? in this\b|\bopt[- ]?out\b|"
    r"you (?:are receiving|received|have received|'re receiving) this\b|"
    r"\bequal opportunity (?:employer|provider)|registered (?:in|office|trademark)|"
    r"subject to change without notice|not responsible for (?:typographical|errors)|"
    r"freedom of information act|public records? (?:law|act)|ferpa|family educational rights and privacy act",
    re.I,
)
# a sentence between quotation marks under a name: "A library is food for the mind." - Anon
MOTTO = re.compile(r"[\"“][A-Z][^\"“”]{8,200}[.!?][\"”](?:\s*[-–—~]\s*[\w .'’]{2,40})?")
LEGAL_WORDS = re.compile(
    r"\b(?:recipient|disclos|dissemin|distribut|copying|privileged|confidential|unauthori[sz]ed|prohibited|delete|"
    r"destroy|"
    r"notify the sender|in error|liabilit|virus|trademark|copyright|monitored|encrypted|hereby|herein|thereto|"
    r"affiliates|"
    r"subsidiar|licensed under|equal opportunity|warrant)",
    re.I,
)

_CONTACT_LABEL = (
    r"(?:o|m|c|t|p|f|e|w|d|a|ph|tel|telephone|phone|cell|cellular|mobile|mob|office|direct|desk|main|fax|e-?mail|"
    r"mail|web|website|site|"
    r"internet|url|address|linkedin|twitter|facebook|instagram|youtube|skype|zoom|teams|x|pronouns?|hours|"
    r"toll[- ]free|"
    r"support|sales|help|hotline|follow us|visit us|connect with (?:me|us)|book (?:time|a)[\w ]{0,30}|"
    r"schedule [\w ]{0,30}|"
    r"offices?|headquarters|hq|work hours|office hours|ext|extension|direct line|cell phone|work|home)"
)
CONTACT_LABEL = re.compile(
    rf"^\W{{0,3}}{_CONTACT_LABEL}(?: (?:in|number|no|phone|line|on))?\s*[:.|]|"
    r"^[a-z ]{0,20}\b(?:phone|fax|e-?mail|office|cell)s?\s*:",
    re.I,
)
PHONE = re.compile(
    r"(?<!\d)(?:\+?\d{1,2}[\s.-]{0,2})?\(?\d{3}\)?[\s.-]{0,3}\d{3}[\s.-]{1,2}\d{4}(?!\d)|\+\d{1,3}[\s\d().-]{7,18}"
)
EMAIL_OR_URL = re.compile(
    r"[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]+|https?://\S+|\bwww\.\S+|\b[\w-]+\.(?:com|org|net|edu|io|us|co|gov|example)\b",
    re.I,
)
STREET = re.compile(
    r"\bP\.? ?O\.? Box \d+|^\W*\d{1,6}[A-Z]?[ ,]+(?:[NSEW]{1,2}\.? )?[A-Z0-9][\w.'’-]*(?: [A-Z0-9][\w.'’-]*){0,4}"
    r"(?: (?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Lane|Ln|Boulevard|Blvd|Court|Ct|Way|Place|Pl|Plaza|Parkway|"
    r"Pkwy|Highway|Hwy|"
    r"Circle|Cir|Square|Sq|Terrace|Trail|Alley|Broadway|Common|Commons|Row|Center|Pike|Loop|Crossing|Point|Park))\b"
    r"|\b[A-Z]{2}\.?,? {1,3}\d{5}(?:-\d{4})?\b|^(?:Suite|Ste\.?|Floor|Unit|Bldg|Building|Room)\b.{0,30}$|"
    r"\b\d{1,3}(?:st|nd|rd|th) Floor\b"
)
CITY_STATE = re.compile(r"^[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3},? [A-Z]{2}\.?(?: USA?)?$")
COMPANY = re.compile(
    r"\b(?:Inc|LLC|L\.L\.C|Ltd|Limited|Corp|Corporation|Co|PBC|LP|LLP|PLC|GmbH|S\.A|Pty|Company|Group|Holdings|"
    r"Technologies|Software|"
    r"Systems|Solutions|Publishing|Publishers|Press|Labs|Interactive|Partners|Associates|Foundation|Institute|"
    r"University|College|"
    r"Enterprises|Industries|Studios?|Media|Analytics|Consulting|EdTech)\b\.?"
)
TITLE = re.compile(
    r"\b(?:director|manager|specialist|coordinator|executive|representative|rep|president|vp|svp|evp|avp|ceo|cfo|"
    r"coo|cto|cro|cmo|cio|"
    r"chief [a-z]+ officer|founder|co-?founder|owner|principal|engineer|consultant|analyst|associate|assistant|"
    r"administrator|"
    r"officer|head of [a-z]+|lead|liaison|sales|accounts?|accounting|receivable|customer (?:success|care|service|"
    r"onboarding)|"
    r"client (?:success|services)|support|partnerships?|contracts?|renewals?|operations|marketing|"
    r"business development|"
    r"procurement|purchasing|buyer|superintendent|teacher|counsel|attorney|paralegal|secretary|advisor|strategist|"
    r"evangelist|"
    r"team|desk|department|division|supervisor|bookkeeper|controller|treasurer|professor|researcher|developer|"
    r"designer|trainer|"
    r"librarian|she/her|he/him|they/them|ph\.?d|m\.?ed|ed\.?d|mba|cpa)\b",
    re.I,
)
PROMO = re.compile(
    r"\b(?:proud(?:ly)?|trusted by|serving|serves?|award|winner|since \d{4}|our mission|empower|partner of|"
    r"member of|voted|"
    r"loved by|used by over|join (?:us|our)|check out|learn more|follow|watch|read our|download our|visit (?:us|"
    r"our)|(?:see|meet|find|catch) us (?:at|in|on)|love (?:working|partnering) with|ask (?:me|us) about|"
    r"new!|webinar|book a (?:demo|meeting|call)|schedule a (?:demo|meeting|call)|offices in)\b",
    re.I,
)

_CONTENT_LABEL = (
    r"(?:schools?|locations?|sites?|buildings?|campus(?:es)?|departments?|depts?|users?|used (?:by|at|in)|use|"
    r"where|when|who|"
    r"deadline|due(?: date)?|needed by|need(?:ed)? sign[- ]?off|sign[- ]?off|approv(?:al|e)[a-z ]{0,20}|"
    r"target date|by when|date|"
    r"product|order form|quote|quotation|estimate|proposal|rfi(?: form)?|soppa(?: form)?|attach(?:ed|ments?)|"
    r"enclos(?:ed|ures?)|encl|"
    r"quantity|licen[cs]es|seats|price|total|cost|term|grades?)"
)
CONTENT_LABEL = re.compile(rf"^[\W\d_]{{0,6}}{_CONTENT_LABEL}\b[^:=]{{0,60}}?\s*(?::|=|->|→|=>| [-–—] )", re.I)
ANY_LABEL = re.compile(r"^[\W\d_]{0,6}[A-Za-z][\w/&()'’?., -]{1,70}?\s*(?::(?!//)|->|→|=>)\s*")
SALUTATION = re.compile(r"^(?:dear|hello|hi|hey|greetings|good (?:morning|afternoon|evening|day)|to whom)\b", re.I)
BULLET = re.compile(r"^(?:[-*•‣◦–—]|\(?\d{1,2}[.)]|\(?[a-e][.)])\s+\S", re.I)
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
CONTENT = re.compile(
    r"\$\s?\d|\bUSD\b|\t.*\d|\b(?:please|kindly|attached|attaching|enclosed|herewith|deadline|sign(?:ed)?[- ]?off|"
    r"approv\w*|"
    r"order forms?|quotes?|quotations?|estimate|invoice|licen[cs]es?|quantity|rfi|soppa|"
    r"will (?:be )?us(?:e|ed|ing)|would like|for use (?:at|in|by)|need(?:s|ed)? (?:by|it|to|the|your)|used (?:at|"
    r"by|in)|"
    r"going to (?:be )?us|forgot|sorry|asap|as soon as|let me know|questions?|call me|reach out to me|"
    r"withdraw|disregard|instead|corrected?|updated?|revised)\b"
    rf"|\b{MONTH} ?\d{{1,2}}\b|\b\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?\b|\b\d{{4}}-\d{{2}}-\d{{2}}\b"
    r"|\b(?:I|I'm|I’m|I'll|I’ll|I've|I’ve|we'd|we’d|we'll|we’ll|we (?:would|will|need|have|can|are|hope|expect|"
    r"ask))\b",
    re.I,
)
SCHOOL_WORD = re.compile(
    r"\b(?:schools?|elementary|elem|middle|high|academy|academies|primary|kindergarten|pre-?k|learning center|"
    r"career center|"
    r"district|district-?wide|departments?|campus|building|office|library|all|both|grades?|hs|ms|es)\b",
    re.I,
)
NAME_LIKE = re.compile(
    r"^(?:(?:Dr|Mr|Mrs|Ms|Mx|Prof|Rev)\.? )?[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|van|von|de|der|den|del|della|da|"
    r"di|la|le|bin|al|y))"
    r"{1,4}(?:,? (?:Jr|Sr|II|III|PhD|Ph\.D|Ed\.?D|MBA|M\.?Ed|CPA|Esq)\.?){0,2}$"
)
SENTENCE_END = re.compile(r"[.?!…][\"')\]]*$")
NEW_SENTENCE = re.compile(r"(?<!\bInc)(?<!\bCorp)(?<!\bLtd)(?<!\bCo)(?<!\bDr)(?<!\bSt)[.?!] [A-Z]\S* \S+")
CORPORATE_END = re.compile(r"\b(?:Inc|Corp|Co|Ltd|LLC|L\.L\.C|Jr|Sr|Ph\.D|Ed\.D|M\.Ed|S\.A|St|Ave|Rd|Blvd|Dr)\.$")
# offices that sellers have and that use no software of theirs at a school
SELLERS_OFFICE = re.compile(
    r"(?:the\s)?(?:contracts?|(?:inside\s|education\s|k-?12\s)?sales|licensing|bids?(?:\s(?:and|&)\sproposals?)?|proposals?|"
    r"partnerships?|customer\s(?:success|support|service|care)|renewals?|orders?|order\s(?:desk|management)|"
    r"account\smanagement|vendor\srelations|public\ssector|privacy(?:\s(?:and|&)\scompliance)?|compliance|"
    r"contracts?\s(?:and|&)\s(?:\w+\s){0,2}?(?:licensing|compliance|privacy|legal))\s"
    r"(?:department|dept\.?|team|office|desk|group|administration)",
    re.I,
)
