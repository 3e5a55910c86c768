"""What is no submission, or is for a person."""
# ruff: noqa: E501 (sample letters read better unbroken)

import orders
from cases import CASES, M, case, q, rfi, soppa
from mailing import File, Vendor

MDN = """From: Hal Moss <hal@wickfordlabs.example>
To: Lakemont Purchasing <purchasing@lakemont112.example>
Date: Wed, 06 Jan 2027 08:00:00 -0600
Subject: Read: Lakemont: what we still need
Message-ID: <read.20270106@wickfordlabs.example>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=disposition-notification; boundary="=_mdn_7"

--=_mdn_7
Content-Type: text/plain; charset=us-ascii

Your message was read on Wednesday, January 6, 2027 7:58 AM.

--=_mdn_7
Content-Type: message/disposition-notification

Reporting-UA: mail.wickfordlabs.example; Mail 16.0
Final-Recipient: rfc822;hal@wickfordlabs.example
Original-Message-ID: <ask.1@lakemont112.example>
Disposition: manual-action/MDN-sent-manually; displayed

--=_mdn_7--
"""
NONE = {"track": "none"}


def other() -> None:
    v = Vendor(80, "Wickford Labs", "Wickford Chem", "Hal Moss", "AE", "hal@wickfordlabs.example", "Chemistry.")
    dsn = "This is the mail system at host mx.lakemont112.example.\n\nI'm sorry to have to inform you that your message could not be delivered.\n\n<hal@wickfordlabs.example>: host mail.wickfordlabs.example said: 550 5.1.1 User unknown\n"
    case(
        "bounce",
        v,
        "2027-01-05T09:00:00-06:00",
        "Undelivered Mail Returned to Sender",
        dsn,
        **NONE,
        disposition="ignored",
        style="plain",
        sender=("Mail Delivery System", "MAILER-DAEMON@mx.lakemont112.example"),
        headers={"Auto-Submitted": "auto-replied", "Return-Path": "<>"},
        tags=["ignored", "dsn"],
        why="A delivery report.",
    )
    case(
        "out-of-office",
        v,
        "2027-01-05T09:05:00-06:00",
        "Automatic reply: Items still needed",
        "I am away until Monday, January 11, with limited access to mail. For quotes write to sales@wickfordlabs.example.\n\nHal",
        **NONE,
        disposition="ignored",
        headers={"Auto-Submitted": "auto-replied", "X-Auto-Response-Suppress": "All"},
        tags=["ignored", "out-of-office"],
        why="An automatic out-of-office reply.",
    )
    case(
        "newsletter",
        v,
        "2027-01-06T06:00:00-06:00",
        "January at EdTech Prairie: 5 grants to apply for",
        "Grants, webinars, and more. Apply by February 1, 2027.\n\nYou get this because you signed up. Unsubscribe here.",
        **NONE,
        disposition="ignored",
        style="html",
        sender=("EdTech Prairie", "hello@edtechprairie.example"),
        headers={
            "List-Id": "<news.edtechprairie.example>",
            "List-Unsubscribe": "<https://edtechprairie.example/u>",
            "Precedence": "bulk",
        },
        tags=["ignored", "newsletter"],
        why="A mailing list.",
    )
    case(
        "read-receipt",
        v,
        "2027-01-06T08:00:00-06:00",
        "Read: Lakemont: what we still need",
        "",
        track="none",
        disposition="ignored",
        tags=["ignored", "mdn"],
        why="A read receipt.",
    )
    CASES[-1].raw = MDN.replace("\n", "\r\n").encode()

    case(
        "ticket-ack",
        v,
        "2027-01-07T08:00:00-06:00",
        "[#40081] We received your request",
        "Thanks for contacting Wickford Labs support. Your request (40081) has been received and is being reviewed by our staff. ## Please type your reply above this line ##",
        **NONE,
        disposition="ignored",
        sender=("Wickford Support", "support@wickfordlabs.example"),
        style="html",
        headers={"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"},
        tags=["ignored", "auto-acknowledgement"],
        why="A help desk's automatic acknowledgement.",
    )
    case(
        "invoice-question",
        v,
        "2027-01-07T10:00:00-06:00",
        "Invoice I2740 past due?",
        "Hi, could you tell me when invoice I2740 will be paid? It was due December 31.\n\nThanks,\nAccounts Receivable, Wickford Labs",
        [File("I2740.pdf", orders.invoice(v))],
        **NONE,
        disposition="inquiry",
        tags=["inquiry", "invoice-question"],
        why="A question about a payment.",
    )
    case(
        "sales-pitch",
        v,
        "2027-01-08T10:00:00-06:00",
        "15 minutes next week?",
        "Hi there,\n\nI noticed Lakemont is investing in STEM. Wickford Chem helps districts like yours raise lab scores. Would Tuesday or Wednesday work for a short demo?\n\nHal",
        [File("Wickford one-pager.pdf", orders.brochure(v))],
        **NONE,
        disposition="inquiry",
        style="gmail",
        tags=["inquiry", "sales-pitch"],
        why="A sales pitch.",
    )
    case(
        "thanks",
        v,
        "2027-01-08T12:00:00-06:00",
        "Re: Lakemont",
        "Got it, thank you so much! Have a great weekend.\n\nHal",
        **NONE,
        disposition="inquiry",
        style="iphone",
        tags=["inquiry", "thank-you"],
        why="A thank-you note.",
    )
    case(
        "withdrawal",
        v,
        "2027-01-11T10:00:00-06:00",
        "Please withdraw our Wickford Chem submission",
        "Hello, we have decided not to go ahead this school year. Kindly disregard the papers that we sent in December.\n\nHal Moss",
        **NONE,
        disposition="review",
        accept=["review", "inquiry"],
        style="plain",
        tags=["withdrawal"],
        why="A withdrawal, for a person to close; nothing is submitted.",
    )
    case(
        "how-to-submit",
        v,
        "2027-01-12T10:00:00-06:00",
        "New vendor - what do you need from us?",
        "Hello,\n\na principal asked us to get Wickford Chem approved for use in your district. Could you let me know which documents you need and where I can find your forms?\n\nBest,\nHal Moss",
        items=(M, M, M),
        product="Wickford Chem",
        tags=["how-to-submit"],
        why="An operator asks how to submit: all five are missing.",
    )
    case(
        "staff-forward",
        v,
        "2027-01-13T10:00:00-06:00",
        "FW: Wickford Chem",
        "Can you start this one? For Sherwood. Thanks, Marcia\n\n-----Original Message-----\nFrom: Hal Moss <hal@wickfordlabs.example>\nSent: Tuesday, January 12, 2027 3:11 PM\nTo: Marcia Bell\nSubject: Wickford Chem\n\nHi Marcia, papers attached. Hal",
        [q(v), rfi(v, "acro", "RFI.pdf"), soppa(v, "acro", "DPA.pdf")],
        track="new_operator",
        disposition="review",
        sender=("Marcia Bell", "mbell@lakemont112.example"),
        tags=["review", "staff-forward"],
        why="Mail from the District's own domain that forwards a vendor's papers.",
    )
    w = Vendor(81, "Wickford Labs", "Wickford Bio", "Hal Moss", "AE", "hal@wickfordlabs.example", "Biology.")
    case(
        "two-products",
        v,
        "2027-01-14T10:00:00-06:00",
        "Wickford Chem and Wickford Bio",
        "Hello, here come two products: quotes and forms for Wickford Chem and for Wickford Bio. Chem is for Lakemont High School, Bio for Northwood. Approval of both by March 1, 2027.\n\nHal",
        [
            q(v, name="Chem quote.pdf"),
            rfi(v, "acro", "Chem RFI.pdf"),
            soppa(v, "acro", "Chem DPA.pdf"),
            q(w, name="Bio quote.pdf"),
            rfi(w, "flat", "Bio RFI.pdf"),
            soppa(w, "flat", "Bio DPA.pdf"),
        ],
        track="new_operator",
        disposition="review",
        tags=["review", "two-products"],
        why="Papers of two products in one mail.",
    )
    case(
        "own-mail",
        v,
        "2027-01-15T10:00:00-06:00",
        "Re: Wickford Chem",
        "Hello,\n\nthank you. We still need: the RFI form.\n\nLakemont Purchasing",
        **NONE,
        disposition="ignored",
        style="plain",
        sender=("Lakemont Purchasing", "purchasing@lakemont112.example"),
        headers={"Auto-Submitted": "auto-generated"},
        tags=["ignored", "own-mail"],
        why="The mailbox's own mail.",
    )
