"""Days and words of approval in German, French and Spanish: operators abroad write as at home.

Only words of approval speak for a day; a mail that says no more than "by January 29" in such a language names none.
"""

from __future__ import annotations

from soppa_mailbot import lazy_re as re

_SPANISH = {
    "enero": 1, "febrero": 2, "marzo": 3, "abril": 4, "mayo": 5, "junio": 6, "julio": 7, "agosto": 8, "septiembre": 9,
    "setiembre": 9, "octubre": 10, "noviembre": 11, "diciembre": 12,
}  # fmt: skip
_GERMAN = {
    "januar": 1, "jänner": 1, "februar": 2, "märz": 3, "maerz": 3, "april": 4, "mai": 5, "juni": 6, "juli": 7,
    "august": 8, "september": 9, "oktober": 10, "november": 11, "dezember": 12,
}  # fmt: skip
_FRENCH = {
    "janvier": 1, "février": 2, "fevrier": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7, "août": 8,
    "aout": 8, "septembre": 9, "octobre": 10, "novembre": 11, "décembre": 12, "decembre": 12,
}  # fmt: skip
FOREIGN_MONTHS = {**_SPANISH, **_GERMAN, **_FRENCH}
_GERMAN_NAME = rf"(?:{'|'.join(_GERMAN)})\b"
# "We ordered 29. September suits us" is English: such a month needs its year, or a German word before its day
_SURELY = rf"{_GERMAN_NAME}(?:(?<!april)(?<!august)(?<!september)(?<!november)|(?=[ ]20\d\d\b))"
_BEHIND = r"(?:(?<=(?:bis|zum|den|dem|vom)[ ]\d\.[ ])|(?<=(?:bis|zum|den|dem|vom)[ ]\d\d\.[ ]))"
_GERMAN_MONTH = rf"(?:{_SURELY}|{_BEHIND}{_GERMAN_NAME})"
# a day's number whose full stop ends no sentence
GERMAN_DAY = re.compile(rf"(?<![\d.,])\d{{1,2}}\.[ ]+{_GERMAN_MONTH}", re.IGNORECASE)

# "29. Januar 2027", "1er mars", "20 de noviembre de 2026"
FOREIGN_DAY = re.compile(
    r"\b(?:(?:lunes|martes|mi[eé]rcoles|jueves|viernes|lundi|mardi|mercredi|jeudi|vendredi|montag|dienstag|mittwoch|"
    r"donnerstag|freitag),?[ ])?(?:(?:el|le|den|dem)[ ])?"
    rf"(?<![\d.,/-])(?P<day>\d{{1,2}})(?:[ ]de[ ](?P<spanish>{'|'.join(_SPANISH)})|"
    rf"\.[ ]?(?P<german>{_GERMAN_MONTH})|"
    rf"(?:er)?[ ](?P<french>{'|'.join(_FRENCH)}))\b(?:[ ](?:(?:de|del)[ ])?(?P<year>20\d\d))?",
    re.IGNORECASE,
)
# "bis 12.01.2027", "avant le 12/02/2027": which of the two is the month, nobody can tell
DAY_OR_MONTH_FIRST = re.compile(r"(?<!\w)(?:bis|zum|spätestens|dem|den|le|au|avant)[ ]$", re.IGNORECASE)

_GERMAN_YES = r"(?:genehmig\w*|freigabe|freigegeben|freizugeben|zustimmung|zuzustimmen|bewillig\w*)"
_FRENCH_YES = (
    r"(?:approbation|approuv\w+|validation|feu[ ]vert|autorisation|"
    r"accord(?=[ ](?:final|définitif|écrit|du[ ]district)))"
)
_BY_GERMAN = r"(?:bis(?![ ]jetzt|her)|spätestens|vor[ ]dem)\b"
_BY_FRENCH = r"(?:au[ ]plus[ ]tard|avant[ ]le|d'ici|pour[ ]le)\b"
_FAR = r"[^;:!?\n]{0,90}?"
FOREIGN_APPROVAL = (
    r"aprobaci[oó]n(?:\s+final)?\b(?!\s+(?:final\s+)?(?:fue|tuvo|de[l]?\s+(?:presupuesto|pago|cuenta)))|visto bueno",
    # "die Genehmigung des Distrikts brauchen wir bis zum"; not "die Genehmigung vom 3. Mai"
    rf"{_GERMAN_YES}\b(?={_FAR}\b{_BY_GERMAN})",
    rf"{_FRENCH_YES}\b(?={_FAR}\b{_BY_FRENCH})",
    # "Bis zum 29. Januar 2027 brauchen wir die Genehmigung"
    rf"^{_BY_GERMAN}(?:[ ](?:spätestens|zum|am|den))*(?=[ ](?:\w+,?[ ](?:den[ ])?)?\d{{1,2}}\.{_FAR}\b{_GERMAN_YES}\b)",
    rf"^{_BY_FRENCH}(?:[ ](?:le|au))?(?=[ ](?:\w+,?[ ])?\d{{1,2}}(?:er)?[ ]{_FAR}\b{_FRENCH_YES}\b)",
)
# what else a day is of: an offer's end, a start, a course, a bill, what was given already
FOREIGN_AGAINST = (
    r"(?:gültig\w*|gilt|gelten|bindefrist|bindend|läuft|laufzeit|ab[ ](?:dem|sofort)|beginn\w*|schulung\w*|rechnung\w*|"
    r"liefer\w*|einführung\w*|erhalten|erteilt|wurden?|worden|vom)\b",
    r"(?:valables?|valides?|validité|factur\w+|livraison|(?:la|de|une)[ ]formation|à[ ]partir|dès|depuis|début|"
    r"commenc\w+|démarr\w+|renouvel\w+|a[ ]été|ont[ ]été|a[ ]eu[ ]lieu|avons[ ](?:reçu|obtenu)|rentrée|"
    r"jusqu'(?:au|à|en))\b",
)
