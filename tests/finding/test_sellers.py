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
