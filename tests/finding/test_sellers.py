"""Who wants to sell software and asks for the way owes all five papers; who pitches, bills or applies gets a person."""

from __future__ import annotations

import pytest

from soppa_mailbot.finding.mails.intent import intent_of
from soppa_mailbot.finding.mails.spanish import asks_in_spanish
from soppa_mailbot.model import Kind, PaperFinding


def told(words: str, subject: str = "Hello", *, seller: str = "", place: bool = False, day: bool = False) -> str:
    return intent_of(words, subject, [], form_found=False, place_found=place, date_found=day, seller=seller)


@pytest.mark.parametrize(
    ("words", "subject", "seller"),
    [
        (
            "We'd like to sell the District Orchard Logs, which records refrigerator temperatures. There's no student "
            "data in it, so I take it that we're exempt. What do you need from us then?",
            "no student data",
            "",
        ),
        (
            "Our sales team has been talking with your safety committee about Orchard Drills. What has to be "
            "submitted, and in what format? Is there any way to have everything approved and signed by May 3?",
            "Process and timing",
            "Orchard Safety Software, LLC",
        ),
        (
            "I taught for eleven years and built a vocabulary thing called Orchard Words. Two former colleagues now "
            "work for you and want to use it with their kids. I have an LLC and I have insurance. What paperwork do "
            "you need from me, step by step?",
            "help a first-time vendor out",
            "",
        ),
        (
            "I've been trying to figure out from your website how a company gets set up to sell a subscription to "
            "Birch Lake. Is there an application? I'm happy to fill out whatever you have.",
            "New vendor registration?",
            "",
        ),
        (
            "our company makes Orchard Bell Ringers, short warm-up tasks for math classes, and one of your teachers "
            "told us to go through Purchasing. Which papers do you need from us, and where do we send them?",
            "Hello",
            "",
        ),
        (
            "You can view and accept our quote for Orchard Code here: https://quotes.orchard.example/q/9 (no login "
            "required). The district forms still have to be completed and we will do so once you tell us where to "
            "find them.",
            "Your quote is online",
            "",
        ),
        (
            "One of your principals asked us to contact the purchasing office. My firm publishes Orchard Atlas, maps "
            "for sixth-grade classes. What needs to be filed?",
            "Hello",
            "",
        ),
        (
            "Two teachers would like to try it this spring. What is required from our side? Our program is called "
            "Orchard Phonics.",
            "Hello",
            "",
        ),
        (
            "How does a small company get on your list? We'd love to offer your schools Orchard Maps, and teachers "
            "are keen to use it.",
            "Hello",
            "Orchard Interactive",
        ),
        (
            "We'd like to license your schools our\nsoftware. What has to be\nfilled in?",
            "Hello",
            "",
        ),
    ],
)
def test_who_asks_for_the_way(words: str, subject: str, seller: str) -> None:
    assert told(words, subject, seller=seller) == "how_to_submit"


@pytest.mark.parametrize(
    ("words", "subject", "seller"),
    [
        ("We'd like to sell your schools our desks. What do you need from us?", "Hello", "Orchard Furniture"),
        ("We sell workbooks. What has to be submitted before your teachers can buy them?", "Hello", "Orchard Digital"),
        ("My firm makes Orchard Posters for math classes. Before we sell you any: which papers?", "Hello", ""),
        ("I run a snack stand called Orchard Bites. Your teachers want to buy it. Which forms?", "Hello", ""),
        ("I'd like to offer your schools a free assembly. What has to be filled out?", "Hello", "Orchard Software"),
        ("We'd love to sell you Orchard Atlas. Do you have 15 minutes for a call? What is required?", "Hello", ""),
        ("We can offer your schools Orchard Atlas at $4 a student. Reply YES and I'll send a quote.", "Sale", ""),
        ("Our software cuts absences. Who decides about such things? Worth 15 minutes?", "Hello", "Orchard Software"),
        ("Your clerk told us to contact you about the unpaid invoice. What is required?", "Hello", "Orchard Software"),
        ("What has to be submitted with our W-9?", "W-9", "Orchard Software"),
        ("To set up your refund we need a W-9. What is on file?", "Hello", "Orchard Technologies"),
        ("You can view our quote here: https://quotes.orchard.example/q/9. Reply and we'll talk.", "Quote", ""),
        ("Is there an application for the bus driver position? I'd be happy to fill out whatever you have.", "Job", ""),
        ("What do I have to do before I buy it? I want to use it with my fourth graders.", "buying an app", ""),
        ("We moved. Please update whatever you have on file for us as an approved vendor.", "Hello", ""),
        ("What time works for a meeting about Orchard Atlas? Our teachers want to use it.", "Meeting", ""),
        ("Would the Board accept one million dollars of coverage? Our carrier writes no more.", "Insurance", ""),
    ],
)
def test_who_does_not(words: str, subject: str, seller: str) -> None:
    assert told(words, subject, seller=seller) == "inquiry"


