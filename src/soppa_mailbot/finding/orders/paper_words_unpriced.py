"""The words of papers that price no software: brochures, policies, agreements, certificates, requests, forms."""

from __future__ import annotations

from soppa_mailbot.finding.common.paper_kind import PaperKind, in_filename, phrases_of, titled

BROCHURE = PaperKind(
    "brochure",
    "a brochure",
    titled(
        r"(?:[\w&'-]+\s+){0,4}(?:brochure|product overview|overview|fact ?sheet|data ?sheet|one[- ]pager|"
        r"at a glance|case study|white ?paper|success story|product sheet|flyer|info(?:rmation)? sheet|"
        r"capabilities statement)"
    ),
    None,
    phrases_of(
        (
            2.0,
            r"\bwhy (?:districts?|schools?|teachers?|educators?|leaders?|choose)\b.{0,30}|\btrusted by\b|"
            r"\b(?:schools|districts|teachers|educators) (?:love|trust|choose)\b",
        ),
        (
            2.0,
            r"\b(?:request|schedule|book|get|see) (?:a|your) (?:free )?(?:demo|trial|tour|walk-?through)|"
            r"\blearn more\b|\bcontact us today\b|\bvisit (?:us at )?www\b|\bfree trial\b",
        ),
        (
            1.0,
            r"\b(?:testimonials?|research[- ]based|award[- ]winning|proven results|engaging|"
            r"features (?:and|&) benefits|key (?:features|benefits)|how it works|what educators (?:say|"
            r"are saying))\b",
        ),
        (1.0, r"^\s*[“\"][^\"”]{20,200}[\"”]\s*$"),
    ),
    in_filename(r"brochure|overview|fly(?:er|ier)|fact ?sheet|data ?sheet|one ?pager|case ?study|marketing|deck"),
)
PRIVACY = PaperKind(
    "privacy_policy",
    "a privacy policy",
    titled(
        r"(?:[\w&'.-]+\s+){0,4}(?:privacy (?:policy|notice|statement|pledge)|terms of (?:service|use)|"
        r"terms (?:and|&) conditions|student privacy (?:policy|statement|pledge)|"
        r"end user licen[cs]e agreement|security (?:policy|overview|whitepaper)|data security (?:policy|"
        r"plan))"
    ),
    None,
    phrases_of(
        (1.0, r"\b(?:this (?:privacy )?(?:policy|notice|statement)|our privacy (?:policy|practices))\b"),
        (1.0, r"\b(?:information (?:that )?we collect|we collect|what we collect|how we use)\b"),
        (
            1.0,
            r"\b(?:cookies|personal information|your rights|your choices|"
            r"third[- ]party service providers)\b",
        ),
        (1.0, r"\b(?:last (?:updated|revised|modified)|effective date)\b"),
    ),
    in_filename(r"privacy|terms|tos|eula|security"),
)
AGREEMENT = PaperKind(
    "agreement",
    "a data privacy agreement",
    titled(
        r"(?:[\w&'.-]+\s+){0,5}(?:(?:student |national |standard )?data privacy (?:agreement|addendum|"
        r"contract)|(?:[\w]+-)?ndpa|dpa|"
        r"data (?:processing|sharing|protection|security) (?:agreement|addendum)|"
        r"(?:student )?privacy (?:agreement|addendum)|"
        r"exhibit [\"“”]?e[\"“”]?.{0,40}|general offer of (?:privacy )?terms|"
        r"student online personal protection act.{0,60}|soppa (?:agreement|addendum|contract|form|"
        r"amendment|exhibit).{0,40})"
    ),
    None,
    phrases_of(
        (1.5, r"\b(?:105 ILCS 85|student online personal protection act|SOPPA)\b"),
        (
            1.0,
            r"\b(?:covered information|student data|education records|"
            r"personally identifiable information)\b",
        ),
        (
            1.0,
            r"\b(?:the LEA|local education(?:al)? agency|school district and (?:the )?(?:provider|"
            r"contractor|operator))\b",
        ),
        (1.0, r"\b(?:breach|data destruction|subprocessors?|de-identified|general offer)\b"),
    ),
    in_filename(r"dpa|ndpa|soppa|data ?privacy|exhibit ?e"),
)
CERTIFICATE = PaperKind(
    "certificate",
    "a certificate",
    titled(
        r"(?:[\w&'.-]+\s+){0,2}(?:certificate of (?:liability )?insurance|certificate of (?:completion|"
        r"incorporation|good standing|"
        r"liability|compliance)|certificate|acord.{0,20}|w-?9|form w-?9.{0,60}|request for taxpayer.{0,60}|"
        r"evidence of insurance|"
        r"soc ?2.{0,40}|hecvat.{0,40}|vpat.{0,40}|accessibility conformance report|"
        r"voluntary product accessibility template.{0,20}|sole source letter|"
        r"audit report|insurance certificate|sales tax exempt\w* .{0,30})"
    ),
    None,
    phrases_of(
        (
            3.0,
            r"\b(?:certificate holder|this certificate is issued|policy period|policy (?:eff|exp)|"
            r"commercial general liability)\b",
        ),
        (3.0, r"\b(?:taxpayer identification number|backup withholding|request for taxpayer)\b"),
        (
            3.0,
            r"\b(?:envelope (?:id|originator|summary)|signer events|record tracking|carbon copy events|"
            r"audit trail|document history)\b",
        ),
        (2.0, r"\b(?:sole source|wcag 2|conformance level)\b"),
    ),
    in_filename(r"coi|certificate|acord|w-?9|hecvat|vpat|soc ?2|sole ?source|insurance"),
)
EVENT = PaperKind(
    "event",
    "for an event, not for software",
    titled(
        r"(?:[\w&'-]+\s+){0,4}(?:registration(?: form)?|exhibitor (?:form|prospectus|application)|"
        r"booth (?:order|reservation)(?: form)?|sponsorship (?:form|opportunities)|"
        r"attendee (?:order )?form|conference (?:registration|order)(?: form)?)"
    ),
    None,
    phrases_of(
        (
            2.5,
            r"\b(?:attendees?|exhibitors?|booths?|sponsorships?|early[- ]bird|conference (?:fee|pass|"
            r"registration)|(?:attendee|district|day|full|exhibit(?:or)?) pass(?:es)?|keynote|expo|"
            r"registration fee|dietary)\b",
        ),
        (1.0, r"\b(?:conference|forum|summit|symposium|hotel)\b"),
    ),
    in_filename(r"registration|exhibitor|conference|booth"),
)
REQUEST = PaperKind(
    "request",
    "a request for quotes, which comes from the buyer",
    titled(
        r"(?:(?!response|reply|answer|to|our|proposal|quote|quotation)[\w&'-]+\s+){0,3}"
        r"(?:requests? for (?:quotes?|quotations?|proposals?|bids?|pricing)|"
        r"rf[qp]|invitation (?:to|for) bids?|(?:quote|quotation|pricing|estimate|proposal) requests?|request a quote)"
    ),
    None,
    phrases_of(
        (2.0, r"\b(?:vendors?|bidders?|respondents?|offerors?) (?:shall|must|should|may|are)\b"),
        (1.0, r"\b(?:submit (?:a |your )?(?:quotes?|bids?|proposals?)|bids? (?:due|opening)|proposals? due)\b"),
    ),
    in_filename(r"rfq|rfp|bid"),
)
FORM = PaperKind(
    "form",
    "a form, but not the District's",
    titled(
        r"(?:[\w&'.-]+\s+){0,5}(?:(?:vendor|supplier|contractor|product|software|technology|information|"
        r"application)(?: \w+){0,4} "
        r"(?:form|questionnaire|application|request|checklist|survey)|"
        r"request for (?:vendor )?information.{0,40}|rfi.{0,30}|vendor (?:information|packet|registration|"
        r"profile).{0,30}|"
        r"questionnaire|new vendor.{0,30}|credit application|ach.{0,30}form)"
    ),
    None,
    phrases_of(
        (
            1.5,
            r"\bto be completed by\b|\bplease (?:complete|fill (?:in|out))\b|\bcomplete (?:all|every|"
            r"each)\b|\breturn (?:this form )?to\b",
        ),
        (
            1.0,
            r"\b(?:legal name|name of (?:vendor|company|product)|contact person|completed by|"
            r"years in business|telephone|fax)\b",
        ),
    ),
    in_filename(r"rfi|questionnaire|vendor ?(?:form|information|packet)|checklist"),
)
