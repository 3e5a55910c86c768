"""Names of the list that are none where they stand: streets, companies, editions, other people's departments."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.locations import places_asked
from soppa_mailbot.finding.locations import places_context as context
from soppa_mailbot.finding.locations import places_offices as offices
from soppa_mailbot.finding.locations.places_foreign import foreign
from soppa_mailbot.finding.locations.places_found import in_answer
from soppa_mailbot.finding.locations.places_labels import Region
from soppa_mailbot.finding.locations.places_mention import Mention
from soppa_mailbot.finding.locations.places_names import Names
from soppa_mailbot.finding.locations.places_papers import in_brackets
from soppa_mailbot.finding.locations.places_unknown import looks_personal
from soppa_mailbot.finding.locations.places_used import WHO_USES, gets_seats, listed_as, subject_of_use
from soppa_mailbot.finding.locations.places_words import PEOPLE
from soppa_mailbot.finding.locations.places_worked import works_with_it


def is_no_place(
    text: str, m: Mention, region: Region | None, every: list[Mention], names: Names, loosely: bool
) -> bool:
    """A street, a company, a person, the vendor itself, another district's school."""
    before, after = text[max(0, m.start - 80) : m.start], text[m.end : m.end + 80]
    if m.department:
        return _not_our_department(m, before, after, inside=in_answer(region, m.start), loosely=loosely)
    listed = any(m.end < o.start <= m.end + 2 for o in every)  # "East High, PA North": no city and its state
    if foreign(before, "" if listed else after, strong=m.strong, district_words=names.district_words):
        return True
    if not m.strong and _IS_AN_EDITION.match(after):
        return True
    if m.strong or in_answer(region, m.start):
        return False
    if context.OURS.search(before) and _NAMES_AN_EDITION.match(after):
        return True
    if m.core in names.vendor_core and m.core not in names.district_core:
        return True
    return looks_personal(text, m, every)


_IS_AN_EDITION = re.compile(r"[ ](?:Edition|Suite|Bundle|Pro|Plus)\b(?![ ](?:[Ss]chool|[Bb]uilding))")
# "our Edison Edition": the operator's product
_NAMES_AN_EDITION = re.compile(
    r"[ ](?:Edition|Suite|Series|Collection|Bundle|Kit|App|Platform|Reader|Plus|Pro|Player|Studio|Library|Program|"
    r"Package|"
    r"Curriculum|Method|System|Tool|Cloud|Pack)\b"
)


def _not_our_department(m: Mention, before: str, after: str, *, inside: bool, loosely: bool) -> bool:
    if m.acronym and not m.strong and offices.names_a_course(after):
        return True  # "Tecumseh (IT pathway)"
    if inside:
        return False
    if not m.strong and (_FIRM_BEHIND.match(after) or (_NAME_BEFORE.search(before) and _NAME_BEHIND.match(after))):
        return True
    if context.OURS.search(before):
        return True
    if (
        m.acronym
        and not m.strong
        and not (loosely and offices.of_some_office(before, after))
        and not in_brackets(before, after)
        and not (offices.department_uses(before, "") or re.search(r"\band[ ](?:the[ ]|your[ ])?$", before))
        and not _ACRONYM_USES.match(after)
        and not gets_seats(after)
        and not WHO_USES.match(after)
        and not works_with_it(before, after)
        and not listed_as(before, after)
        and not places_asked.asked(before, after, department=True)
    ):
        return True
    told = " " in m.words or _ITS_PEOPLE.match(after) or offices.names_a_user(before)
    if not m.strong and not m.capital and not (told and _is_meant(before, after, loosely=loosely)):
        return not (loosely and _USED_BY_THE.search(before) and _ENDS_THERE.match(after))
    return not m.strong and bool(
        re.match(
            r"[ -]+(?:students?|costs?|services|"
            r"needs(?![ ](?:it|this|that|them)(?:[ ]?[.,;!)]|$|[ ](?:in|by|for|to|up|now|before)\b)"
            r"|(?:[ ](?-i:[A-Z])[\w-]+|[ ]{2,})[ ](?:\w+[ ])?(?:approved|by|before|for|to)\b)|"
            r"records?|data|plans?(?![ ](?:the|to|on|its|their|all|every|a)\b)|vehicles|laws?|fees|compliance|"
            r"purposes|software|product|platform|form|rfi|rights|skills|"
            r"requirements?|standards|systems?|infrastructure|questions?|security)\b",
            after,
            re.I,
        )
    )