def test_a_wrong_paper_and_a_place_beside_the_question() -> None:
    words = "Lincoln wishes to purchase Orchard Type from us. Our pricing is attached. What else do you need?"
    listed = PaperFinding("d", "prices.pdf", "", Kind.OTHER, detail="a price list", topic="order_form")
    logo = PaperFinding("d", "logo.pdf", "", Kind.OTHER)

    def purpose(*papers: PaperFinding, place: bool) -> str:
        said = words.replace("is attached", "follows")
        return intent_of(said, "Orchard Type", papers, form_found=False, place_found=place, date_found=False)

    assert purpose(listed, place=True) == "submission"
    assert purpose(listed, place=False) == purpose(logo, place=True) == purpose(place=True) == "how_to_submit"


@pytest.mark.parametrize(
    "words",
    [
        "Vendemos Orchard Lectura, una plataforma de lectura. ¿Qué formularios tenemos que llenar y a qué dirección "
        "los mandamos?",
        "Queremos ofrecerles nuestra aplicación de matemáticas. ¿Qué documentos necesitan de nosotros?",
        "¿Cómo nos registramos como proveedor? Nuestro software es para maestros.",
        "Una de sus escuelas quiere comprar nuestro programa en línea. ¿Nos pueden indicar los requisitos?",
        "Somos una empresa nueva y queremos vender una suscripción digital al distrito. ¿A dónde enviamos los papeles?",
    ],
)
def test_who_asks_in_spanish(words: str) -> None:
    assert asks_in_spanish(words) and told(words, "Registro") == "how_to_submit"


@pytest.mark.parametrize(
    "words",
    [
        "¿Qué formularios tengo que llenar para que mi hijo no use la plataforma que vendemos?",
        "Vendemos muebles en línea. ¿Qué documentos necesitan?",
        "Ofrecemos una plataforma de lectura. ¿Qué documentos piden? ¿Tiene 15 minutos para una llamada?",
        "¿Cómo enviamos la factura de la plataforma que vendemos?",
        "Ofrecemos la mejor plataforma de lectura. Visite nuestra página.",
        "Vendemos uniformes. ¿Cómo nos registramos como proveedor?",
        "¿Qué documentos necesito para el puesto de maestro? Ofrezco experiencia con software.",
    ],
)
def test_who_does_not_in_spanish(words: str) -> None:
    assert told(words, "Pregunta") == "inquiry"


