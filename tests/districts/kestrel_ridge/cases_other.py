"""Containers, broken files, staff, and mail that submits nothing."""
# ruff: noqa: E501 - letters and labels read better unbroken

from __future__ import annotations

import io
import zipfile

import fills
from corpus import ALL, EV, HS, INT, LDA, WJ, WV, Corpus, quote, rfi_typed, rider_typed
from mailkit import message, when
from papers import prose
from vendors import Vendor


def zipped(*files) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for name, data in files:
            z.writestr(zipfile.ZipInfo(name, (2026, 11, 1, 9, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def packet(v: Vendor, day: str, number: str):
    return (
        (
            f"{number} quote.pdf",
            quote(v, number, day, [(f"{v.product}, annual licence", 120, 5.5)], look=len(number) % 3),
            "order_form",
        ),
        (f"{number} intake.pdf", rfi_typed(v, day), "rfi_form"),
        (f"{number} rider.pdf", rider_typed(v, day), "soppa_form"),
    )


def inside(files, container: str) -> list[dict]:
    return [{"filename": name, "kind": kind, "in": container} for name, _, kind in files]


def containers(c: Corpus) -> None:
    v = Vendor(
        "Juniper Slate Software",
        "Slate Portfolio",
        "Max Ferro",
        "Sales",
        "max@juniperslate.example",
        "5 Shale Rd, Bend, OR 97799",
    )
    files = packet(v, "11/20/2026", "JS-1")
    c.add(
        "zip",
        v,
        "2026-11-20 11:00",
        "Slate Portfolio - zip",
        "Everything's zipped up. For LDA and KRHS, sign-off by Jan 29, 2027.\n\nMax",
        [("slate_krusd.zip", zipped(*(f[:2] for f in files)), None)],
        "RRR",
        [LDA, HS],
        "2027-01-29",
        disposition="complete",
        listed=inside(files, "slate_krusd.zip"),
        tags=["complete", "zip", "alias"],
        why="The ZIP holds all three papers.",
    )
    v = Vendor(
        "Poppyseed Studios",
        "Poppy Phonics",
        "Lane Abbott",
        "Co-founder",
        "lane@poppyseedstudios.example",
        "1 Stem St, Ojai, CA 93099",
    )
    files = packet(v, "11/20/2026", "PP")
    inner = message(
        900,
        "Robin Sethi <robin@poppyseedstudios.example>",
        "2026-11-20 16:00",
        "KR docs",
        "Lane, here are the signed docs.",
        [f[:2] for f in files],
        to=v.email,
    )
    c.add(
        "forwarded",
        v,
        "2026-11-20 17:12",
        "Fwd: KR docs",
        "Forwarding what Robin put together (as an attachment, hope that works!). Poppy Phonics is for Eastview and Little Talons... sorry, scratch that, Eastview and Westview. Approval by 2/12/2027.\nLane",
        [("KR docs.eml", inner, None)],
        "RRR",
        [EV, WV],
        "2027-02-12",
        disposition="complete",
        listed=inside(files, "KR docs.eml"),
        tags=["complete", "nested-message", "negation"],
        accept=["review"],
        why="The papers are in the attached message; the writer corrects the places to Eastview and Westview.",
    )
    v = Vendor(
        "Clavicle Anatomy", "Clavicle 3D", "Sid Brandt", "Ops", "sid@clavicle3d.example", "206 Bone St, Omaha, NE 68199"
    )
    files = packet(v, "11/23/2026", "C3D")
    c.add(
        "encrypted",
        v,
        "2026-11-23 08:30",
        "Clavicle 3D",
        "Three files attached; our counsel locks the rider by policy, ring me for the password. Washington Junior High. Approve by Jan 20, 2027 please.\nSid",
        [files[0], files[1], ("C3D rider.pdf", fills.locked(files[2][1]), "unreadable")],
        "RRM",
        [WJ],
        "2027-01-20",
        tags=["encrypted-pdf"],
        why="The rider is locked with a password.",
    )
    v = Vendor(
        "Umber Art Supply", "Umber Gallery", "Flo Denning", "Rep", "flo@umberart.example", "4 Ochre Rd, Taos, NM 87599"
    )
    files = packet(v, "11/24/2026", "UA")
    c.add(
        "broken-files",
        v,
        "2026-11-24 13:45",
        "Umber Gallery",
        "Quote, intake, rider. Intermediate School. Approval needed by February 5, 2027.\nFlo",
        [("UA quote.pdf", files[0][1][:700], "unreadable"), ("UA intake.docx", b"", "unreadable"), files[2]],
        "MMR",
        [INT],
        "2027-02-05",
        tags=["truncated-pdf", "zero-byte"],
        why="The quote is cut off and the questionnaire is an empty file.",
    )
    c.add(
        "cloud-link",
        Vendor("Verbena Labs", "Verbena Lens", "Jo Achterberg", "CSM", "jo@verbenalabs.example", ""),
        "2026-11-24 15:05",
        "Verbena Lens for KRHS",
        "Hello! All of the documents (order form, intake questionnaire, rider) live in this folder: https://drive.cloudfiles.example/d/9xk2?usp=sharing\nSchool: Kestrel Ridge HS\nApproval by: 1/22/2027\nJo",
        [],
        "MMM",
        [HS],
        "2027-01-22",
        tags=["cloud-link", "no-attachments"],
        why="The papers are behind a link.",
    )
    v = Vendor(
        "Basalt Security",
        "Basalt Filter",
        "Ty Okafor",
        "SE",
        "ty@basaltsecurity.example",
        "3 Column Rd, Ogden, UT 84499",
    )
    files = packet(v, "11/24/2026", "BS")
    c.add(
        "claims-all",
        v,
        "2026-11-24 16:20",
        "Basalt Filter submission",
        "Attached are (1) the order form, (2) the completed questionnaire and (3) the signed rider. District-wide. Approval no later than March 5, 2027.\n\nTy",
        [files[0]],
        "RMM",
        ALL,
        "2027-03-05",
        tags=["claims-attached", "district-wide"],
        why="Three papers are announced, one is attached.",
    )


def people(c: Corpus) -> None:
    v = Vendor(
        "Cascade Civics",
        "Civics Arena",
        "Ned Purcell",
        "Sales",
        "ned@cascadecivics.example",
        "1 Falls Rd, Yreka, CA 96099",
    )
    files, second = (
        packet(v, "11/19/2026", "CA"),
        packet(Vendor("Cascade Civics", "Ballot Box Jr.", "Ned Purcell", "Sales", v.email, v.town), "11/19/2026", "BB"),
    )
    c.add(
        "two-products",
        v,
        "2026-11-19 09:00",
        "Civics Arena AND Ballot Box Jr.",
        "Two products, two sets: Civics Arena for KRHS, Ballot Box Jr. for Westview. Both needed by Jan 29, 2027.\nNed",
        [*files, *second],
        disposition="review",
        product="Civics Arena; Ballot Box Jr.",
        tags=["review", "two-products"],
        why="Papers of two products in one mail.",
    )
    v = Vendor(
        "Sandpiper Speech",
        "Sandpiper Sounds",
        "Eve Rollins",
        "Owner",
        "eve@sandpiperspeech.example",
        "2 Dune Dr, Kenosha, WI 53199",
    )
    files = packet(v, "11/18/2026", "SS")
    c.add(
        "staff-forward",
        "Marcus Otis <m.otis@krusd205.example>",
        "2026-11-19 14:14",
        "FW: Sandpiper Sounds",
        "Lena - can you take this from here? We want it at Washington El.\n\nMarcus\n\n-----Original Message-----\nFrom: Eve Rollins <eve@sandpiperspeech.example>\nSent: Wednesday, November 18, 2026 4:02 PM\nTo: Marcus Otis\nSubject: Sandpiper Sounds\n\nHi Marcus, quote and forms as promised. Approval by January 22, 2027.\nEve",
        files[:2],
        disposition="review",
        email="eve@sandpiperspeech.example",
        product="Sandpiper Sounds",
        look="outlook",
        tags=["review", "staff-forward"],
        why="A principal forwards a vendor's papers.",
    )
    none = {"track": "none", "disposition": "inquiry"}
    c.add(
        "how-to-submit",
        Vendor("Larch & Loom", "", "Iris Quan", "Founder", "iris@larchloom.example", ""),
        "2026-10-30 10:10",
        "becoming a vendor",
        "Hi! We make a weaving-pattern app and one of your art teachers would love to purchase it. What paperwork do you require from us, and where do I send it?\n\nIris Quan\nLarch & Loom",
        [],
        "MMM",
        None,
        None,
        tags=["how-to-submit", "no-attachments"],
        why="An operator asks how to submit: all five are still to come.",
    )
    c.add(
        "withdrawn",
        Vendor("Gantry Hill Software", "Gantry Scheduler", "Wes Okonjo", "AE", "wokonjo@gantryhill.example", ""),
        "2026-11-30 09:00",
        "Re: Gantry Scheduler",
        "Lena, please disregard our submission, we are withdrawing the Gantry Scheduler quote. Sorry for the trouble.\nWes",
        [],
        track="none",
        disposition="review",
        accept=["inquiry"],
        tags=["withdrawal"],
        why="The vendor withdraws; nothing is submitted and no answer is due.",
    )
    c.add(
        "invoice-status",
        "AR Desk <ar@stonefruitlearning.example>",
        "2026-11-30 11:22",
        "Past due: SF-INV-90",
        "Hello Accounts Payable,\n\nour records show SF-INV-90 ($1,330.00) as unpaid since October 15. Can you tell me when a check will be cut?\n\nThank you,\nAR Desk",
        [
            (
                "SF-INV-90.pdf",
                quote(
                    Vendor("Stonefruit Learning PBC", "", "", "", "", ""),
                    "SF-INV-90",
                    "9/15/2026",
                    [("Stonefruit Fractions", 14, 95.0)],
                    ["Terms: net 30. Past due."],
                    heading="Invoice",
                ),
                "other",
            )
        ],
        **none,
        email="ar@stonefruitlearning.example",
        tags=["inquiry", "invoice-question"],
        why="A question about a payment.",
    )
    c.add(
        "pitch",
        "Blaine Corcoran <blaine@rocketgrow.example>",
        "2026-11-30 12:40",
        "15 minutes this week?",
        "Hi Lena,\n\nDistricts like yours cut reading gaps by 38% with RocketGrow. Do you have 15 minutes Thursday for a quick demo? Our one-pager is attached.\n\nBlaine",
        [
            (
                "RocketGrow one-pager.pdf",
                prose(
                    "RocketGrow at a glance",
                    ["Close the gap. Adaptive reading for K-8. Book a demo today."],
                    "Helvetica",
                ),
                "other",
            )
        ],
        **none,
        email="blaine@rocketgrow.example",
        look="gmail",
        tags=["inquiry", "sales-pitch"],
        why="A sales pitch.",
    )
    c.add(
        "thanks",
        "Gemma Tran-Ellis <gemma@stonefruitlearning.example>",
        "2026-12-01 08:00",
        "Re: Stonefruit Fractions for KRUSD 205",
        "Wonderful, thank you so much Lena! Have a great week.\n\nGemma\n\nOn Mon, Nov 30, 2026 at 4:40 PM Lena Alvarado <l.alvarado@krusd205.example> wrote:\n> Approved last night. Eastview and Westview will start in January.",
        [],
        **none,
        email="gemma@stonefruitlearning.example",
        tags=["inquiry", "thank-you"],
        why="A thank-you.",
    )
    c.add(
        "auto-renew-notice",
        "Gwen Tolliver <gwen.t@ospreyassess.example>",
        "2026-12-01 10:30",
        "heads up: Osprey Benchmarks auto-renews in July",
        "Hi Lena, just a courtesy note that your Osprey Benchmarks plan renews on its own July 1, 2027. Nothing to do on your side right now.\nGwen",
        [],
        **none,
        email="gwen.t@ospreyassess.example",
        tags=["inquiry", "renewal-notice"],
        why="A notice that asks for nothing.",
    )


def machines(c: Corpus) -> None:
    none = {"track": "none", "disposition": "ignored"}
    c.add(
        "out-of-office",
        "Rhea Manning <rhea@cobblestonereading.example>",
        "2026-12-01 10:31",
        "Automatic reply: Re: Decodables quote for Washington Elem",
        "I am away until December 7 with limited access to mail. For anything urgent please write to orders@cobblestonereading.example.",
        [],
        **none,
        email="rhea@cobblestonereading.example",
        headers={"Auto-Submitted": "auto-replied", "X-Auto-Response-Suppress": "All"},
        tags=["ignored", "out-of-office"],
        why="An out-of-office reply.",
    )
    c.add(
        "out-of-office-bare",
        "Kim Yost <kyost@prairiestatetech.example>",
        "2026-12-01 10:33",
        "Out of Office Re: PST Quote 60221",
        "Thanks for your message. I'm out of the office for a trade show and will be back on Monday, December 14. If you need a quote approved sooner, please contact sales@prairiestatetech.example.\n\nKim Yost",
        [],
        **none,
        email="kyost@prairiestatetech.example",
        headers={"Precedence": "auto_reply"},
        tags=["ignored", "out-of-office"],
        why="An out-of-office reply.",
    )
    c.add(
        "newsletter",
        "Osprey Assessment Network <news@mail.ospreyassess.example>",
        "2026-12-02 06:00",
        "December tips + new order forms for 2027!",
        "Hello educator,\n\nOrder by January 31, 2027 to lock in this year's pricing. New this month: growth charts.\n\nUnsubscribe: https://mail.ospreyassess.example/u/1",
        [],
        **none,
        email="news@mail.ospreyassess.example",
        look="gmail",
        headers={
            "List-Unsubscribe": "<https://mail.ospreyassess.example/u/1>",
            "List-Id": "<news.mail.ospreyassess.example>",
            "Precedence": "bulk",
        },
        tags=["ignored", "newsletter"],
        why="A mailing list.",
    )
    c.add(
        "ticket",
        "Brackenridge Support <support@brackenridge.example>",
        "2026-12-02 09:01",
        "[BSG #77120] We got your request",
        "Thank you for contacting Brackenridge Support. A ticket (77120) has been opened and an agent will get back to you. Please do not reply to this automated message.",
        [],
        **none,
        email="support@brackenridge.example",
        headers={"Auto-Submitted": "auto-generated", "X-Ticket": "77120"},
        tags=["ignored", "auto-acknowledgement"],
        why="A help desk's automatic acknowledgement.",
    )
    number = len(c.cases) + 1
    head = f"Date: {when('2026-12-02 09:05'):%a, %d %b %Y %H:%M:%S %z}\r\nMessage-ID: <kr{number}.bounce@mx.tallgrassmedia.example>\r\nMIME-Version: 1.0\r\n"
    bounce = (
        f"Return-Path: <>\r\nFrom: Mail Delivery System <mailer-daemon@mx.tallgrassmedia.example>\r\nTo: techpurchasing@krusd205.example\r\nSubject: Delivery Status Notification (Failure)\r\n{head}"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="kr-dsn"\r\n\r\n--kr-dsn\r\nContent-Type: text/plain; charset=us-ascii\r\n\r\nYour message to lou@tallgrassmedia.example could not be delivered: mailbox full.\r\n'
        "--kr-dsn\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.tallgrassmedia.example\r\n\r\nFinal-Recipient: rfc822; lou@tallgrassmedia.example\r\nAction: failed\r\nStatus: 5.2.2\r\n"
        "--kr-dsn\r\nContent-Type: text/rfc822-headers\r\n\r\nFrom: techpurchasing@krusd205.example\r\nTo: lou@tallgrassmedia.example\r\nSubject: Re: Tallgrass News for junior high\r\n\r\n--kr-dsn--\r\n"
    ).encode()
    c.add(
        "bounce",
        "mailer-daemon@mx.tallgrassmedia.example",
        "2026-12-02 09:05",
        "",
        "",
        [],
        **none,
        raw=bounce,
        listed=[],
        tags=["ignored", "dsn"],
        why="A delivery report.",
    )
    receipt = (
        f"From: Sid Brandt <sid@clavicle3d.example>\r\nTo: techpurchasing@krusd205.example\r\nSubject: Read: Clavicle 3D\r\n{head.replace('bounce@mx.tallgrassmedia', 'mdn@clavicle3d')}"
        'Content-Type: multipart/report; report-type=disposition-notification; boundary="kr-mdn"\r\n\r\n--kr-mdn\r\nContent-Type: text/plain; charset=us-ascii\r\n\r\nYour message was read on December 2, 2026.\r\n'
        "--kr-mdn\r\nContent-Type: message/disposition-notification\r\n\r\nReporting-UA: clavicle3d.example\r\nFinal-Recipient: rfc822;sid@clavicle3d.example\r\nDisposition: manual-action/MDN-sent-manually; displayed\r\n\r\n--kr-mdn--\r\n"
    ).encode()
    c.add(
        "read-receipt",
        "sid@clavicle3d.example",
        "2026-12-02 09:05",
        "",
        "",
        [],
        **none,
        raw=receipt,
        listed=[],
        tags=["ignored", "mdn"],
        why="A read receipt.",
    )
