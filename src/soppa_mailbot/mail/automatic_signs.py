"""What automatic replies say: that somebody is away or has left, that a mail has arrived, is held, or must wait.

Each pattern is one sign. Persons say most of them, too; `automatic_texts` asks for two, and for nothing beside.
"""

from __future__ import annotations

from soppa_mailbot import lazy_re as re

_MAIL = (
    r"(?:e-?mails?|messages?|notes?|mail|inquir(?:y|ies)|enquir(?:y|ies)|requests?|questions?|tickets?|cases?|"
    r"correspondence)"
)
_AM = r"(?:i am|i'm|im|i will be|i'll be|i shall be|you(?:'ve| have) (?:caught|reached) me)"

AWAY = re.compile(
    rf"\b{_AM} (?:currently |presently |now |still |away and |likely |mostly )*(?:"
    r"out(?:side)? of (?:the |my |our )?(?:office|building|country|town|state)|out (?:until|till|through|from|on|"
    r"this|next|all|"
    r"sick|today|for)|ooo\b|away\b|off (?:until|till|through|from|on|this|next|all|work|today|for|the grid|grid)|"
    r"taking (?:\w+ ){0,2}time off|taking (?:a|some) (?:\w+ )?(?:break|leave|vacation)|"
    r"(?:observing|celebrating) [^.!?]{0,40}(?:holidays?|sabbath|passover|eid|christmas)|"
    r"on (?:\w+ ){0,2}(?:leave|vacation|holidays?|pto|break|sabbatical|jury duty)|travel(?:l)?ing|on the road|"
    r"(?:at|attending) (?:an?|the) [^.!?]{0,40}(?:conference|trade show|exhibition|training|meeting|summit)|"
    r"unavailable|unreachable|offline|"
    r"not (?:in|at) (?:the|my) (?:office|desk|building)|with(?:out| no| limited| little) (?:\w+ )?(?:access|"
    r"e-?mail|internet))"
    r"|(?:^|[.!?] )\W*(?:out (?:sick|today|until|till|all)\b|(?:currently |"
    r"presently )?(?:out of (?:the )?office|"
    r"on (?:vacation|(?:\w+ )?leave|holiday)|away from (?:my |the )?(?:desk|office|e-?mail))\b)"
    r"|\b(?:i|we) (?:have|will have|'ll have)(?: only)? (?:no|limited|little|intermittent|sporadic|spotty)(?: or no)? "
    r"(?:access|internet|connectivity|e-?mail|service)"
    r"|\bich (?:bin|werde)\b.{0,60}\b(?:nicht im (?:büro|haus)|abwesend|im urlaub|außer haus|nicht erreichbar)"
    r"|\bje (?:suis|serai) (?:actuellement |en ce moment )?(?:absente?|en (?:congés?|vacances|déplacement))"
    r"|\b(?:estoy|estaré|me encuentro) (?:actualmente )?(?:fuera de (?:la )?oficina|de vacaciones|ausente|de viaje)"
    r"|\bno (?:estoy|estaré) en la oficina|\b(?:sono|sarò) (?:fuori (?:ufficio|sede)|in ferie|assente)"
    r"|\b(?:estou|estarei) (?:fora do escritório|de férias|ausente)"
    r"|\bik ben\b.{0,40}\b(?:afwezig|niet op kantoor|met vakantie|op vakantie)",
    re.IGNORECASE,
)
RECEIVED = re.compile(
    rf"\b(?:your|the|this) {_MAIL}(?: [\"(][^\")]{{0,120}}[\")])? (?:has|have|was|were|is)(?: (?:now|just|been|"
    rf"successfully|safely|"
    r"also|already))* (?:received|logged|landed|arrived|registered|recorded|opened|created|queued|assigned|"
    r"delivered|(?:very |really )?important to us|"
    r"routed|in our (?:inbox|queue|system))"
    rf"|\b(?:we|i)(?:'ve| have| did)?(?: (?:successfully|now|safely))? (?:received?|got(?:ten)?) your {_MAIL}"
    rf"|\b(?:acknowledg(?:e|es|ing|ement of)|confirm(?:s|ing|ation of)?) (?:the |that )?(?:receipt of|we(?:'ve|"
    rf" have)? (?:received|got)) your {_MAIL}"
    r"|\b(?:an?|your) (?:new )?(?:(?:support|service|help ?desk|customer|sales) )?(?:ticket|case|request|incident)"
    r"(?: (?:number|no\.?|id))?(?: #?[\w-]{0,30}\d[\w-]{0,30})? (?:has been|was|is now) (?:opened|created|logged|"
    r"registered|assigned|received|raised)"
    r"|\b(?:ticket|case|request|incident)(?: number)? #?[\w-]{0,30}\d[\w-]{0,30} (?:has been|was) "
    r"(?:opened|created|logged|received)\b"
    rf"|\byour {_MAIL} (?:has |will )?(?:then )?reach(?:ed)? (?:us|our|my|the|me|(?-i:[A-Z]))"
    rf"|\b(?:opened|created|logged|raised) (?:an?|the following) (?:\w+ )?(?:ticket|case)\b",
    re.IGNORECASE,
)
CLOSED = re.compile(
    r"\b(?:our|the|all|its) (?:\w+ ){0,3}(?:offices?|company|warehouse|team|building|store|shop|phones|business)"
    r" (?:is|are|will be|remains?|will remain) (?:currently |now )?closed\b"
    r"|\bwe(?:'re| are| will be|'ll be) (?:currently |now )?closed\b|\b(?:is|are|be) closed (?:for|from|"
    r"in observance|on|this|next|today|the week|"
    r"through|until)\b|\boutside (?:of )?(?:our )?(?:normal |regular |usual )?(?:business|office|opening|"
    r"working) hours\b",
    re.IGNORECASE,
)
# a filter that wants the writer to prove that he is one
HELD = re.compile(
    r"\b(?:your|this|the) (?:e-?mail|message|mail)(?: to \S+)? (?:is|has been|was|will be)(?: (?:being|now|currently))?"
    r" (?:held|quarantined|delivered|on hold|blocked|waiting|pending|queued)\b"
    r"|\b(?:not|n't)(?: yet)? (?:been )?(?:on|in|among|part of) (?:my|our|his|her|the|their) (?:list of )?"
    r"(?:approved|allowed|trusted|known|safe|accepted|white-?list|allow-?list|contacts?|address book)\b"
    r"|(?:\bnot|n't) (?:recognize|know) (?:your (?:e-?mail )?address|you)\b|\bverify your (?:e-?mail )?address\b"
    r"|\b(?:prove|confirm|verify|show) (?:that )?you(?:'re| are) (?:(?:really )?human|an? (?:real |"
    r"actual )?(?:person|human|sender)|"
    r"not an? (?:ro)?bot|not (?:a |some )?(?:spam\w*|machine|computer))"
    r"|\bto (?:have|get|let|release|deliver|complete|ensure)\b[^.!?]{0,60}\b(?:deliver(?:y|ed)|released?|"
    r"get through)\b"
    r"[^.!?]{0,60}\b(?:click|reply|answer|confirm|follow|verify|enter|type)\b"
    r"|\b(?:click|reply|confirm|follow|verify|enter)\b[^.!?]{0,60}\bto (?:have|get|let|release|deliver|complete)\b"
    r"[^.!?]{0,60}\b(?:deliver(?:y|ed)|released?|get through|your (?:message|e-?mail))\b",
    re.IGNORECASE,
)
MACHINE = re.compile(
    r"\b(?:this|the following|you are receiving this) (?:(?:is|was|has been|as|e-?mail|message|reply|response|note|"
    r"just|only) )*"
    r"(?:an? )?auto(?:mat(?:ic|ed|ically))?[- ]?(?:generated |sent |created )?"
    r"(?:repl(?:y|ies)|respon[sd]\w*|answer|e-?mails?|messages?|mail|acknowledg\w*|notification|notice|"
    r"confirmation|generated|sent)\b"
    r"|^\W*(?:automat(?:ic|ed)|auto)[- ]?(?:reply|response|message|acknowledg\w*)\b",
    re.IGNORECASE,
)
_EMPLOYED = (
    r"(?:no longer|not any longer)(?: (?:an?|an active|currently))?(?: (?:with|employed|employee|working|works?|"
    r"part of|at|a member|associated|"
    r"affiliated|here|available at))\b|\b(?:has|have) (?:left|departed|retired|moved on)\b|\bleft (?:the company|"
    r"the team|(?-i:[A-Z])\w+)\b"
)
LEFT = re.compile(rf"\b(?:is|are|has|have|who|am) {_EMPLOYED}|\b{_EMPLOYED}|\bno longer works?\b", re.IGNORECASE)
# who says so of himself or of this very mailbox cannot be read there any more
OWN_LEFT = re.compile(
    rf"\bi (?:am|do) {_EMPLOYED}|\bi(?:'m| am) {_EMPLOYED}|\bi no longer work (?:at|for|with|here)\b"
    r"|\b(?:this|the) (?:e-?mail )?(?:mailbox|account|address|inbox|employee|person|user|individual|recipient)"
    r"(?: (?:you (?:are|have been|were) (?:trying to (?:reach|contact)|writing to|e-?mailing|contacting)))?"
    r" (?:is|has|was|will be|no longer)\b[^.!?]{0,30}?\b(?:no longer|not|n't|un)[ -]?(?:\w+ ){0,2}?(?:monitored|"
    r"read|in use|active|"
    r"attended|checked|used|with|works?|employed|valid)\b"
    r"|\bno longer (?:checks?|checked|monitored|active|in use)\b|\bi (?:no longer|do not|don't) (?:check|read|"
    r"monitor|use) this\b",
    re.IGNORECASE,
)
BACK = re.compile(
    r"\b(?:return(?:ing|s)?|be back|back (?:on|in|at|mon|tues?|wednes|thurs|fri|tomorrow|next)(?:day)?|"
    r"re-?open(?:ing|s)?|resum(?:e|es|ing)|until|till|zurück|"
    r"retour|regreso)\b",
    re.IGNORECASE,
)
_LATER = (
    r"\b(?:will|'ll|shall|aims? to|tr(?:y|ies) to|strives? to|endeavou?rs? to|do (?:our|my) best to|hopes? to) "
    r"(?:(?:\w+|as soon as possible|do my best to) ){0,2}?(?:reply|respond|answer|"
    r"get (?:right )?(?:back )?to (?:you|your|it|all)|"
    r"be (?:back )?in touch|follow up|return (?:your|all|calls|messages|e-?mails?)|read|review|look at|reach out|"
    r"contact you|write back|catch up|revert)\b"
    r"|\b(?:will|shall) be (?:answered|replied to|returned|handled|addressed|processed|read|reviewed|responded)\b"
    r"|\b(?:repl(?:y|ies)|responses?)(?: times?)? (?:may|might|will|could) be (?:delayed|slow\w*|longer|later)\b"
    r"|\b(?:expected|average|typical|normal|usual) (?:\w+ )?(?:response|reply|wait)\b|"
    r"\ballow\b[^.!?]{0,40}\b(?:repl(?:y|ies)|response)\b"
    r"|\b(?:make sure|ensure|see to it) (?:that )?your (?:e-?mail|message) (?:gets|reaches|goes)\b"
    r"|\b(?:typically|usually|normally|generally) (?:repl(?:y|ies)|responds?|answers?)\b"
    r"|\b(?:business|office|support|opening) hours are\b"
    r"|\b(?:within|in) (?:the )?(?:next )?[\w-]+ (?:to \w+ )?(?:business|working) (?:days?|hours?)\b"
)
_NOT_READ = (
    r"(?:\bnot|n't|\bno longer|\brarely|\bseldom|\bnever)(?: be| been| being| regularly| actively| always|"
    r" usually){0,2} "
    r"(?:read(?:ing)?|check(?:ed|ing)?|monitor(?:ed|ing)?|consult\w*|attended|forwarded|redirected)\b|"
    r"\bun(?:monitored|attended)\b"
    r"|\bcheck\w*\b[^.!?]{0,40}\b(?:sporadic|infrequent|intermittent|occasional)\w*"
    r"|\bnicht (?:weitergeleitet|gelesen|bearbeitet)\b|\bne (?:consulterai|sera|seront) pas\b"
)
_MEANWHILE = (
    r"\b(?:urgent|urgency|immediate(?:ly)?|emergenc\w+|pressing|can(?:'t|not) wait|time-sensitive|on fire)\b|"
    r"\bin my absence\b|\b(?:covering|filling in) for me\b|\bin the (?:meantime|interim)\b|"
    r"\bwhile (?:i|we)(?:'m| am|'re| are) (?:away|out|gone|closed)\b|\bin dringenden fällen\b|\ben cas d'urgence\b|"
    r"\ben mi ausencia\b"
    r"|\b(?:contact|reach out to|reach|call|write(?: to)?|e-?mail|direct [^.!?]{0,40}to|refer [^.!?]{0,40}to|"
    r"forward [^.!?]{0,40}to) (?:instead )?(?!(?:me|us|you)\b)"
    r"(?:[^.!?\n]{0,60}(?:@|\d{3}-\d{4})|(?-i:[A-Z]))"
)
_THANKED = (
    r"\b(?:thanks|thank you|thx)(?: (?:so|very) much| a lot| again)? for (?:(?:your|the|this|sending|"
    r"taking) (?:\w+ ){0,2}?(?:e-?mails?|"
    r"messages?|mail|notes?|inquiry|enquiry|request|interest|patience)|(?:contacting|reaching out|writing|"
    r"getting in touch|e-?mailing|"
    r"messaging|dropping|(?:submitting|opening|sending) (?:an?|your) (?:request|ticket|inquiry|question)))\b|"
    r"\bvielen dank für ihre (?:nachricht|e-?mail|mail)\b|\bmerci (?:de|"
    r"pour) votre (?:message|e-?mail|courriel)\b"
    r"|\bgracias por (?:su|tu) (?:mensaje|correo)\b"
)
_NUMBERED = (
    r"\b(?:case|ticket|reference|request|incident|tracking)(?: (?:number|no\.?|id|ref))?(?: is|:| :| #|#|"
    r" number)\s*#?[A-Z-]{0,5}\d"
    r"|\b(?:keep|leave|include|quote|mention|reference)\b[^.!?]{0,40}\b(?:number|subject(?: line)?|id|ref\w*)\b"
    r"|\b(?:do not|don't|please do not) (?:reply|respond|change the subject)\b|\babove this line\b"
    r"|\b(?:do not|don't) (?:open|submit|create) (?:an?|another) (?:\w+ )?(?:ticket|case|request)\b"
    r"|\bbeing (?:reviewed|processed|assigned|looked at)\b|\badd (?:\w+ )?(?:comments|information|details)\b"
)
_ONE_CLICK = (
    r"\b(?:reply|respond) to this (?:e-?mail|message)\b|\boriginal message\b|\bclick\w*|\bone[- ]time\b|\bspam\b|"
    r"\bjunk(?: |-)?(?:e-?)?mail\b|"
    r"\bonly (?:have|need) to do this once\b|\bverif(?:y|ied|ication)\b|\bsenders?\b|\basked again\b|"
    r"\bfuture (?:messages|e-?mails?)\b"
)
TOLD = (AWAY, RECEIVED, CLOSED, HELD, MACHINE, OWN_LEFT)
# what comes in their company
LATER = re.compile(_LATER, re.IGNORECASE)
NOT_READ = re.compile(_NOT_READ, re.IGNORECASE)
MEANWHILE = re.compile(_MEANWHILE, re.IGNORECASE)
THANKED = re.compile(_THANKED, re.IGNORECASE)
NUMBERED = re.compile(_NUMBERED, re.IGNORECASE)
ONE_CLICK = re.compile(_ONE_CLICK, re.IGNORECASE)
COMPANY = (BACK, LATER, NOT_READ, MEANWHILE, THANKED, NUMBERED, ONE_CLICK)
# a sentence of these says nothing else; "in the meantime" may open any
WHOLE = (*TOLD, BACK, LATER, NOT_READ, THANKED, NUMBERED, ONE_CLICK)