# whatever the words are by which it is asked: what it is about, and who asks
ASKED = [
    "Hello! Before our pilot we are supposed to get procurement clearance for our software. What does that involve?",
    (
        "Hello, I met a teacher from your district at a conference. She liked BlueCrest Reader, our reading app, "
        "and said that your office must have our papers first. Could you tell me:\n\n1. which forms we have to "
        "complete,\n2. who must sign them,\n3. whether everything should come in one e-mail?\n\nI have attached "
        "our brochure."
    ),
    (
        "BlueCrest represents Orrery Reader Online in the Midwest. The publisher has asked us to get the product "
        "onto your approved list. As the reseller I'd like to know whether you take the privacy paperwork from "
        "us or from the publisher, and what all has to be in the packet."
    ),
    (
        "This firm represents Arbor Reading Systems, Inc., which wishes to enter into business with the District "
        "for the licensing of its software, Arbor Decodables. Kindly furnish the undersigned with the requisite "
        "forms and with instructions as to how they are to be returned."
    ),
    "where do i send a quote and privacy docs for BlueGrader? is there a portal or just email",
    "Where should a vendor send its SOPPA paperwork for a new app? To this address, or is there a portal?",
    (
        "We make BlueCrest Math, an online math program, and would like to sell it to your schools. To whom do "
        "we address the paperwork, and what should it include?"
    ),
    "Is this the right address to submit a request for software approval? We make BlueCrest Math.",
    "Please provide us with the forms that are necessary for approval of our software, BlueCrest Math.",
    (
        "Could someone give me a rundown of what you'd need from us before our app BlueCrest can be bought by "
        "one of your schools?"
    ),
    "I was told that vendors have to go through SOPPA approval. Can you walk me through it? We offer BlueCrest Reader.",
    "Hi! We're a small ed-tech startup. Do you have a checklist for new software vendors? We'd love to get approved.",
    (
        "A teacher at Lakeshore wants to use our app BlueCrest but says it isn't approved yet. What's the "
        "procedure to get it approved?"
    ),
    (
        "My company would like to do business with the district. It's called BlueCrest and we sell a scheduling "
        "platform. Who handles vendor approval and what paperwork is required?"
    ),
    "Can you e-mail me a copy of whatever forms you require from software companies? Thanks. BlueCrest Learning",
    "We'd like to submit our product BlueCrest Reader for approval. How do we go about that?",
    (
        "On behalf of our client BlueCrest Learning, LLC, we request the forms and instructions required of "
        "operators under SOPPA."
    ),
    "I am writing to inquire about the documentation required for becoming an approved operator in your district.",
    (
        "not sure who to ask. need to get blue grader (our grading app) approved for a teacher at your HS. what "
        "do you need from me"
    ),
    (
        "Would you kindly let us have the vendor packet for educational software? We intend to offer BlueCrest "
        "Reader to the District."
    ),
    (
        'We got a note from Mr. Park at the high school that we need to "fill out the privacy forms" before he '
        "can use BlueCrest. Where can I get those?"
    ),
    (
        "Can I submit everything by e-mail or do you want paper copies? We're applying for approval of BlueCrest "
        "Reader, our web-based reading program."
    ),
    "We are requesting guidance on how vendors are to present their software for approval by the District.",
    "Is there a form I need to fill in to have BlueCrest, our quiz app, considered for use in the district?",
    "Please send blank copies of the RFI form and the SOPPA addendum so that we can apply for BlueCrest Reader.",
    (
        "We are interested in becoming a vendor for the district. Our product is an app for bus tracking. Please "
        "send the required forms and instructions."
    ),
    "who do i email the soppa stuff to",
    "Our legal team is ready to sign your SOPPA addendum but we can't find it anywhere. Where do we get it?",
    "To whom should our company address the SOPPA documentation for BlueCrest Reader?",
    "We would be obliged if you would supply our office with the papers an operator of school software has to file.",
    (
        "I have been asked by our CEO to find out how one gets software past your privacy review. Our product: "
        "BlueCrest Spelling."
    ),
    "Good day. For our platform BlueCrest we would need the application documents, kindly. Thank you, Dana",
    (
        'Your curriculum director said "talk to procurement". So here I am. What\'s next for BlueCrest Reader, '
        "our phonics app?"
    ),
    "Please let me know the steps required to have our educational software reviewed.",
    "We'd be glad to complete the SOPPA process for BlueCrest. Could you point us to the documents?",
    "How long does approval take and what do you require? We're launching our geometry app at Lakeshore in January.",
    (
        "I couldn't find any information about vendor approval on your website. We'd like to offer our coding "
        "platform to your middle schools. Could you help?"
    ),
    "Can a reseller fill in the RFI form or does the publisher have to? We sell BlueCrest Reader software.",
    "May we receive the documents an operator has to fill in? We are BlueCrest, makers of a typing program.",
    "What's the best way to get you our quote and privacy addendum for BlueCrest Reader?",
    "Hello, we'd like to get BlueCrest on your approved software list. Where do we begin?",
    "Our attorneys ask for the current text of your SOPPA addendum so that we can review and sign. Please send.",
    (
        "Is SOPPA paperwork something that we as the publisher must file, or does our reseller do it? We sell "
        "the BlueCrest typing app."
    ),
    (
        "We have never dealt with SOPPA before. Could you explain what a vendor of classroom software has to do "
        "in your district?"
    ),
    "Could you please share the RFI form you use for new software vendors?",
    "Kindly advise which privacy documents you require of us for our online tool BlueCrest.",
    (
        "I'd appreciate it if you sent me your vendor forms. We publish a reading platform and one of your "
        "principals is interested."
    ),
    (
        "Our software needs approval by your district, I understand. Who is in charge of that and what do we "
        "have to provide?"
    ),
    (
        "I am looking for the SOPPA addendum that your district uses. Can you forward it to me? We're the "
        "developers of BlueCrest."
    ),
    "we want to offer our vocabulary app to lakeshore middle. how does the approval thing work",
]
NOT_ASKED = [
    (
        "This firm represents Arbor Bus Lines, Inc. in the matter of the accident of March 3. Kindly furnish the "
        "undersigned with copies of the driver's records."
    ),
    (
        "We represent the parents of a student at Lakeshore. Please furnish us with the education records and "
        "the forms to request a hearing."
    ),
    "Where do I send an invoice for last month's cleaning supplies? Is there a portal or just email?",
    "where do i send my resume and application forms? is there a portal or just email",
    (
        "I'd like to know whether you take the registration paperwork from us or from the school directly. My "
        "son starts in the fall."
    ),
    "We represent playground manufacturers in the Midwest. I'd like to know what has to be in the bid packet.",
    "Please provide me with the forms to rent the high school gym.",
    "Is there a form I need to fill in to have my daughter excused from the reading app?",
    "Could you tell me which forms we have to complete to get paid for invoice 4471?",
    "Can you send me your W-9? Our accounting needs it.",
    "I am a reporter and would like to know which software has been approved by the district.",
    "We'd love to show you BlueCrest Reader. Do you have 15 minutes next week for a demo?",
    "Where can I get a copy of the signed SOPPA agreement with Hollyhock? I'm a parent.",
    "This firm represents a claimant. Kindly provide instructions as to how, and to whom, a claim is to be submitted.",
    "What do you need from me to set up direct deposit?",
    "Our family photo studio would like to do business with the schools. What forms do you need?",
    "Which forms does my student need to fill in for the field trip?",
    "Where do I send the bus contract bid for 2027? Is there a portal?",
    "I'm a graduate student. What forms are needed for a research study in your schools?",
    "We offer HVAC maintenance. How do we become an approved vendor?",
    "Can you tell me whether you take donations of used books from us directly?",
    "Hello, can we use your SOPPA form as a template? I'm the technology director at Tamarind Grove SD 12.",
    "Could you tell me who won the bid for Chromebooks?",
    "I'd like to know whether the District has approved any reading apps. We sell one.",
    "I have been asked by our CEO to find out how one gets on the bidders list for paving.",
    "Please let me know the steps required to have my transcript sent.",
    "Can a grandparent fill in the enrollment form or does the parent have to?",
    "What's the best way to get you our invoice and W-9?",
    "Hello, we'd like to get our restaurant on your approved caterers list. Where do we begin?",
    "Quick one: email or mail for the insurance certificate?",
    "We'd love to tell you about BlueCrest. What's the best way to get on your calendar?",
    "Our attorneys ask for the current text of the bus contract. Please send.",
    "May we receive the documents of the last board meeting?",
    "How do I submit a complaint about the reading app?",
    "Where do I submit my child's immunization forms? Is there a portal?",
    "Do you accept the forms by e-mail for the substitute teacher position?",
    "Please provide me with the forms to apply for a custodial job.",
    "Who do we send the signed yearbook contract to?",
    "I'm a technology director in Peoria. Could you share your SOPPA forms with me? We want to build our own.",
    "When will our SOPPA addendum be signed?",
    "Have you received the RFI form for BlueCrest Reader? Please let us know.",
    "Could you send us a copy of the signed SOPPA addendum for our app BlueCrest?",
    "Who do we send the renewal invoice for our software to?",
    "Our SOPPA agreement for the BlueCrest platform expires in June. Which schools use it at present?",
    "Could you tell me whether the board approved our software last night?",
    "Is our privacy agreement still on file? We are a vendor of yours.",
    "Our attorneys have redlined the SOPPA addendum. When can we discuss it?",
    "I'm a technology director at Tamarind Grove SD 12. How do you handle SOPPA forms of vendors?",
    "As a parent I'd like to know how the district vets the apps that it uses. What is the SOPPA process?",
    "We're hosting a webinar on SOPPA compliance for school districts. Which of your staff would like to join?",
    "Our platform automates SOPPA paperwork for districts. Who should I talk to?",
    "Struggling with vendor approval? BlueCrest is a software that manages the whole process. Can I show you how?",
    "Do you have all the RFI forms you need from your vendors? Our software tracks them. How about a demo?",
    "We can help your district with SOPPA. Our tool keeps a list of approved apps. How do you do it today?",
    "Where can residents see your list of approved apps and SOPPA agreements?",
    "How does the district review software? I'm writing a paper for my master's class.",
    "Can you tell me which privacy forms our teachers at Tamarind Grove would need to use your SOPPA agreement?",
    "Can you tell me what SOPPA stands for?",
    "Who signed the SOPPA addendum for BlueCrest on your side? Our auditors ask.",
    "How many vendors have signed your SOPPA addendum? I'm curious.",
    "Which vendor do you use for your app for buses? We sell insurance.",
    "What software do you use for scheduling? Could you share the contract?",
    "We noticed that your approved software list doesn't show our competitor. How come?",
    "Our product was approved last year. How do we add our logo to your approved apps page?",
    "Do you need help with the SOPPA process? Our law firm advises districts.",
    "Please provide me the SOPPA list of all operators, as the law requires you to publish it. I'm a resident.",
    "We are a vendor of student desks. Who handles the vendor registration forms for furniture?",
]


