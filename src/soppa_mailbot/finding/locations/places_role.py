"""What the words around a name say: will the software be used there, or is the name there for another reason?"""

from __future__ import annotations

from enum import IntEnum

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.locations.places_denied import (
    ADDED,
    ANOTHER_YEAR,
    BEFORE_CLAUSE_DENIED,
    DENIED_AFTER,
    DENIED_BEFORE,
    PERHAPS_ADDED,
    RENEWS_THEN,
    denied_directly,
    only_contrasts,
)
from soppa_mailbot.finding.locations.places_once import (
    ANOTHER_NOW,
    BEGAN_AS,
    DID_ONCE,
    HAS_BEEN_IN,
    IN_YEAR,
    IS_OVER,
    MOVED_ON,
    ONCE_IN,
    PILOT_AT,
    SINCE,
    THEN,
    use_goes_on,
)
from soppa_mailbot.finding.locations.places_opening import talked_with, without_opening
from soppa_mailbot.finding.locations.places_other_dealings import of_another_dealing
from soppa_mailbot.finding.locations.places_papers import (
    ENDS_HERE,
    PAPER_FOR_NAME_AT,
    PAPER_FOR_PRODUCT_AT,
    SUBMITS,
    in_brackets,
)
from soppa_mailbot.finding.locations.places_persons import (
    AND_ANOTHER,
    CONTACT_AFTER,
    CONTACT_BEFORE,
    GREETED_ALREADY,
    GREETING,
    SEAT_FOR_PERSON,
    listed_below,
    works_at,
)
from soppa_mailbot.finding.locations.places_put import put_there
from soppa_mailbot.finding.locations.places_references import (
    A_CUSTOMER,
    AND_MANY,
    DELIVERED_TO,
    DID_SO,
    FOR_REFERENCE,
    INVITES_OR_SPONSORS,
    LANDMARK,
    LISTS_REFERENCES,
    VOUCHES,
    WILL_THEMSELVES,
)
from soppa_mailbot.finding.locations.places_sat_out import sits_out
from soppa_mailbot.finding.locations.places_told import only_supposed, tells_something_else
from soppa_mailbot.finding.locations.places_used import (
    ASKED_BY,
    DIRECTLY,
    NOW_BUYS,
    NOW_WANTS,
    ONLY,
    SIGNED_UP,
    TO_SUPPLY,
    USED_AT,
    USED_BY,
    USES_AFTER,
    WHO_USES,
    WILL_USE,
    are_all,
    holds_seats,
    is_chosen,
    listed_as,
    subject_of_use,
    taken_by,
)
from soppa_mailbot.finding.locations.places_visited import only_visited
from soppa_mailbot.finding.locations.places_words import PEOPLE


class Role(IntEnum):
    """Why a place is named, the strongest reason highest."""

    FOREIGN = 0  # an address, a company, a person, another district's school: no place of ours at all
    DENIED = 1  # "not at Lincoln", "Lincoln already uses it", "last year at Lincoln", "maybe Lincoln"
    CONTACT = 2  # "the principal at Lincoln asked us", "a purchase order from Lincoln", "training at Lincoln"
    NAMED = 3  # named, and nothing said
    USED = 4  # "used by Lincoln", "for Lincoln", a line that holds nothing but names
    ANSWER = 5  # behind a label: "Schools: Lincoln"


CLAUSE = re.compile(
    r"[;:]|[ ](?:but|while|whereas|and[ ]now|now|so)[ ]|[.!?][ ]|[ ](?:it[ ]is|it's)[ ](?=$)"
    # "After a pilot last spring, the committee wants it at"
    r"|,[ ](?=(?:the|our|your|their)[ ]\w+[ ](?:now[ ])?(?:wants?|would|plans?|asked|decided|chose|has[ ]decided|"
    r"is|are|will)\b)"
    # "As you already have our agreement, here is the quote for": what is handed in is another clause
    r"|,[ ](?:then[ ])?(?=(?:here(?:'s|[ ](?:is|are))|(?:please[ ])?find|attached|enclosed|"
    r"(?:(?:we|i)(?:'re|'m|'d|'ll|[ ](?:are|am|would|will))?[ ](?:only|just|now|also|like[ ]to|[ ]){0,3}"
    r"(?:send(?:ing)?|attach(?:ing)?|submit(?:ting)?|enclos(?:e|ing)|need|add|order|request))|"
    r"this[ ]is|below[ ]is)\b)",
    re.I,
)
_NEW_SUBJECT = re.compile(r",[ ](?:the[ ])?$")


