"""Places and dates in the many ways in which people name them."""
# ruff: noqa: E501 - letters and labels read better unbroken

from __future__ import annotations

from cases_agreements import OLD
from corpus import ALT, ECC, EV, HS, INT, LDA, WE, WJ, WV, Corpus, quote, rfi_typed, rider_typed, row
from vendors import Vendor

FAR = Vendor(
    "Farthing Analytics, LLC",
    "Farthing Ledger",
    "Owen Batiste",
    "CSM",
    "owen.batiste@farthinganalytics.example",
    "1 Mint Sq, Denver, CO 80299",
)
HALL = Vendor(
    "Brackenridge Software Group",
    "HallMonitor360",
    "Tess Igoe",
    "Sales",
    "tess.igoe@brackenridge.example",
    "9 Fern Rd, Provo, UT 84699",
)
FROW, HROW = row("Farthing Analytics, LLC", ""), row("Brackenridge Software Group", "HallMonitor360")


def paper(v: Vendor, number: str) -> tuple[str, bytes, str]:
    return (
        f"{number}.pdf",
        quote(v, number, "see cover mail", [(f"{v.product}, annual", 1, 1490.0)], look=len(number) % 3),
        "order_form",
    )


def places(c: Corpus) -> None:
    def ask(
        slug,
        text,
        where,
        due="2027-01-15",
        done="on_file",
        why="",
        tags=(),
        v=HALL,
        agreement=HROW,
        date="2026-11-18 10:00",
        **more,
    ):
        c.add(
            slug,
            v,
            date,
            f"{v.product} quote",
            text,
            [paper(v, "BSG-" + slug[:4])],
            "RNN",
            where,
            due,
            **OLD,
            disposition=done,
            agreement=agreement,
            tags=["existing", *tags],
            why=why,
            **more,
        )

    ask(
        "all-but-one",
        "Hello! Quote attached for HallMonitor360. It'll be used in every school except Second Flight. Final approval by 1/15/2027, please.\nTess",
        [WE, WJ, EV, WV, LDA, INT, HS, ECC],
        tags=["on-file", "negation", "group-of-schools"],
        why="All schools but one are the eight others.",
    )
    ask(
        "not-westview",
        "Quote attached. HallMonitor360 is for Eastview, not for Westview (they have their own thing). Approval deadline: January 15, 2027.\n\nTess Igoe",
        [EV],
        tags=["on-file", "negation"],
        why="Westview is named only to say that it is left out.",
    )
    ask(
        "washington-which",
        "Hi there,\n\nquote for Washington attached, HallMonitor360, one year. They need it approved by Jan 15 2027.\n\nTess",
        "Washington",
        done="incomplete",
        tags=["ambiguous-school"],
        why="There are two Washingtons.",
    )
    ask(
        "washington-both",
        "Quote attached: HallMonitor360 for Washington Elementary and Junior High. Please have it signed off by 15 Jan 2027.\nTess",
        [WE, WJ],
        tags=["on-file", "elided-enumeration"],
        why="'Washington Elementary and Junior High' are both Washingtons.",
    )
    ask(
        "misspelled",
        "hi quote attchd for hallmonitor360. schools are lincon-douglas acadamy + kestral ridge high. aproval needed by 1/15/27 thx",
        [LDA, HS],
        tags=["on-file", "misspelled-school"],
        why="The names are misspelled but plain.",
    )
    ask(
        "unknown-school",
        "Please see the attached quote. HallMonitor360 will be used at Franklin Middle School. Final approval by January 15, 2027.\nTess",
        "Franklin Middle School",
        done="incomplete",
        tags=["unknown-school"],
        why="There is no Franklin Middle School in the District.",
    )
    ask(
        "address-traps",
        "Hi,\n\nattached is our HallMonitor360 quote. Please get us the District's final approval by Jan. 15, 2027.\n\nTess Igoe\nFormer principal, Westview Elementary School\nBrackenridge Software Group\n1400 Lincoln-Douglas Academy Drive, Provo, UT 84699",
        None,
        done="incomplete",
        tags=["school-names-in-signature", "address-trap"],
        why="School names stand only in the signature and the address.",
    )
    ask(
        "counted",
        "Quote is attached for HallMonitor360.\n\nUse: our 3 elementary buildings plus the junior high\nSign-off: by 01/15/2027\n\nT.",
        [WE, EV, WV, WJ],
        tags=["on-file", "group-of-schools"],
        why="Three elementary schools and the one junior high.",
    )
    ask(
        "quoted-only",
        "Sure - quote attached, sorry for the delay! We need the okay by January 15, 2027.\n\nTess\n\nOn Mon, Nov 16, 2026 at 3:12 PM Lena Alvarado <l.alvarado@krusd205.example> wrote:\n> Tess, could you send a HallMonitor360 quote for Eastview and the Intermediate School?\n> We'd want everything wrapped up by December 1.\n> Lena",
        None,
        done="incomplete",
        tags=["quoted-district-mail"],
        why="The schools stand only in the District's own quoted mail.",
        look="gmail",
    )
    c.add(
        "new-vendor-places-in-form",
        Vendor(
            "Thimble Crafts",
            "Thimble Sew",
            "Roz Ekberg",
            "Maker",
            "roz@thimblecrafts.example",
            "7 Bobbin Ct, Racine, WI 53499",
        ),
        "2026-11-19 12:30",
        "Thimble Sew forms",
        "Forms and quote attached, everything you need is in them. Roz",
        [
            (
                "Thimble quote.pdf",
                quote(
                    Vendor("Thimble Crafts", "", "", "", "", ""),
                    "T-1",
                    "11/18/2026",
                    [("Thimble Sew classroom pack", 1, 499.0)],
                ),
                "order_form",
            ),
            (
                "Thimble intake.pdf",
                rfi_typed(
                    Vendor(
                        "Thimble Crafts",
                        "Thimble Sew",
                        "Roz Ekberg",
                        "Maker",
                        "roz@thimblecrafts.example",
                        "7 Bobbin Ct, Racine, WI",
                    ),
                    "11/18/2026",
                    places="WJHS and Second Flight",
                    needed="2/5/2027",
                ),
                "rfi_form",
            ),
            (
                "Thimble rider.pdf",
                rider_typed(
                    Vendor(
                        "Thimble Crafts",
                        "Thimble Sew",
                        "Roz Ekberg",
                        "Maker",
                        "roz@thimblecrafts.example",
                        "7 Bobbin Ct, Racine, WI",
                    ),
                    "11/18/2026",
                ),
                "soppa_form",
            ),
        ],
        "RRR",
        [WJ, ALT],
        "2027-02-05",
        disposition="complete",
        tags=["complete", "locations-in-rfi", "deadline-in-rfi", "flat-typed-over"],
        why="Schools and date stand in the questionnaire.",
    )


