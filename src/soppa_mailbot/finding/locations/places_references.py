"""Words by which a vendor names a school as a reference, a guest or a landmark, and not as a user."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re

# "Our office is behind Lincoln", "1180 Elevator Road (behind Lincoln)"
LANDMARK = re.compile(
    r"(?:\b(?:is|are|moved|parked|lives?|located|sits?|stands?)\b[^.;:]{0,40}|[(,][ ]?(?:right[ ]|just[ ])?)"
    r"\b(?:behind|beside|opposite|adjacent[ ]to|around[ ]the[ ]corner[ ]from|on[ ]the[ ]grounds[ ]of|in[ ]back[ ]of)[ ]"
    r"(?:the[ ])?$",
    re.IGNORECASE,
)
# "was a customer until 2023 and can serve as a reference", "is one of our longest users"
A_CUSTOMER = re.compile(
    r"(?:'s)?,?[ ](?:who[ ]|which[ ])?(?:is|are|was|were|ha(?:s|ve)[ ]been)[ ](?:(?:also|still|once)[ ])?"
    r"(?:an?[ ]|our[ ]|one[ ]of[ ](?:our|the)[ ]|among[ ](?:our|the)[ ])?(?:(?!new\b)[\w-]+[ ]){0,2}?"
    r"(?:customers?|clients?|references?|account)\b",
    re.IGNORECASE,
)
# "can serve as a reference", "use it today and will gladly answer questions"
VOUCHES = re.compile(
    r"(?:'s)?,?[ ][^.;:]{0,80}?\b(?:(?:serve|act|named?|given?|listed?|used?)[ ](?:\w+[ ]){0,2}?as[ ](?:an?[ ]|our[ ])?"
    r"references?|be[ ](?:an?[ ]|our[ ])references?|(?:wants?|needs?|like)[ ](?:an?[ ]|any[ ]|our[ ])?references?|"
    r"vouch(?:es)?[ ]for|speaks?[ ](?:well|highly)[ ]of|(?:happy|glad|gladly|pleased)[ ](?:to[ ])?"
    r"(?:(?:speak|talk|tell|answer|share|show|recommend)\w*|"
    r"take[ ](?:your[ ]|an?[ ]|any[ ])?(?:calls?|questions?|e-?mails?)))\b",
    re.IGNORECASE,
)
WILL_THEMSELVES = re.compile(
    r"(?:'s)?[ ][^.;:]{0,30}?\b(?:will|would|wants?|plans?|needs?|going)[ ](?:to[ ])?(?:also[ ]|like[ ]to[ ]|both[ ])?"
    r"(?:us(?:e|ing)|buy|purchase|order|add|pilot|start|renew)\b",
    re.IGNORECASE,
)
# "References: Lincoln County Schools and Dunning Prep", "Our current customers: ..."
LISTS_REFERENCES = re.compile(
    r"^\W*(?:(?:our|some|your|customer|district|school|k-?12|recent|two|three)[ ]){0,3}(?:references?|referees|"
    r"(?:(?:current|other|existing|former|past|happy)[ ])(?:customers?|clients?|users?)|customers|clients)"
    r"(?:[ ]\w+){0,3}[ ]?:"
    r"|^\W*(?:as[ ](?:used|seen|heard)|(?:as[ ])?(?:featured|loved|trusted|praised))[ ](?:daily[ ])?(?:at|in|by|on)[ ]"
    r"(?:the[ ])?$",
    re.IGNORECASE,
)
# seats and accounts go to those who use them
NO_GOODS = (
    r"(?![^:\n]*\b(?:licen[cs]es?|seats?|accounts?|software|log-?ins?|subscriptions?|access|users?|credentials|it)\b)"
)
# the line of an address to which goods or bills go
DELIVERED_TO = re.compile(
    # "Media kit to: receiving dock,", "Boxes go to:"
    r"(?:^|[\n\t;.])[ •*-]*(?:[\w'-]+[ ]){0,3}?(?:kits?|materials?|boxe?s?|parcels?|packages?|hardware|"
    r"devices?|books?|equipment|goods|items?|samples?|cartons?|supplies|shipments?|deliver(?:y|ies|ed)?|ship(?:ped|ping)?|freight|"
    r"invoices?|bills?|billing)(?:[ ](?:go(?:es)?|is|are|be|sent|shipped|delivered))*[ ]to[ ]?:[ ]*"
    r"(?:[\w' ]{1,30},[ ])?$"
    # "Ship-to for the guides:", "Deliver the readers to:", "Delivery site:"
    rf"|(?:^|[\n\t;.])[ •*-]*{NO_GOODS}(?:ship|deliver|drop|bill|mail|send|invoice)(?:ped|ping|ed|ing|y|off)?"
    r"[ -]{0,2}(?:[\w'-]+[ ]){0,4}?(?:to|off|address|site|location|point|place)"
    r"(?:[ ](?:for|of)[ ][^:\n]{2,40})?[ ]?:[ ]*$"
    # "the loading dock of", "receiving dock,"
    r"|\b(?:receiving|loading|unloading|shipping|delivery)[ ](?:dock|bay|door|area|entrance|room)"
    r"(?:,|[ ](?:of|at|behind|in))[ ](?:the[ ])?$",
    re.IGNORECASE,
)
# "For reference, Lincoln and Oak Ridge renewed this month as well"
FOR_REFERENCE = re.compile(
    r"^\W*(?:just[ ])?(?:(?:for|as[ ]an?|by[ ]way[ ]of)[ ](?:your[ ]|a[ ])?(?:references?|comparison|example|instance)|"
    r"elsewhere),?[ ]"
    r"(?:(?-i:[A-Z])[\w.'&-]*,?[ ](?:(?:and|&)[ ])?|the[ ]|both[ ]|#?\d+,?[ ])*$",
    re.IGNORECASE,
)
DID_SO = re.compile(
    r"(?:'s)?(?:[ ](?:schools?|(?-i:[A-Z])[\w.'-]+|and|&|,|both|all|also|just|recently|already|has|have|each)){0,6}[ ]"
    r"(?:renewed|signed(?:[ ]up)?|bought|purchased|adopted|switched|joined|implemented|went[ ]live)\b",
    re.IGNORECASE,
)
# "as used at Lincoln and 200 others"
AND_MANY = re.compile(
    r"(?:'s)?,?[ ](?:and|plus|&)[ ](?:over[ ]|more[ ]than[ ]|some[ ])?\d{2,}\+?[ ](?:others?|more)\b", re.IGNORECASE
)
# "Meet us at the open house of Lincoln on December 3!", "Proud sponsor of the Lincoln robotics team"
INVITES_OR_SPONSORS = re.compile(
    r"\b(?:meet|see|visit|find|join|catch)[ ]us[ ](?:at|in|on|during)\b[^.;:!?]{0,50}$"
    r"|\bmeet(?:ing|s)?[ ](?:(?!with\b)[\w']+[ ]){1,4}at[ ](?:the[ ])?$"
    r"|\b(?:towers?|servers?|antennas?|equipment|routers?|hardware|cameras?|boilers?)[ ](?:is|are|stands?|"
    r"sits?)[ ]at[ ](?:the[ ])?$"
    r"|\b(?:days?|screenings?|visits?|trainings?|installations?|sessions?|workshops?)[ ](?:is|are|"
    r"will[ ]be)[ ](?:set|scheduled|"
    r"planned)\b[^.;:!?]{0,90}[ ]at[ ](?:the[ ])?$"
    r"|\b(?:ship|deliver|drop|send|mail)(?:s|ed|ping|ing)?[ ](?:off[ ])?(?:the|all|our|it|them|everything|any|"
    r"your|a)[ ]"
    r"(?:(?!(?:licen[cs]es?|seats?|accounts?|software|log-?ins?|subscription)\b)\w+[ ]){0,3}(?:off[ ])?(?:to|"
    r"at)[ ](?:the[ ])?$"
    r"|\b(?:met|meets|gathered|convened)[ ](?:(?:again|yesterday|today|online|on[ ]\w+|last[ ]\w+|this[ ]\w+|"
    r"in[ ]\w+)[ ]){0,2}"
    r"(?:at|in)[ ](?:the[ ])?$"
    r"|\b(?:at|during|from|after|visited)[ ](?:the|your|our|last|this)\b[^.;:!?]{0,40}\b(?:fair|night|"
    r"open[ ]house|conference|event|expo|breakfast|lunch(?:eon)?|picnic|fundraiser|concert|showcase)[ ]"
    r"(?:at|in|of)[ ](?:the[ ])?$"
    # "I'll be down your way for the open house at Lincoln on October 29"
    r"|\b(?:(?:be|am|are|is|was|were|'m|'re|'s)[ ](?:down|up|over|out|around|nearby|near|in|back|there|here|coming|"
    r"driving|flying|visiting|heading|going|stopping|dropping)|com(?:e|es|ing)|came|dr(?:ive|ives|iving|ove)|stop(?:s|"
    r"ping|ped)?|drop(?:s|ping|ped)?|head(?:s|ing|ed)?|fl(?:y|ying|ew)|travel(?:s|ing|ed)?|visit(?:s|ing|ed)?)"
    r"(?:[ ](?:by|down|up|over|out|in|to|your|our|the|way|town|area|district|there|here|again|back|around|near|"
    r"state|week|next|this)){0,6}"
    r"[ ]for[ ](?:the|your|an?)[ ](?:[\w'-]+[ ]){0,3}?(?:fair|night|open[ ]house|conference|event|expo|breakfast|"
    r"lunch(?:eon)?|picnic|fundraiser|concert|showcase|games?|meet|tournament|meeting|ceremony)[ ]"
    r"(?:at|in|of)[ ](?:the[ ])?$"
    r"|\b(?:congratulations|congrats|kudos)\b[^.;:!?]{0,60}[ ](?:at|in|to)[ ](?:the[ ])?$"
    # "the chair at Lincoln heard about it from a colleague at Oak Ridge"
    r"|\b(?:heard|learn(?:ed|t)|found[ ]out|read)[ ][^.;:!?]{0,60}\bfrom[ ](?:an?|her|his|their|some|the)[ ](?:\w+[ ])?"
    r"(?:colleagues?|friends?|teachers?|peers?|counterparts?|coach(?:es)?|librarians?|principals?)[ ]"
    r"(?:at|in|from|of)[ ](?:the[ ])?$"
    r"|\b(?:was|were)[ ](?:still[ ]|then[ ])?(?:teaching|working|coaching|based|a[ ]\w+)[ ](?:at|in)[ ](?:the[ ])?$"
    r"|\b(?:conference|event|fair|night|expo|meeting|workshop|session|training)\b[^.;]{0,30}[ ](?:is|was|will[ ]be)[ ]"
    r"held[ ](?:at|in)[ ](?:the[ ])?$"
    r"|\b(?:love|loved|enjoy|enjoyed)[ ](?:working|partnering)[ ](?:with|at|in)[ ](?:the[ ])?$"
    r"|\b(?:sponsors?|supporters?|donors?)[ ](?:of|to)[ ](?:the[ ])?$|\bsponsor(?:s|ed|ing)[ ](?:the[ ])?$",
    re.IGNORECASE,
)
