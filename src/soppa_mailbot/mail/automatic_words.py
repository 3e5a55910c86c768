"""How machines name themselves and their mail: local parts of addresses, and the subjects that the big systems use."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re

# RFC 3834 §2, RFC 5230 §4.6: addresses that no person reads
DAEMON = re.compile(
    r"(?:mailer[-_.]?daemon|mail[-_.]?daemon|postmaster|mail[-_.]?delivery(?:[-_.]?(?:system|subsystem))?|mdaemon|"
    r"double[-_.]?bounce|bounces?|listserv|majordomo|auto[-_.]?(?:reply|responder|mailer)|(?:[\w.+-]+[-_.])?bounces?)"
    r"(?:[+=][^@]*)?(?:@|\Z)",
    re.I,
)
# of a return path: "bounces+4711-...@" there is the mailing software of half the vendors (VERP)
BOUNCER = re.compile(r"(?:mailer|mail)[-_.]?daemon(?:@|\Z)", re.I)
NO_REPLY = re.compile(
    r"[^@]*(?<![a-z])(?:no|do[-_.]?not|dont|never|not)[-_.]?(?:reply|respond|response|answer)(?![a-z])[^@]*@"
    # the addresses from which services for signatures send: dse@, dse_NA3@docusign.net, adobesign@, echosign@
    r"|dse(?:[_-]\w+)?@(?:[\w-]+\.)*docusign\.|(?:echosign|adobesign)@",
    re.I,
)
# RFC 5230 §4.6: people stand behind some of these, lists behind most
LIST_MACHINERY = re.compile(r"(?:owner-[^@]+|[^@]+-(?:request|owner|unsubscribe))@", re.I)

PAPER_NAME = re.compile(
    r"\.(?:pdf|docx?|docm|dotx|odt|rtf|pages|xlsx?|xlsm|ods|csv|zip|7z|tiff?|jpe?g|png|heic|heif|msg|eml)\Z|"
    r"^winmail\.dat\Z",
    re.I,
)

_OUT_OF_OFFICE = (
    r"(?:automatic|auto|automated)[- ]?(?:reply|replies|response|respons|responder|answer|acknowledg\w*)\b|auto\s?:|"
    r"out[- ]of[- ](?:the[- ])?office|ooo\b|away from (?:my|the) (?:office|desk|mail)|i(?:'|’)?m (?:away|out)\b|"
    r"i am (?:away|out)\b|"
    r"away until\b|on vacation\b|vacation (?:reply|response|message)|automatische (?:antwort|abwesenheit)|"
    r"abwesen(?:d|heit)|"
    r"réponse automatique|absence du bureau|respuesta automática|fuera de (?:la )?oficina|ausente\b|"
    r"resposta automática|"
    r"risposta automatica|fuori sede|automatisch antwoord|afwezig|autosvar|automatis(?:k|kt) svar|"
    r"automaattinen vastaus|"
    r"odpowiedź automatyczna|automatická odpověď|автоответ|автоматический ответ|自动回复|自動回覆|自動返信|자동 회신|"
    r"otomatik yanıt"
)
_FAILURE = (
    r"undeliver(?:able|ed)\b|delivery (?:status )?(?:notification|failure|has failed|report|delayed)|"
    r"(?:mail |message |e-?mail )?delivery (?:failed|failure|problem|unsuccessful)|mail delivery (?:system|"
    r"subsystem|failed|failure)|"
    r"returned (?:mail|to sender)|return(?:ed)?[ -]mail\b|failure notice|failed delivery|mail (?:failed|failure|"
    r"system error)|"
    r"mail could not be delivered|message (?:could not be delivered|delayed|undeliverable)|"
    r"non[- ]?delivery (?:report|notification)|"
    r"warning[-: ]+(?:could not send|message\b.{0,60}\bdelayed)|there was an error sending your mail|rejected mail\b|"
    r"complaint about message from|abuse report\b|spam report\b|aws notification message|"
    r"unzustellbar|nicht zustellbar|non remis|échec de la remise|no se puede entregar|não (?:foi )?entregue|"
    r"mancato recapito|"
    r"onbestelbaar|ваше сообщение не доставлено|メッセージを配信できません|メールエラー通知|配信不能|退信|系统退信"
)
_RECEIPT = (
    r"(?:not read|read|read receipt|return receipt|delivered|relayed|gelesen|nicht gelesen|übermittelt|lu|non lu|"
    r"leído|no leído|lido|"
    r"letto|non letto|gelezen|läst|læst|lest|已读|開封済み)\s?:|return receipt \(displayed\)|disposition notification"
)
_ACKNOWLEDGED = (
    r"\[?(?:request|ticket|case|message) (?:received|created|opened)\b|we(?:'|’)ve received your|"
    r"we have received your (?:e-?mail|"
    r"message|request|inquiry)|thank you for contacting\b|your (?:request|ticket|case) (?:has been|"
    r"was) (?:received|created|opened)|"
    r"\[ticket[ #:]|accepted:|declined:|tentative:|tentatively accepted:|message recall|recall:"
)
AUTOMATIC_SUBJECT = re.compile(rf"\s*[\[(*]{{0,3}}(?:{_OUT_OF_OFFICE}|{_FAILURE}|{_RECEIPT}|{_ACKNOWLEDGED})", re.I)
