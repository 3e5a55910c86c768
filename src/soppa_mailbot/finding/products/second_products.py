"""Whether a further line of an order is another software than the first, by its name alone.

Modules, seats of another kind and things that come along are called by what they are ("Parent Messenger", "Decodable
Library", "Reading Assessments"); another product has a name of its own ("Number Galaxy", "GeoQuest").
"""

from __future__ import annotations

from soppa_mailbot.finding.common.names import is_company_word, is_content_word, product_key, tokens
from soppa_mailbot.finding.common.subjects import SUBJECTS

# what parts of a product are called
_PARTS = frozenset(
    tokens(
        """
    parent parents family families guardian admin admins administrator administrators principal leader leaders coach
    counselor staff employee advanced core foundation foundations essential essentials custom additional extra optional
    add addon component components data report reports reporting insights metrics messaging messenger message messages
    communication communications notifications alerts chat assistant tutor tutoring tutors mentor ai sso rostering sync
    api integration integrations connect connector gateway center hub bank banks item items pack packs kit kits bundle
    set sets intervention interventions enrichment extension extensions progress monitoring diagnostic diagnostics
    practice growth engagement attendance gradebook scheduling scheduler calendar forms payments inventory tickets
    planner planning portfolio portfolios badges rewards mobile offline print printable decodable decodables readers
    books texts stories level levels unit units skills skill supplement supplemental companion storage hosting backup
    archive archiving security filter filtering management manager monitor viewer editor builder creator studio live
    community resource resources guide standard standards alignment summer sessions hours day days night fees fee cost
    costs charge charges total price discount required approval customer bilingual multilingual translation translations
    tier usage capacity volume overage support success
    """
    )
)
_SERVICES = frozenset(
    tokens(
        """
    training trainings webinar webinars onboarding workshop workshops certification help desk helpdesk blog newsletter
    team store credits discount conference summit setup implementation account accounts partner partners sales
    """
    )
)
_LONGEST = 4  # words


def named_by_itself(name: str, first: str) -> bool:
    """Whether a line's name is that of a product, and no description of a part of the `first`."""
    words = [word for word in name.split() if tokens(word)]
    key = product_key(name)
    if not key or len(words) > _LONGEST or not all(word[:1].isupper() or word[:1].isdigit() for word in words):
        return False
    if len(words) == 1 and not any(c.isupper() for c in words[0][1:]):
        return False  # "Algebra", "Keypad"
    if name.upper() == name or set(key) & set(product_key(first)):
        return False
    return not any(low in _PARTS | SUBJECTS or is_content_word(low) or is_company_word(low) for low in key)


def tells_more(name: str, first: str) -> bool:
    """Whether a name has a telling word beside the `first`'s that makes another product, and no part or service."""
    own = set(product_key(name)) - set(product_key(first))
    rest = {w for w in own if not is_content_word(w) and not is_company_word(w)}
    return any(w in SUBJECTS or w not in _PARTS | _SERVICES for w in rest)
