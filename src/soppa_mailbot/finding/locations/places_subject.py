"""Whether a place is what its clause speaks of: it begins it, alone or by its people."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re

# before a place: "..., and the mechanics in", "but only"
IS_SUBJECT = re.compile(
    r"(?:^|[.;:,(!?-][ ]*|[ ](?:and|but|so|that|where|with[ ]which|while|whereas|though|although|because|since|as)[ ])"
    r"(?:(?:the|your|our|his|her|their|only|even|both|remaining|other)[ ]){0,3}"
    r"(?:(?:[a-z]+[ ])?(?:staff|people|folks|team|teachers|principal|library|office|crews?|mechanics|clerks?|drivers|"
    r"secretar(?:y|ies)|nurses|coaches|cooks|technicians|custodians|workers|employees|specialists|aides|managers?|"
    r"dispatchers?|recruiters?|buyers?|colleagues?|counterparts?|(?:mrs?|ms|dr|coach)\.?[ ][a-z][a-z'-]+)[ ](?:at|"
    r"in|of|from|over[ ]at)[ ](?:the[ ]|your[ ])?)?$",
    re.IGNORECASE,
)