def role(before: str, after: str, piece: str, *, alone: bool) -> Role:
    """Why a chain of names stands in its sentence. `alone`: the piece holds nothing else."""
    before = without_opening(before)
    if talked_with(before, after) or of_another_dealing(before, after):
        return Role.CONTACT
    if (WHO_USES.match(after) or USED_AT.search(before)) and not DENIED_BEFORE.search(before):
        return Role.USED
    if ASKED_BY.search(before) and TO_SUPPLY.match(after):
        return Role.USED
    if (
        GREETING.fullmatch(before + "x")
        and not GREETED_ALREADY.match(before)
        and len(after.strip(" ,!:.")) < 25
        and not (subject_of_use(after) or NOW_WANTS.search(f"and {after}"))
        and re.match(r"[ ]*(?:dear|hi|hello|hey|good|greetings)\b", before, re.I)
    ):
        return Role.CONTACT
    clause = CLAUSE.split(before)[-1]
    if _NEW_SUBJECT.search(before) and subject_of_use(after):
        clause = ""  # "After last year's pilot at Lincoln, Oak Ridge will use it"
    goes_on = (use_goes_on(piece) or NOW_BUYS.match(after) is not None) and not ANOTHER_NOW.match(after)
    if (
        LISTS_REFERENCES.match(before)
        or AND_MANY.match(after)
        or (FOR_REFERENCE.match(before) and DID_SO.match(after))
        or (VOUCHES.match(after) and not WILL_THEMSELVES.match(after))
    ):
        return Role.FOREIGN
    if not goes_on and A_CUSTOMER.match(after) and not (subject_of_use(after) or NOW_WANTS.search(after)):
        return Role.FOREIGN
    if (
        only_visited(before, after)
        or LANDMARK.search(before)
        or DELIVERED_TO.search(before)
        or INVITES_OR_SPONSORS.search(before)
    ):
        return Role.FOREIGN
    if ONLY.search(before) and SIGNED_UP.match(after):
        return Role.USED
    once = ONCE_IN.match(after) or (DID_ONCE.search(clause) and IN_YEAR.match(after))
    once = once or (PILOT_AT.search(before) and IS_OVER.match(after))
    if once and not goes_on and not NOW_WANTS.search(after):
        return Role.FOREIGN
    contrasts = only_contrasts(before) and subject_of_use(after)
    if (denied_directly(before) and not contrasts) or PERHAPS_ADDED.search(before) or RENEWS_THEN.match(after):
        return Role.DENIED
    if BEGAN_AS.search(before) and MOVED_ON.match(after):
        return Role.DENIED
    if is_chosen(after):
        return Role.USED
    if sits_out(before, after) or only_supposed(before, after):
        return Role.DENIED
    if ADDED.search(before) and ANOTHER_YEAR.match(after):
        return Role.DENIED
    if not goes_on and DID_ONCE.search(clause) and THEN.match(after):
        return Role.DENIED
    if not goes_on and (DENIED_AFTER.match(after) or BEFORE_CLAUSE_DENIED.search(clause)):
        return Role.DENIED
    if not goes_on and HAS_BEEN_IN.search(before) and SINCE.match(after):
        return Role.DENIED
    if PAPER_FOR_NAME_AT.search(before) and ENDS_HERE.match(after):
        return Role.USED
    if listed_below(before) or listed_as(before, after) or taken_by(before) or holds_seats(before):
        return Role.USED
    uses = WILL_USE.search(before[-160:] + " x " + after[:120])
    directly = DIRECTLY.search(before)
    if are_all(before, after):
        return Role.USED
    if CONTACT_BEFORE.search(before) or works_at(before) or CONTACT_AFTER.match(after):
        # "the principal of Kennedy, but it's Fox Hollow that will use it": the other clause is about another school
        own_clause = CLAUSE.split(after[:100].replace(", but ", " but "))[0]
        another = AND_ANOTHER.match(after)
        wanted = USES_AFTER.match(after[another.end() if another else 0 :]) or re.search(
            r"\b(?:us(?:e|ing)|pilot|classroom|wants?|license|seats)\b", own_clause, re.I
        )
        users = re.search(
            r"\b(?:used?|using|for|by|help(?:s|ing)?)[ ](?:\w+[ ]){0,3}?(?:staff|teachers|team|teams|"
            rf"counsell?ors|{PEOPLE})[ ](?:(?:over|down|up|out)[ ])?(?:at|of|from|in)[ ](?:the[ ])?$"
            # "quote attached, for our friends over in Special Education"
            r"|\b(?:quot(?:e|ation)|order|proposal|estimate|attached|enclosed|is)\b[^.;]{0,60}[ ]for[ ](?:\w+[ ]){0,2}"
            r"friends[ ](?:(?:over|down|up|out)[ ])?(?:at|of|in)[ ](?:the[ ])?$",
            before,
            re.I,
        )
        if wanted or users or USED_BY.search(before) or SEAT_FOR_PERSON.search(before):
            return Role.USED
        return Role.FOREIGN if works_at(before) else Role.CONTACT
    if directly and not alone and not USES_AFTER.match(after) and tells_something_else(before, after):
        return Role.CONTACT
    if (
        alone
        or (directly and (uses or len(before.strip()) < 60 or SUBMITS.search(clause)))
        or USES_AFTER.match(after)
        or in_brackets(before, after)
        or put_there(before)
        or (PAPER_FOR_PRODUCT_AT.search(before) and ENDS_HERE.match(after))
    ):
        return Role.USED
    return Role.NAMED