@pytest.mark.parametrize("words", ASKED)
def test_a_seller_asks_in_any_words(words: str) -> None:
    assert told(words, "Question") == "how_to_submit"


@pytest.mark.parametrize("words", NOT_ASKED)
def test_others_ask_with_the_same_words(words: str) -> None:
    assert told(words, "Question") not in ("how_to_submit", "submission")


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        (
            "We make Orchard Kiosk, a sign-in screen, and a colleague at another district told me that you have a "
            "process with some forms. We would like to do business with you. What do you need from us?",
            "how_to_submit",
        ),
        (
            "We make lockers, and a colleague told me that you have a process with some forms. We would like to do "
            "business with you. What do you need from us?",
            "inquiry",
        ),
        ("We make Orchard Kiosk. We would like to do business with you. What are your hours?", "inquiry"),
    ],
)
def test_who_has_heard_of_forms_sells_software(words: str, intent: str) -> None:
    assert told(words, "How do we become a vendor?") == intent


@pytest.mark.parametrize(("place", "day"), [(False, False), (True, False), (True, True)])
def test_who_asks_how_to_submit_has_submitted_nothing(place: bool, day: bool) -> None:
    """Contract §4: all five are missing, whatever else the question names."""
    asked = "We'd like to have Orchard Reader, our app, approved for Lincoln by May 1. What forms do you need?"
    assert told(asked, place=place, day=day) == "how_to_submit"