def deadlines(c: Corpus) -> None:
    def ask(slug, text, due, done="on_file", why="", tags=(), date="2026-11-23 09:15", **more):
        c.add(
            slug,
            FAR,
            date,
            "Farthing Ledger",
            text,
            [paper(FAR, "FA-" + slug[:5])],
            "RNN",
            more.pop("where", ["Business and Operations"]),
            due,
            **OLD,
            disposition=done,
            agreement=FROW,
            tags=["existing", *tags],
            why=why,
            **more,
        )

    ask(
        "asap",
        "Quote attached for the Business Office. We need your sign-off as soon as humanly possible, ideally before spring semester.\nOwen",
        "?",
        "incomplete",
        tags=["deadline-asap", "season"],
        why="'As soon as possible' and a season are no date.",
    )
    ask(
        "two-dates",
        "Quote attached for the Business Office. Approval needed by January 11, 2027.\n\nP.S. Finance says the District has to approve this by January 25, 2027.\nOwen",
        "?",
        "incomplete",
        tags=["deadline-conflict"],
        why="Two different dates are given for the approval.",
    )
    ask(
        "gone-by",
        "Quote attached for the Business Office. Final approval is needed by November 6, 2026.\nOwen",
        "?",
        "incomplete",
        tags=["deadline-past"],
        why="The date lay two weeks back.",
    )
    ask(
        "trap-dates",
        "Quote attached for the Business Office. It is good through 12/31/2026, the licence would start on January 4, 2027 and your current one ends on December 30. The first invoice goes out February 1, 2027.\nOwen",
        None,
        "incomplete",
        tags=["start-date-trap", "valid-until-trap"],
        why="None of the dates is for the approval.",
    )
    ask(
        "weekday",
        "Quote attached, this one's for the Business Office. Could we have the District's approval by December 4? Sorry, strike that: we need it by Friday, Dec. 11th.\nOwen",
        "2026-12-11",
        tags=["on-file", "deadline-no-year", "self-correction"],
        why="The writer takes December 4 back and names December 11.",
    )
    ask(
        "month-end",
        "Attached is the quote (Business Office). We are looking to have everything approved by end of February 2027.\nOwen",
        "2027-02-28",
        tags=["on-file", "end-of-month"],
        why="The end of February 2027 is the 28th.",
    )
    ask(
        "three-weeks",
        "Quote attached for Business Office. Please approve within three weeks, thanks much.\nOwen",
        "2026-12-14",
        tags=["on-file", "deadline-relative", "deadline-under-4-weeks"],
        why="Three weeks after November 23 is December 14.",
    )
    ask(
        "html-table",
        "x",
        "2027-01-19",
        tags=["on-file", "html-only"],
        why="A CRM mail names department and date in a table.",
        look="htmlonly",
        html_text=(
            "<html><body><p>Hello Kestrel Ridge,</p><p>Your quote from <b>Farthing Analytics</b> is ready (attached).</p><table border=1><tr><td>Product</td><td>Farthing Ledger</td></tr>"
            "<tr><td>Used by</td><td>Business Office</td></tr><tr><td>Quote expires</td><td>12/20/2026</td></tr><tr><td>District approval needed by</td><td>1/19/2027</td></tr></table>"
            "<p>Owen Batiste, CSM</p><p style='font-size:9px'>&copy; 2026 Farthing Analytics, 1 Mint Sq, Denver CO</p></body></html>"
        ),
    )
