"""Verdicts over hand-made findings: contract §2 and §4, one rule a test."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from soppa_mailbot.forms.completeness import NO_PAGE
from soppa_mailbot.forms.papers.riders import DETAIL as RIDER
from soppa_mailbot.judging.judge import contributes, judge
from soppa_mailbot.model import (
    Address,
    Agreement,
    DeadlineFinding,
    Disposition,
    District,
    Evidence,
    Findings,
    Form,
    Item,
    Kind,
    LocationsFinding,
    PaperFinding,
    Place,
    PlaceReading,
    ProductFinding,
    School,
    Status,
    Track,
    Verdict,
)

NOON = datetime(2026, 11, 12, 18, 0, tzinfo=UTC)
MATH = Agreement("Planet Learning, Inc.", "Planet Math", ("planet.example",), date(2025, 1, 1), date(2026, 11, 12))
DISTRICT = District(
    name="Birch Lake SD 12",
    aliases=(),
    timezone="America/Chicago",
    domains=("birchlake12.example",),
    address="procurement@birchlake12.example",
    schools=(School("Lincoln Elementary School", "school"),),
    register=(MATH,),
    forms=(),
    blanks=(),
)
LINCOLN = LocationsFinding(Status.RECEIVED, ("Lincoln Elementary School",), (Evidence("body", "Lincoln"),))
MARCH = DeadlineFinding(Status.RECEIVED, date(2027, 3, 1), "March 1", (Evidence("body", "by March 1"),))
ORDER = PaperFinding("d1", "quote.pdf", "", Kind.ORDER_FORM, topic="order_form", products=("Orbit Science",))
TITLE = Place("title", "text", "Title", required=True)


def form(key: str, status: str = "complete", **more: object) -> Form:
    given = Form(
        form=key,
        blank="b",
        blank_file="blank.pdf",
        documents=("d2",),
        filenames=(f"{key}.pdf",),
        pages=(),
        status=status,
        open=(),
        doubtful=(),
        missing_pages=(),
        unsigned=False,
        signature=("ink",),
        answers=(("product", "Orbit Science"), ("operator", "Orbit Science, LLC")),
        subject_to_soppa=True,
        readings=(),
        filled_share=1.0 if status == "complete" else 0.8,
    )
    return replace(given, **more)  # type: ignore[arg-type]


def papers_of(forms: Sequence[Form]) -> tuple[PaperFinding, ...]:
    kinds = {"rfi": Kind.RFI_FORM, "soppa": Kind.SOPPA_FORM}
    return tuple(PaperFinding(f.filenames[0], f.filenames[0], "", kinds[f.form]) for f in forms)


def mail(**more: object) -> Findings:
    """A submission with nothing in it but a product."""
    plain = Findings(
        message_id="<1@orbit.example>",
        sent=NOON,
        sender=Address("Jo", "jo@orbit.example"),
        vendor_name="Orbit Science",
        subject="Papers",
        intent="submission",
        no_reply="",
        ignored=False,
        from_district=False,
        product=ProductFinding(("Orbit Science",)),
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def full(**more: object) -> Findings:
    forms = (form("rfi"), form("soppa"))
    given: dict[str, object] = {
        "papers": (ORDER, *papers_of(forms)),
        "forms": forms,
        "locations": (("body", LINCOLN),),
        "deadlines": (("body", MARCH),),
    }
    return mail(**{**given, **more})


def status(verdict: Verdict, item: Item) -> Status:
    found = verdict.item(item)
    assert found is not None
    return found.status


def detail(verdict: Verdict, item: Item) -> str:
    found = verdict.item(item)
    assert found is not None
    return found.detail


# --- tracks and dispositions ----


def test_all_five_there_is_complete() -> None:
    verdict = judge([full()], DISTRICT)
    assert (verdict.track, verdict.disposition) == (Track.NEW_OPERATOR, Disposition.COMPLETE)
    assert [i.item for i in verdict.items] == list(Item)
    assert verdict.vendor_email == "jo@orbit.example" and verdict.product == "Orbit Science"
    assert verdict.reasons == () and verdict.warnings == ()


@pytest.mark.parametrize("item", [Item.ORDER_FORM, Item.RFI_FORM, Item.SOPPA_FORM])
def test_a_paper_that_its_mail_takes_back_is_for_a_person_until_another_comes(item: Item) -> None:
    back = full(takes_back=((item, "Please disregard it."),))
    verdict = judge([back], DISTRICT)
    assert (status(verdict, item), verdict.disposition) == (Status.UNCLEAR, Disposition.REVIEW)
    assert detail(verdict, item) == "the mail says: “Please disregard it”"
    assert judge([back, full(message_id="<2@orbit.example>")], DISTRICT).disposition == Disposition.COMPLETE


@pytest.mark.parametrize("item", [Item.ORDER_FORM, Item.RFI_FORM, Item.SOPPA_FORM])
def test_a_paper_that_a_later_mail_takes_back_is_for_a_person_until_another_comes(item: Item) -> None:
    back = mail(message_id="<2@orbit.example>", takes_back_earlier=((item, "Please disregard it."),))
    verdict = judge([full(), back], DISTRICT)
    assert (status(verdict, item), verdict.disposition) == (Status.UNCLEAR, Disposition.REVIEW)
    assert detail(verdict, item) == "the mail says: “Please disregard it”"
    assert judge([back, full(message_id="<3@orbit.example>")], DISTRICT).disposition == Disposition.COMPLETE
    put_right = full(message_id="<4@orbit.example>", takes_back_earlier=back.takes_back_earlier)
    assert judge([full(), put_right], DISTRICT).disposition == Disposition.COMPLETE


def test_an_order_form_in_doubt_is_for_a_person() -> None:
    verdict = judge([full(papers=(replace(ORDER, doubt="may be a draft"), *full().papers[1:]))], DISTRICT)
    assert (status(verdict, Item.ORDER_FORM), detail(verdict, Item.ORDER_FORM)) == (Status.UNCLEAR, "may be a draft")


def test_an_active_agreement_asks_for_three() -> None:
    one = full(forms=(), papers=(replace(ORDER, products=("Planet Math",)),), product=ProductFinding(("Planet Math",)))
    verdict = judge([one], DISTRICT)
    assert (verdict.track, verdict.disposition) == (Track.EXISTING_AGREEMENT, Disposition.ON_FILE)
    assert status(verdict, Item.RFI_FORM) == status(verdict, Item.SOPPA_FORM) == Status.NOT_REQUIRED
    assert verdict.agreement is not None and verdict.agreement.agreement == MATH


def test_the_day_is_the_districts_own() -> None:
    last = datetime(2026, 11, 13, 4, 30, tzinfo=UTC)  # 10:30 p.m. on November 12 in Chicago
    product = ProductFinding(("Planet Math",))
    assert judge([mail(sent=last, product=product)], DISTRICT).track == Track.EXISTING_AGREEMENT
    after = judge([mail(sent=last + timedelta(hours=2), product=product)], DISTRICT)
    assert after.track == Track.NEW_OPERATOR
    assert after.agreement is not None and after.agreement.status == "expired"


def test_a_claimed_agreement_that_is_not_on_the_register() -> None:
    verdict = judge([mail(papers=(ORDER,), claims_agreement=True)], DISTRICT)
    assert verdict.track == Track.NEW_OPERATOR and verdict.agreement is None
    assert "claims_agreement" in verdict.warnings


def test_a_seller_of_nearly_the_operators_name() -> None:
    """Another firm's product of the same name, or the operator's own under a new name: a person decides."""
    order = replace(ORDER, products=("Planet Math",))
    given = {"forms": (), "papers": (order,), "vendor_name": "Planet Media LLC"}
    verdict = judge([full(**given, product=ProductFinding(("Planet Math",)))], DISTRICT)
    assert (verdict.track, verdict.disposition) == (Track.NEW_OPERATOR, Disposition.REVIEW)
    assert "Planet Learning, Inc." in verdict.reasons[0]
    own = ProductFinding(("Planet Math",), maker="Orbit Science")
    assert judge([full(**{**given, "vendor_name": "Orbit Science"}, product=own)], DISTRICT).reasons
    other = ProductFinding(("Planet Math",), maker="Zylo, Inc.")
    verdict = judge([full(**{**given, "vendor_name": "Orbit Science"}, product=other)], DISTRICT)
    assert (verdict.track, verdict.disposition) == (Track.NEW_OPERATOR, Disposition.INCOMPLETE)
    forms = full(vendor_name="Planet Media LLC", product=ProductFinding(("Planet Math",)))
    assert judge([forms], DISTRICT).disposition == Disposition.COMPLETE, "its forms name the operator"


def test_ignored_and_inquiry_have_no_items() -> None:
    ignored = judge([mail(ignored=True, no_reply="Auto-Submitted: auto-replied", intent="automatic")], DISTRICT)
    assert (ignored.track, ignored.disposition, ignored.items) == (Track.NONE, Disposition.IGNORED, ())
    assert ignored.reasons == ("Auto-Submitted: auto-replied",)
    for intent in ("inquiry", "thanks", "withdrawal"):
        verdict = judge([mail(intent=intent)], DISTRICT)
        expected = Disposition.REVIEW if intent == "withdrawal" else Disposition.INQUIRY
        assert verdict.disposition == expected


def test_a_question_how_to_submit_misses_all_five() -> None:
    asked = mail(intent="how_to_submit", locations=(("body", LINCOLN),), product=ProductFinding())
    verdict = judge([asked], DISTRICT)
    assert verdict.disposition == Disposition.INCOMPLETE
    assert {i.status for i in verdict.items} == {Status.MISSING}


def test_a_question_how_to_submit_what_has_an_agreement_owes_no_forms() -> None:
    product = ProductFinding(("Planet Math",))
    asked = mail(intent="how_to_submit", product=product, vendor_email="jo@planet.example")
    verdict = judge([asked], DISTRICT)
    assert verdict.track == Track.EXISTING_AGREEMENT
    statuses = {i.item: i.status for i in verdict.items}
    assert statuses.pop(Item.RFI_FORM) == statuses.pop(Item.SOPPA_FORM) == Status.NOT_REQUIRED
    assert set(statuses.values()) == {Status.MISSING}


def test_an_empty_history_is_refused() -> None:
    with pytest.raises(ValueError, match="no message"):
        judge([], DISTRICT)


# --- review ----


def test_staff_who_forward_a_vendors_papers() -> None:
    staff = full(from_district=True, sender=Address("Tom", "tom@birchlake12.example"), vendor_email="jo@orbit.example")
    verdict = judge([staff], DISTRICT)
    assert (verdict.disposition, verdict.items) == (Disposition.REVIEW, ())
    assert verdict.vendor_email == "jo@orbit.example" and verdict.reasons


def test_staff_in_a_vendors_conversation_stop_it_for_a_look() -> None:
    vendor = full()
    staff = full(from_district=True, sender=Address("Tom", "tom@birchlake12.example"))
    verdict = judge([vendor, staff], DISTRICT)
    assert verdict.disposition == Disposition.REVIEW and verdict.items, "what is known is shown"
    (reason,) = verdict.reasons
    assert (
        reason.startswith("Tom of the District's own staff added ")
        and verdict.vendor_email != "tom@birchlake12.example"
    )
    for history in ([vendor, staff, vendor], [vendor, replace(staff, let_count=True)], [staff, vendor]):
        assert judge(history, DISTRICT).disposition != Disposition.REVIEW, (
            "the vendor wrote since, or a person has looked"
        )
    alone = judge([replace(staff, let_count=True)], DISTRICT)
    assert alone.disposition == Disposition.REVIEW and alone.items == (), "nobody but the vendor can be answered"


def test_staff_without_papers_are_an_inquiry() -> None:
    staff = mail(from_district=True, locations=(("body", LINCOLN),), deadlines=(("body", MARCH),))
    assert judge([staff], DISTRICT).disposition == Disposition.INQUIRY


def test_papers_of_two_products() -> None:
    verdict = judge([full(product=ProductFinding(("Orbit Science", "Orbit Music")))], DISTRICT)
    assert (verdict.disposition, verdict.items) == (Disposition.REVIEW, ())
    assert verdict.product == "Orbit Science; Orbit Music"


def test_a_form_read_with_doubt() -> None:
    forms = (form("rfi"), form("soppa", "doubtful", doubtful=("Product(s) covered",)))
    verdict = judge([full(forms=forms)], DISTRICT)
    assert status(verdict, Item.SOPPA_FORM) == Status.UNCLEAR
    assert verdict.disposition == Disposition.REVIEW
    assert "Product(s) covered" in verdict.reasons[0]


def test_an_order_form_that_lists_a_sibling_of_the_agreements_product() -> None:
    both = replace(ORDER, products=("Planet Math", "Planet Writing"))
    verdict = judge([full(forms=(), papers=(both,), product=ProductFinding(("Planet Math",)))], DISTRICT)
    assert verdict.disposition == Disposition.REVIEW
    assert "Planet Writing" in verdict.reasons[0]


def test_a_withdrawal_keeps_the_items_and_goes_to_a_person() -> None:
    verdict = judge([mail(papers=(ORDER,)), mail(intent="withdrawal")], DISTRICT)
    assert verdict.disposition == Disposition.REVIEW
    assert status(verdict, Item.ORDER_FORM) == Status.RECEIVED


def test_papers_after_a_withdrawal_take_it_back() -> None:
    verdict = judge([mail(papers=(ORDER,)), mail(intent="withdrawal"), full()], DISTRICT)
    assert verdict.disposition == Disposition.COMPLETE


# --- forms ----


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"open": ("Data hosting location", "Breach contact")}, "not filled in: Data hosting location, Breach contact"),
        ({"unsigned": True}, "not signed"),
        ({"missing_pages": (6,)}, "page 6 is not there"),
        ({"missing_pages": (2, 3, 6)}, "pages 2-3, 6 are not there"),
        ({"open": ("Title",), "unsigned": True}, "not filled in: Title; not signed"),
        (
            {"open": ("Title",), "readings": (PlaceReading(TITLE, "empty", why=NO_PAGE),)},
            "the part of the form with “Title” is not there",
        ),
    ],
)
def test_what_is_left_of_a_form(change: dict[str, object], told: str) -> None:
    verdict = judge([full(forms=(form("rfi"), form("soppa", "incomplete", **change)))], DISTRICT)
    assert status(verdict, Item.SOPPA_FORM) == Status.INCOMPLETE
    assert detail(verdict, Item.SOPPA_FORM) == told
    assert verdict.disposition == Disposition.INCOMPLETE


def test_a_complete_form_without_signature_is_never_received() -> None:
    verdict = judge([full(forms=(form("rfi"), form("soppa", "complete", unsigned=True)))], DISTRICT)
    assert status(verdict, Item.SOPPA_FORM) == Status.INCOMPLETE


def test_a_blank_sent_back() -> None:
    blank = form("rfi", "blank", filled_share=0.0, open=("A", "B"))
    verdict = judge([full(forms=(blank, form("soppa")))], DISTRICT)
    assert (status(verdict, Item.RFI_FORM), detail(verdict, Item.RFI_FORM)) == (Status.INCOMPLETE, "sent back blank")


def test_of_two_copies_the_fuller_counts() -> None:
    forms = (
        form("rfi"),
        form("rfi", "blank", filled_share=0.0),
        form("soppa", "incomplete", unsigned=True),
        form("soppa"),
    )
    for order in (forms, forms[::-1]):
        assert judge([full(forms=order)], DISTRICT).disposition == Disposition.COMPLETE


def test_a_corrected_form_replaces_the_poorer_one() -> None:
    first = full(forms=(form("rfi", "incomplete", open=("Insurance",)), form("soppa")))
    second = mail(forms=(form("rfi", filenames=("rfi v2.pdf",)),))
    verdict = judge([first, second], DISTRICT)
    assert verdict.disposition == Disposition.COMPLETE
    rfi = verdict.item(Item.RFI_FORM)
    assert rfi is not None and rfi.source == "rfi v2.pdf"


def test_a_rider_takes_a_signed_form_back_until_a_copy_without_comes() -> None:
    rider = PaperFinding("d9", "rider.pdf", "", Kind.OTHER, detail=RIDER, evidence=(Evidence("rider.pdf", "no 10"),))
    ridden = judge([full(papers=(ORDER, rider))], DISTRICT)
    assert ridden.disposition == Disposition.REVIEW
    assert status(ridden, Item.SOPPA_FORM) == Status.UNCLEAR
    assert 'rider.pdf holds a list of exceptions to the District\'s form: "no 10"' in detail(ridden, Item.SOPPA_FORM)
    assert judge([full(), mail(papers=(rider,))], DISTRICT).disposition == Disposition.REVIEW
    assert judge([full(papers=(ORDER, rider)), full()], DISTRICT).disposition == Disposition.COMPLETE


def test_exempt_by_the_rfi_form() -> None:
    rfi = form("rfi", subject_to_soppa=False, answers=(("soppa_reason", "no student data"),))
    verdict = judge([full(forms=(rfi,))], DISTRICT)
    assert status(verdict, Item.SOPPA_FORM) == Status.EXEMPT
    assert detail(verdict, Item.SOPPA_FORM) == "no student data"
    assert verdict.disposition == Disposition.COMPLETE


def test_a_later_answer_takes_the_exemption_back() -> None:
    first = full(forms=(form("rfi", subject_to_soppa=False),))
    second = mail(forms=(form("rfi", subject_to_soppa=True),))
    assert status(judge([first, second], DISTRICT), Item.SOPPA_FORM) == Status.MISSING


def test_a_sentence_in_the_mail_exempts_nobody() -> None:
    verdict = judge([full(forms=(form("rfi"),), claims_exempt=True)], DISTRICT)
    assert status(verdict, Item.SOPPA_FORM) == Status.MISSING
    assert "RFI form" in detail(verdict, Item.SOPPA_FORM)
    assert "claims_exempt" in verdict.warnings


@pytest.mark.parametrize(
    ("kind", "matter", "told"),
    [
        (Kind.UNREADABLE, "needs a password", "s.pdf needs a password"),
        (Kind.UNREADABLE, "cut off after 14 kB", "s.pdf could not be opened: cut off after 14 kB"),
        (Kind.OTHER, "a privacy policy", "s.pdf looks like a privacy policy"),
    ],
)
def test_what_came_in_place_of_a_form_is_named(kind: Kind, matter: str, told: str) -> None:
    paper = PaperFinding("d", "s.pdf", "", kind, detail=matter, topic="soppa_form")
    verdict = judge([mail(papers=(paper,))], DISTRICT)
    assert status(verdict, Item.SOPPA_FORM) == Status.MISSING
    assert detail(verdict, Item.SOPPA_FORM) == told


def test_claimed_but_not_attached() -> None:
    verdict = judge([mail(papers=(ORDER,), claims_attached=(Item.ORDER_FORM, Item.RFI_FORM))], DISTRICT)
    assert detail(verdict, Item.RFI_FORM) == "named in the mail, but not attached"
    assert detail(verdict, Item.ORDER_FORM) == ""


# --- places and dates ----


def place(*names: str, state: Status = Status.RECEIVED, source: str = "body") -> LocationsFinding:
    return LocationsFinding(state, names, (Evidence(source, names[0] if names else ""),))


def due(day: date | None, words: str = "", state: Status = Status.RECEIVED, source: str = "body") -> DeadlineFinding:
    return DeadlineFinding(state, day, words, (Evidence(source, words),))


def places(*history: Findings) -> tuple[Status, tuple[str, ...]]:
    found = judge(history, DISTRICT).item(Item.LOCATIONS)
    assert found is not None
    return found.status, found.value


def dates(*history: Findings) -> tuple[Status, tuple[str, ...]]:
    found = judge(history, DISTRICT).item(Item.DEADLINE)
    assert found is not None
    return found.status, found.value


def test_the_body_before_the_form_before_the_order() -> None:
    order, rfi, body = ("order_form", place("C")), ("rfi_form", place("B")), ("body", place("A"))
    assert places(mail(locations=(order, rfi, body))) == (Status.RECEIVED, ("A",))
    assert places(mail(locations=(order, rfi))) == (Status.RECEIVED, ("B",))
    assert places(mail(locations=(order,))) == (Status.RECEIVED, ("C",))


def test_the_form_says_which_jefferson_is_meant() -> None:
    vague = ("body", place("Jefferson", state=Status.UNCLEAR))
    clear = ("rfi_form", place("Jefferson Middle School", source="rfi.pdf"))
    other = ("rfi_form", place("Lincoln Elementary School"))
    assert places(mail(locations=(vague, clear))) == (Status.RECEIVED, ("Jefferson Middle School",))
    assert places(mail(locations=(vague, other)))[0] == Status.UNCLEAR


def test_the_newest_word_of_the_vendor_counts() -> None:
    first, second = mail(locations=(("body", place("A")),)), mail(locations=(("body", place("B")),))
    assert places(first, second) == (Status.RECEIVED, ("B",))
    assert places(first, mail()) == (Status.RECEIVED, ("A",))
    assert places(first, mail(locations=(("order_form", place("C")),))) == (Status.RECEIVED, ("A",))


def test_two_different_dates_are_unclear() -> None:
    found = judge([mail(deadlines=(("body", due(date(2026, 12, 4))), ("rfi_form", due(date(2027, 1, 15)))))], DISTRICT)
    assert status(found, Item.DEADLINE) == Status.UNCLEAR
    assert detail(found, Item.DEADLINE) == "two different dates: the mail says 2026-12-04, the RFI form says 2027-01-15"


def test_the_same_date_twice_is_received() -> None:
    both = (("body", due(date(2026, 12, 4))), ("rfi_form", due(date(2026, 12, 4))))
    assert dates(mail(deadlines=both)) == (Status.RECEIVED, ("2026-12-04",))


def test_asap_beside_a_date_on_the_form() -> None:
    asap = ("body", due(None, "as soon as possible", Status.UNCLEAR))
    assert dates(mail(deadlines=(asap,)))[0] == Status.UNCLEAR
    assert dates(mail(deadlines=(asap, ("rfi_form", due(date(2027, 1, 15)))))) == (Status.RECEIVED, ("2027-01-15",))
    past = ("body", due(None, "October 1, 2026", Status.UNCLEAR))
    assert dates(mail(deadlines=(past, ("rfi_form", due(date(2027, 1, 15))))))[0] == Status.UNCLEAR


def test_dates_over_a_conversation() -> None:
    conflict = mail(deadlines=(("body", due(date(2026, 12, 4))), ("rfi_form", due(date(2027, 1, 15)))))
    settled = mail(deadlines=(("body", due(date(2026, 12, 4))),))
    again = mail(deadlines=(("rfi_form", due(date(2027, 1, 15))),))
    asap = mail(deadlines=(("body", due(None, "ASAP", Status.UNCLEAR)),))
    assert dates(conflict, settled) == (Status.RECEIVED, ("2026-12-04",))
    assert dates(conflict, again)[0] == Status.UNCLEAR
    assert dates(settled, asap) == (Status.RECEIVED, ("2026-12-04",))
    assert dates(settled, again)[0] == Status.UNCLEAR
    assert dates(asap, settled) == (Status.RECEIVED, ("2026-12-04",))


@pytest.mark.parametrize(("days", "soon"), [(27, True), (28, False)])
def test_nearer_than_four_weeks(days: int, soon: bool) -> None:
    day = date(2026, 11, 12) + timedelta(days=days)
    verdict = judge([full(deadlines=(("body", due(day)),))], DISTRICT)
    assert ("deadline_soon" in verdict.warnings) is soon
    assert verdict.disposition == Disposition.COMPLETE


# --- conversations and attachments ----


def test_messages_that_bring_nothing_change_nothing() -> None:
    away = mail(ignored=True, intent="automatic", no_reply="out of office")
    for newest in (away, mail(intent="thanks"), mail(intent="inquiry")):
        assert not contributes(newest)
        assert judge([full(), newest], DISTRICT).disposition == Disposition.COMPLETE


def test_evidence_gathers_over_messages() -> None:
    first = mail(papers=(ORDER,), locations=(("body", LINCOLN),))
    second = mail(forms=(form("rfi"), form("soppa")), deadlines=(("body", MARCH),))
    assert judge([first], DISTRICT).disposition == Disposition.INCOMPLETE
    assert judge([first, second], DISTRICT).disposition == Disposition.COMPLETE


def test_two_order_forms_for_two_products_over_two_mails() -> None:
    other = mail(papers=(replace(ORDER, products=("Planet Writing",)),), product=ProductFinding(("Planet Writing",)))
    assert judge([full(), other], DISTRICT).disposition == Disposition.REVIEW


def test_forms_for_two_products_over_two_mails() -> None:
    def one(key: str, name: str) -> Findings:
        given = form(key, answers=(("product", name), ("operator", "Orbit Labs")))
        return mail(papers=papers_of([given]), forms=(given,), product=ProductFinding((name,)))

    science, music = one("soppa", "Orbit Science"), one("rfi", "Orbit Music")
    assert judge([science, music], DISTRICT).product == "Orbit Music; Orbit Science"
    assert judge([science, music], DISTRICT).disposition == Disposition.REVIEW
    assert judge([science, music, one("rfi", "Orbit Science")], DISTRICT).disposition == Disposition.INCOMPLETE


def test_a_bundle_lists_its_parts() -> None:
    papers = (
        PaperFinding("d", "all.pdf", "box.zip", Kind.ORDER_FORM, (1, 2, 3)),
        PaperFinding("d", "all.pdf", "box.zip", Kind.RFI_FORM, (4, 5)),
        PaperFinding("d", "all.pdf", "box.zip", Kind.OTHER, (6,)),
        PaperFinding("e", "coi.pdf", "", Kind.OTHER, detail="a certificate"),
        PaperFinding("body", "body", "", Kind.ORDER_FORM),
    )
    bundle, other = judge([mail(papers=papers)], DISTRICT).attachments
    assert (bundle.kind, bundle.container) == (Kind.BUNDLE, "box.zip")
    assert bundle.parts == (("1-3", Kind.ORDER_FORM), ("4-5", Kind.RFI_FORM), ("6", Kind.OTHER))
    assert (other.filename, other.kind) == ("coi.pdf", Kind.OTHER)


def test_one_paper_beside_a_certificate_is_no_bundle() -> None:
    papers = (PaperFinding("d", "s.pdf", "", Kind.SOPPA_FORM, (1, 2)), PaperFinding("d", "s.pdf", "", Kind.OTHER, (3,)))
    assert [a.kind for a in judge([mail(papers=papers)], DISTRICT).attachments] == [Kind.SOPPA_FORM]


def test_the_same_findings_always_give_the_same_verdict() -> None:
    history = [full(), mail(intent="thanks")]
    assert judge(history, DISTRICT) == judge(list(history), DISTRICT)


def test_words_and_lines_against_an_active_agreement_are_for_a_person() -> None:
    plain = full(
        forms=(), papers=(replace(ORDER, products=("Planet Math",)),), product=ProductFinding(("Planet Math",))
    )
    assert judge([plain], DISTRICT).disposition == Disposition.ON_FILE
    ended = judge([replace(plain, against_agreement="You ended the addendum.")], DISTRICT)
    assert ended.disposition == Disposition.REVIEW and "You ended the addendum" in ended.reasons[0]
    line = Evidence("quote.pdf", "Planet Math AI Tutor 400 $9.00", 1, "line item with quantity or price")
    order = replace(ORDER, products=("Planet Math",), evidence=(line,))
    more = judge([replace(plain, papers=(order,))], DISTRICT)
    assert more.disposition == Disposition.REVIEW and "AI Tutor" in more.reasons[0]
    assert judge([replace(full(), against_agreement="You ended it.")], DISTRICT).disposition == Disposition.COMPLETE