LISTED = PaperFinding("d", "prices.pdf", "", Kind.OTHER, detail="a price list", topic="order_form")


def with_prices(words: str, *, place: bool = False, day: bool = False) -> str:
    return intent_of(words, "Hello", [LISTED], form_found=False, place_found=place, date_found=day)


@pytest.mark.parametrize(
    "words",
    [
        "Our fall price sheet is attached. If anything on there catches your eye shoot me the quantities and I will "
        "work up a real quote for you.",
        "Our price list is attached. Let us know if anything interests you and we'll be happy to quote.",
        "Please find our price list enclosed. Contact me for a custom quote.",
        "Attached: spring specials! Call me today for a quote.",
        "Attached are our prices for interactive panels. Should you need a quotation, please contact me.",
        "Attached please find our rates. Tell me how many students you have and I can put together an exact quote.",
        "Just sharing our updated price sheet, attached. We'd love to win your business. A quote takes a day.",
    ],
)
def test_who_sends_prices_around_submits_nothing(words: str) -> None:
    assert with_prices(words) == "inquiry"


def test_who_has_a_buyer_submits_and_may_offer_a_quote() -> None:
    listed = "Our price list is attached. Let me know if you need a formal quote and I will send it."
    assert with_prices(f"Lincoln wants to buy Orchard Reader. {listed}", place=True) == "submission"
    assert with_prices(f"We request approval of Orchard Reader. {listed}") == "submission"
    assert with_prices("Our quotation is attached; please contact me if you need changes.") == "submission"


A_TOOL = "We'd like to sell %s to your district. Tell us what you need from us, and how we're to send it in."


def test_a_program_named_after_a_desk_is_no_furniture() -> None:
    asks = "would like to offer it to your schools. Could you tell us what you need from us to be approved?"
    assert told(f"We make Birch Visitor Desk, a sign-in tablet for schools, and {asks}") == "how_to_submit"
    assert told(f"We make Birch Desks, a standing desk for schools, and {asks}") == "inquiry"


@pytest.mark.parametrize(
    ("sold", "intent"),
    [
        ("our parent-teacher conference planner, Birch Slots,", "how_to_submit"),
        ("our lesson scheduler called Birch Slots", "how_to_submit"),
        ("an essay checker (Birch Ink)", "how_to_submit"),
        ("Orchard, our hall pass tracker,", "how_to_submit"),
        ("you Orchard, our hall pass tracker,", "how_to_submit"),
        ("our student planner, Birch Days,", "inquiry"),
        ("our printed day planner, Birch Days,", "inquiry"),
        ("our gym mats, Birch Fall,", "inquiry"),
        ("our frozen lunches, Birch Bites,", "inquiry"),
    ],
)
def test_a_tool_with_a_name_is_software(sold: str, intent: str) -> None:
    assert told(A_TOOL % sold, "How do we become a vendor?") == intent