# "Westfield Technology Supply is pleased to quote": a word in the middle of a company's name
_FIRM_BEHIND = re.compile(
    r"[ ](?:Suppl(?:y|ies)|Associates|Partners|Group|Solutions|Systems|Works|Direct|Depot|Source|"
    r"Corp(?:oration)?|Inc|LLC|Ltd|Co|Company|Consultants|Consulting|Publishing|Publishers|Press|Labs|Ventures|Holdings|Distributors|Brokers|"
    r"Resellers?)\b"
)
_NAME_BEFORE = re.compile(r"(?<![.!?:][ ])(?<!^)\b[A-Z][a-z]+[ ]$")
_NAME_BEHIND = re.compile(r"[ ][A-Z][a-z]+\b")


# "used by your finance people"
_ITS_PEOPLE = re.compile(rf"[ ](?:{PEOPLE}|crews|employees|personnel|workers|clerks)\b", re.IGNORECASE)
# "It will be used by the libraries." where no other place is named: of a school's own library more would be said
_USED_BY_THE = re.compile(
    r"\b(?:will|would|shall|to)[ ](?:only[ ])?be[ ]used[ ](?:\w+ly[ ])?(?:by|in)[ ](?:the|your)[ ]$", re.IGNORECASE
)
_ENDS_THERE = re.compile(r"[ ]?(?:[.;!)]|$|,[ ](?:and|so|approval|sign-?off|we)\b)", re.IGNORECASE)
_THE = re.compile(r"\b(?:the|your|our|their|district's|\w+'s)[ ]$", re.IGNORECASE)


def _is_meant(before: str, after: str, *, loosely: bool) -> bool:
    """Whether two words of a department's name in small letters are its name: "your bus garage will use it"."""
    if offices.definite_use(before) or (_THE.search(before) and subject_of_use(after)):
        return True
    return loosely and bool(_THE.search(before))


# "HR will be using it", "The District's IT and Finance teams are the users": two letters count as a department here
_ACRONYM_USES = re.compile(
    rf"(?:[ ]{PEOPLE})?[ ](?:(?:will|would|is|are|be|only|sole|also|to|the|plans?|on)[ ]){{0,5}}"
    r"(?:us(?:e|es|ing|ers?)|pilots?)\b"
    rf"|(?:[ ]{PEOPLE})?[ ](?:(?:also|really|now)[ ])?(?:wants?|needs?|would[ ]like)"
    r"(?:[ ]to[ ](?:buy|have|get|order|use|license))?"
    # the product's name, which may be blanked
    r"(?:[ ]{3,}|[ ][A-Z][a-z]\w+)(?=[.,;!)]|$|(?:(?<=[ ])|[ ])(?:for|and|in|by|so|seats|licen[cs]es)\b)"
    # "needs it by Friday", "for its files": that may be a paper
    rf"|(?:[ ]{PEOPLE})?[ ](?:(?:also|really|now)[ ])?(?:wants?|needs?|would[ ]like)[ ](?:it|this)"
    r"(?=[.!)]|$|[ ](?:for|in)\b)"
    r"(?![ ]for[ ](?:\w+[ ])?(?:records?|files?|review|signatures?|approval|audit|insurance|rostering|payment)\b)"
    r"|(?:[ ](?:at|of|in)[ ]{2,})?[ ]?(?:has[ ]|have[ ]|had[ ])?(?:selected|chosen|picked|chose|ordered|"
    r"bought)[ ](?:our|this|[A-Z])"
    r"|(?:,[ ]?|,?[ ](?:and|&)[ ])(?:the[ ]|your[ ])?[A-Z][\w&]+(?:[ ][A-Z]\w+)?[ ]"
    r"(?:teams?|staff|people|folks|personnel|[Dd]ep(?:artmen)?ts?\.?|[Oo]ffices?)(?!\w)"
    r"(?![ ]\w*[ ]?(?:review|sign|approv|process))"
    r"|(?:,[ ]?|,?[ ](?:and|&)[ ])(?:the[ ]|your[ ])?[A-Z][\w&]+(?:[ ][A-Z]\w+){0,2}[ ]"
    r"(?:(?:will|would|is|are|be|both|all|also|to|the|only|sole)[ ]){0,4}us(?:e|es|ing|ers?)\b",
)
