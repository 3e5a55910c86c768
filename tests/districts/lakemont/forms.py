"""Lakemont's two forms, their near twins, and the values that vendors write into them."""
# ruff: noqa: E501 (sample letters read better unbroken)

from paper import HEIGHT, WIDTH, Blank, Sheet

LICENCES = ("Choose one", "Per student", "Per building", "District site license", "No cost")
PLATFORMS = ("Chromebook", "iPad", "Windows", "macOS", "Web only")
NAME = "Lakemont Public Schools, District 112"
YES_NO = {
    "sso": "Single sign-on (Google or Microsoft) is supported",
    "roster": "Rosters can be loaded by OneRoster or ClassLink",
    "genai": "The product contains generative AI features",
    "incident": "The company had a security incident in the past 36 months",
    "pupil": "The product will receive, create or keep student information",
}
LABEL = {
    "company": "Legal name of company",
    "product": "Product or service offered",
    "rep": "Representative completing this form",
    "post": "Position",
    "email": "E-mail address",
    "phone": "Phone",
    "ein": "Federal Employer ID (9 digits)",
    "street": "Street",
    "city": "City",
    "state": "State",
    "zip": "ZIP",
    "partner": "Reselling partner (leave empty when you sell directly)",
    "about": "Describe the product and how staff or students use it",
    "places": "Buildings or offices that will use the product",
    "need_date": "Final sign-off by the District is needed no later than",
    "licence": "License type",
    "students": "Number of students",
    "staff": "Number of staff",
    "hosting": "Data center city, state and provider",
    "support": "Help desk hours and contact",
    "genai_how": "If yes, what the AI features do",
    "incident_how": "If yes, date and remedy",
    "reason": "Why SOPPA does not apply",
    "access": "Accessibility conformance (WCAG level or VPAT date)",
    "certname": "Completed by",
    "certdate": "Date completed",
}
SUBJECT = {
    "in": "Falls under SOPPA. The signed Lakemont data privacy agreement comes with this form.",
    "out": "Does not fall under SOPPA, because:",
}
TITLE = "Vendor Preliminary Request for Information Form"
INTRO = (
    "Every company that asks Lakemont Public Schools to license software, an app or an online service fills in all parts of this form. "
    "Answer each question; put N/A where a question cannot apply. Return it to the Purchasing Desk together with your quote and, where "
    "student information is involved, the signed data privacy agreement. Filling in this form creates no obligation to buy."
)


def _line(
    s: Sheet, label: str, key: str, name: str, x0: float, x1: float, start: float, kind: str = "text", **more
) -> None:
    s.text(x0, label)
    s.rule(start, x1, s.y - 3)
    s.add(key, name, kind, (start, s.y - 3, x1, s.y + 12), **more)


def _square(s: Sheet, key: str, name: str, x: float, kind: str = "check", **more) -> None:
    s.c.setLineWidth(0.7)
    s.c.rect(x, s.y - 1, 9, 9)
    s.add(key, name, kind, (x, s.y - 1, x + 9, s.y + 8), **more)


def _yes_no(s: Sheet, key: str, group: str) -> None:
    s.text(54, YES_NO[key])
    for x, word in ((430, "Yes"), (490, "No")):
        _square(s, key, group, x, "radio", option=word)
        s.text(x + 13, word)
    s.y -= 21


def _big(s: Sheet, label: str, key: str, name: str, h: float) -> None:
    s.text(54, label)
    s.y -= 6
    s.c.rect(54, s.y - h, WIDTH - 108, h)
    s.add(key, name, "multi", (54, s.y - h, WIDTH - 54, s.y))
    s.y -= h + 16


def rfi(title: str = TITLE, district: str = NAME) -> Blank:
    """Three pages; the fields have the ugly names that a form wizard gives, and no tooltips."""
    s = Sheet(footer=f"{district} | Purchasing Desk | LPS-RFI rev. 3/26")
    s.center(district, 11, gap=8)
    s.center(title, 15, gap=10)
    s.para(INTRO)
    s.bar("Part 1   Your company")
    for key, name, start in (("company", "Text1", 170), ("product", "Text2", 190), ("rep", "Text3", 230)):
        _line(s, LABEL[key], key, name, 54, 558, start)
        s.y -= 23
    _line(s, LABEL["post"], "post", "Text4", 54, 300, 100)
    _line(s, LABEL["phone"], "phone", "Text6", 318, 558, 356)
    s.y -= 23
    _line(s, LABEL["email"], "email", "Text5", 54, 558, 134)
    s.y -= 25
    s.text(54, LABEL["ein"])
    for i in range(10):
        s.c.line(215 + 18 * i, s.y - 4, 215 + 18 * i, s.y + 12)
    s.rule(215, 377, s.y - 4)
    s.rule(215, 377, s.y + 12)
    s.add("ein", "Comb7", "comb", (215, s.y - 4, 377, s.y + 12))
    s.y -= 25
    _line(s, LABEL["street"], "street", "Text8", 54, 558, 90)
    s.y -= 23
    _line(s, LABEL["city"], "city", "Text9", 54, 300, 80)
    _line(s, LABEL["state"], "state", "Text10", 312, 400, 342)
    _line(s, LABEL["zip"], "zip", "Text11", 414, 558, 436)
    s.y -= 23
    _line(s, LABEL["partner"], "partner", "Text12", 54, 558, 300)
    s.y -= 20
    s.bar("Part 2   What we would buy")
    _big(s, LABEL["about"], "about", "Text13", 78)
    _line(s, LABEL["places"], "places", "Text14", 54, 558, 262)
    s.y -= 24
    _line(s, LABEL["need_date"], "need_date", "Date15", 54, 400, 292)
    s.y -= 24
    s.text(54, LABEL["licence"])
    s.c.rect(116, s.y - 4, 150, 16)
    s.add("licence", "Dropdown5", "choice", (116, s.y - 4, 266, s.y + 12), options=LICENCES)
    _line(s, LABEL["students"], "students", "Text16", 282, 420, 372)
    _line(s, LABEL["staff"], "staff", "Text17", 432, 558, 500)
    s.next_page()
    _second(s)
    _third(s)
    return Blank(s.done(), tuple(s.fields))


def _second(s: Sheet) -> None:
    s.bar("Part 3   Technology")
    s.text(54, "Runs on (check each that applies)")
    s.y -= 18
    for i, word in enumerate(PLATFORMS):
        _square(s, f"run{i}", f"Check Box{i + 1}", 70 + 96 * i)
        s.text(84 + 96 * i, word)
    s.y -= 28
    _yes_no(s, "sso", "Group1")
    _yes_no(s, "roster", "Group2")
    _line(s, LABEL["hosting"], "hosting", "Text18", 54, 558, 220)
    s.y -= 28
    _yes_no(s, "genai", "Group3")
    _big(s, LABEL["genai_how"], "genai_how", "Text19", 42)
    _yes_no(s, "incident", "Group4")
    _line(s, LABEL["incident_how"], "incident_how", "Text20", 54, 558, 165)
    s.y -= 28
    _line(s, LABEL["support"], "support", "Text21", 54, 558, 182)
    s.y -= 28
    _line(s, LABEL["access"], "access", "Text23", 54, 558, 300)
    s.y -= 30
    s.bar("Part 4   References")
    s.text(54, "Two school districts of similar size that use the product today")
    s.y -= 8
    for row in range(3):
        top = s.y - 22 * row
        for a, b in ((54, 134), (134, 304), (304, 444), (444, 558)):
            s.c.rect(a, top - 22, b - a, 22)
    keep = s.y
    s.y = keep - 15
    for x, word in ((138, "District"), (308, "Contact person"), (448, "Telephone")):
        s.text(x, word, 9, True)
    n = 24
    for row in (1, 2):
        s.y = keep - 22 * row - 15
        s.text(58, f"Reference {row}", 9)
        for col, (a, b) in (("who", (134, 304)), ("contact", (304, 444)), ("tel", (444, 558))):
            s.add(f"ref{row}_{col}", f"Text{n}", "text", (a + 1, keep - 22 * (row + 1) + 1, b - 1, keep - 22 * row - 1))
            n += 1
    s.next_page()


def _third(s: Sheet) -> None:
    s.bar("Part 5   Student privacy")
    _yes_no(s, "pupil", "Group6")
    s.text(54, "Student Online Personal Protection Act (105 ILCS 85). Check one. The product:")
    s.y -= 20
    for value in ("in", "out"):
        _square(s, "subject", "Group7", 70, "radio", option=value)
        s.text(86, SUBJECT[value])
        s.y -= 20
    _big(s, LABEL["reason"], "reason", "Text22", 60)
    s.bar("Part 6   Statement")
    s.para(
        "By entering a name below the company states that the answers are true on the date given and that it will tell the "
        "Purchasing Desk when one of them changes before a contract is made."
    )
    s.y -= 8
    _line(s, LABEL["certname"], "certname", "Text30", 54, 360, 126)
    _line(s, LABEL["certdate"], "certdate", "Date31", 374, 558, 452)
    s.y -= 40
    s.bar("Lakemont office use only")
    _line(s, "Logged by", "off1", "Text33", 54, 260, 106)
    _line(s, "Vendor number", "off2", "Text34", 276, 420, 346)
    _line(s, "Reviewer", "off3", "Text35", 432, 558, 476)


# --- the SOPPA form ------------------------------------------------------------------------------------------------

ARTICLES = (
    (
        "Article I. Reason for this agreement",
        (
            "1.1 The LEA wishes to use the Provider's product in its classrooms or offices. In doing so the Provider will come to hold information about "
            "students that the Student Online Personal Protection Act, the Illinois School Student Records Act, FERPA and COPPA protect. Both sides "
            "want the handling of that information to be written down before the product is switched on.",
            "1.2 Where a purchase order, terms of use, end user license or other paper between the two sides says something different about "
            "student data, this DPA wins. Terms that a teacher or student clicks do not alter it.",
        ),
    ),
    (
        "Article II. Ownership and access",
        (
            "2.1 Student Data stays under the control of the LEA, which remains its owner as between the parties. The Provider acts as a school official "
            "performing a function for which the LEA would otherwise assign its own personnel.",
            "2.2 Within five school days of a request the Provider will help the LEA answer a parent or eligible student who asks to see, copy or "
            "correct a record. If the family writes to the Provider itself, the Provider sends it on to the LEA.",
            "2.3 When a law enforcement agency or another third party asks for Student Data, the Provider points it to the LEA and tells "
            "the LEA at once unless a court has ordered silence.",
        ),
    ),
    (
        "Article III. What the LEA will do",
        (
            "3.1 The LEA provides data only as the law permits, lists the product on its public web page of operators, and asks its staff to protect "
            "their passwords. It tells the Provider promptly of any unauthorized use that comes to its attention.",
        ),
    ),
    (
        "Article IV. What the Provider will do",
        (
            "4.1 The Provider uses Student Data for the services in Exhibit A and for nothing else. It makes no student profiles for other ends, shows "
            "no advertising that is aimed by Student Data, and does not sell or rent Student Data under any name.",
            "4.2 Each employee and sub-processor with access is bound in writing to duties at least as strict as these. A current list "
            "of sub-processors is given to the LEA on request, and in January and July of each year.",
            "4.3 De-identified data may be used to improve the product, never to train a model that is offered to others, and never in a "
            "way that could point back to a child, a classroom or a building.",
            "4.4 At the end of the services, or on written request, the Provider deletes or returns Student Data within thirty days "
            "and confirms this in writing. Backup media are overwritten in their usual cycle, at the latest after six months.",
        ),
    ),
    (
        "Article V. Security and incidents",
        (
            "5.1 The Provider keeps Student Data in the United States, encrypts it at rest and on the wire, limits access to those who need it, patches "
            "known weaknesses without delay, and follows a recognized framework such as the NIST Cybersecurity Framework or CIS Controls.",
            "5.2 If Student Data is taken, exposed or changed without authority, the Provider notifies the LEA's technology director within seventy-two "
            "hours of learning of it and in every case in time for the LEA to meet its own duty of thirty calendar days under the Act.",
            "5.3 The notice tells what happened and when, which data and how many students are concerned, and what the Provider has done. "
            "The Provider pays the reasonable cost of letters to families, credit monitoring for one year, and forensic work where the cause lies with it.",
        ),
    ),
    (
        "Article VI. General offer",
        (
            "6.1 A Provider that wishes other Illinois districts to be able to join these terms signs Exhibit E. It is free to leave Exhibit E unsigned; "
            "this DPA is valid without it.",
        ),
    ),
    (
        "Article VII. Miscellaneous",
        (
            "7.1 This DPA lasts as long as the Provider holds Student Data. Either side may end it if the other breaks it and has not put things right within "
            "twenty days of notice. Sections 4.1, 4.4 and 5.3 outlive it.",
            "7.2 Illinois law governs. Suits are brought in the county where the LEA's main office is. A change needs the written consent of both sides. "
            "A merger or sale of the Provider passes this DPA to the successor, who has to tell the LEA.",
            "7.3 If a court strikes one sentence, the others stand. Copies and electronic signatures are as good as originals.",
        ),
    ),
)
SCHEDULE = (
    ("Application technology", "IP addresses, cookies"),
    ("Application technology", "Other usage statistics"),
    ("Assessment", "Standardized test results"),
    ("Assessment", "Observation notes"),
    ("Attendance", "Daily attendance"),
    ("Attendance", "Class attendance"),
    ("Communication", "Messages written in the product"),
    ("Conduct", "Behavior records"),
    ("Demographics", "Date of birth"),
    ("Demographics", "Gender"),
    ("Demographics", "Language spoken at home"),
    ("Enrollment", "Grade level"),
    ("Enrollment", "Homeroom or counselor"),
    ("Family", "Names of parents"),
    ("Family", "E-mail or telephone of parents"),
    ("Programs", "English learner status"),
    ("Programs", "IEP or 504 status"),
    ("Programs", "Free or reduced lunch"),
    ("Schedule", "Courses and sections"),
    ("Student contact", "Home address"),
    ("Student contact", "School e-mail account"),
    ("Identifiers", "State or local ID number"),
    ("Identifiers", "User name and password"),
    ("Name", "First and last name"),
    ("Work", "Writing, pictures, recordings"),
    ("Transcript", "Course grades"),
    ("Transportation", "Bus stop or route"),
    ("None", "No student data is collected"),
)
SOPPA_TITLE = "Illinois SOPPA Data Privacy Agreement"


def _field(
    s: Sheet,
    label: str,
    key: str,
    name: str,
    start: float = 230,
    kind: str = "text",
    end: float = 550,
    gap: float = 24,
    **more,
):
    _line(s, label, key, name, 62, end, start, kind, **more)
    s.y -= gap


def soppa(
    short: str = "Lakemont Public Schools",
    full: str = NAME,
    town: str = "1120 Lakeshore Parkway, Lakemont, Illinois 60045",
    title: str = SOPPA_TITLE,
) -> Blank:
    """Six pages: cover, articles on two, Exhibits A and B, Exhibits B and E, signatures."""
    s = Sheet(font="Times-Roman", margin=62, footer=f"{title}, {short}   v2025-07")
    s.center(title, 17, gap=7)
    s.center(short, 15, gap=22)
    s.para(
        f'This Data Privacy Agreement ("DPA") is made between {full}, {town} (the "Local Education Agency" or "LEA"), and the company named '
        'on the next line (the "Provider"). It takes effect on the day on which the Provider signs it.',
        11,
        14,
    )
    s.y -= 10
    _field(s, "Provider (legal name)", "company", "ProviderName", 180)
    _field(s, "Provider street address", "address", "ProviderAddress", 190)
    _field(s, "Product or products covered", "product", "Products", 205)
    _field(s, "Quote or service agreement, with date", "service", "ServiceAgreement", 245)
    s.y -= 6
    s.para(
        "Whereas the Provider has agreed to supply digital services to the LEA; and whereas the Provider may in that course receive or create "
        "records that federal and Illinois statutes protect, among them 20 U.S.C. 1232g, 15 U.S.C. 6501, 105 ILCS 10 and 105 ILCS 85; and whereas "
        "both sides wish to set out who does what to keep these records safe; now therefore they agree to the Articles and Exhibits that follow.",
        11,
        14,
    )
    s.y -= 8
    s.para(
        "How to fill in this document. The Provider completes the lines above, Exhibit A, Exhibit B and the Provider block of the signature page. "
        "The LEA completes its own block afterwards. Exhibit E is an offer that the Provider may make or not. Exhibits C and D of the national model, "
        "which hold definitions and a deletion order, are not reprinted here and apply by reference. Return all six pages.",
        11,
        14,
    )
    s.next_page()
    for n, (head, sections) in enumerate(ARTICLES):
        if n == 4:
            s.next_page()
        s.para(head, 12, 16, bold=True)
        for words in sections:
            s.para(words, 11, 14.5)
        s.y -= 4
    s.next_page()
    s.center("Exhibit A", 13, gap=4)
    s.center("Description of services", 12, gap=12)
    s.text(62, "What the product does, for whom, and since when")
    s.y -= 8
    s.c.rect(62, s.y - 110, WIDTH - 124, 110)
    s.add("services", "ExhibitA_Services", "multi", (62, s.y - 110, WIDTH - 62, s.y))
    s.y -= 140
    s.center("Exhibit B", 13, gap=4)
    s.center("Schedule of data", 12, gap=10)
    s.para("Mark in the last column each element that the product uses. At least one row has to be marked.", 10)
    _schedule(s, 0, 17)
    s.next_page()
    s.text(62, "Exhibit B, continued", 10, True)
    s.y -= 12
    _schedule(s, 17, len(SCHEDULE))
    s.y -= 16
    _field(s, "Other data not listed", "other_data", "B_Other", 175)
    s.y -= 10
    s.center("Exhibit E", 13, gap=4)
    s.center("General offer of terms", 12, gap=10)
    s.para(
        f"By signing here the Provider offers the same protection that it gives to {short} to any other Illinois district that accepts this offer within "
        "three years, by a separate signature on its own copy. Signing Exhibit E is voluntary.",
        10.5,
        13.5,
    )
    s.y -= 12
    _field(s, "Signature for Exhibit E", "e_sig", "E_Signature", 185, "sig")
    _field(s, "Printed name (Exhibit E)", "e_name", "E_Name", 190)
    _field(s, "Date (Exhibit E)", "e_date", "E_Date", 150)
    s.next_page()
    _signatures(s, short)
    return Blank(s.done(), tuple(s.fields))


def _schedule(s: Sheet, first: int, last: int) -> None:
    h = 17.5
    top = s.y
    for i in range(last - first + 1):
        y = top - h * (i + 1)
        for a, b in ((62, 200), (200, 470), (470, 550)):
            s.c.setLineWidth(0.5)
            s.c.rect(a, y, b - a, h)
        s.y = y + 5
        if i == 0:
            for x, word in ((66, "Category of data"), (204, "Elements"), (474, "Used: check")):
                s.text(x, word, 9.5, True)
        else:
            cat, element = SCHEDULE[first + i - 1]
            s.text(66, cat)
            s.text(204, element)
            _square(s, f"b{first + i - 1}", f"B_{first + i:02d}", 505)
    s.y = top - h * (last - first + 1)


def _signatures(s: Sheet, short: str) -> None:
    s.center("Signature page", 14, gap=14)
    s.para("In witness of their agreement the parties have signed on the dates shown.", 11, 14)
    s.bar(f"LEA: {short}")
    s.y -= 4
    _field(s, "Signature (LEA)", "l_sig", "LEA_Signature", 160, "sig")
    _field(s, "Printed name (LEA)", "l_name", "LEA_Name", 170)
    _field(s, "Title (LEA)", "l_title", "LEA_Title", 130)
    _field(s, "Date (LEA)", "l_date", "LEA_Date", 130)
    s.y -= 6
    s.bar("Provider")
    s.y -= 4
    _field(s, "Signature", "sig", "P_Signature", 130, "sig", gap=26)
    _field(s, "Printed name", "name", "P_Name", 140)
    _field(s, "Title", "title", "P_Title", 110)
    _field(s, "Date signed", "date", "P_Date", 130)
    s.y -= 8
    s.para(
        "Designated Representative of the Provider for this DPA, and the person to call when student data may have been breached:",
        10.5,
        13.5,
    )
    s.y -= 6
    _field(s, "Designated Representative", "desig", "P_DesignatedRep", 195)
    _field(s, "Representative's e-mail", "desig_mail", "P_RepEmail", 185)
    _field(s, "Breach contact", "breach", "P_BreachContact", 150)
    _field(s, "Breach telephone (24 hours)", "breach_tel", "P_BreachPhone", 205)
    s.y -= 10
    s.para("Exhibits attached: A (Description of services), B (Schedule of data), E (General offer of terms).", 9.5)
    assert s.y > 60, HEIGHT


# --- what is written into them ---------------------------------------------------------------------------------------


def rfi_values(v, **over) -> dict:
    d = {
        "company": v.company,
        "product": v.product,
        "rep": v.person,
        "post": v.post,
        "email": v.email,
        "phone": v.phone,
        "ein": v.ein,
        "street": v.street,
        "city": v.city,
        "state": v.state,
        "zip": v.zip,
        "about": v.about,
        "licence": LICENCES[1 + v.n % 4],
        "students": str(80 + 37 * v.n),
        "staff": str(4 + v.n),
        "run0": True,
        "run4": v.n % 2 == 0,
        "sso": "Yes",
        "roster": "Yes" if v.n % 3 else "No",
        "hosting": (
            "Columbus, Ohio (AWS us-east-2)",
            "Council Bluffs, IA / Google Cloud",
            "Boydton, Virginia, Microsoft Azure",
        )[v.n % 3],
        "genai": "No",
        "incident": "No",
        "support": f"7-5 Central, {v.phone}",
        "access": ("WCAG 2.1 AA", "VPAT 2.5, March 2026")[v.n % 2],
        "ref1_who": ("Batavia USD 101", "Harlem UD 122")[v.n % 2],
        "ref1_contact": ("Pat Lindqvist", "Renee Tolbert")[v.n % 2],
        "ref1_tel": "630-555-0144",
        "ref2_who": ("Rockdale SD 84", "Kaneland CUSD 302")[v.n % 2],
        "ref2_contact": ("Dev Anand", "L. Brzezinski")[v.n % 2],
        "ref2_tel": "815-555-0176",
        "pupil": "Yes",
        "subject": "in",
        "certname": v.person,
        "certdate": v.signed,
    }
    return {**d, **over}


def soppa_values(v, **over) -> dict:
    marks = {f"b{i}": True for i in ((0, 11, 20, 23) if v.n % 2 else (1, 11, 18, 22, 23, 25))}
    d = {
        "company": v.company,
        "address": f"{v.street}, {v.city}, {v.state} {v.zip}",
        "product": v.product,
        "service": f"{v.quote}, {v.signed}",
        "services": v.about,
        **marks,
        "sig": v.person,
        "name": v.person,
        "title": v.post,
        "date": v.signed,
        "desig": v.person,
        "desig_mail": v.email,
        "breach": ("Security desk", "Chief Privacy Officer")[v.n % 2],
        "breach_tel": v.phone,
    }
    return {**d, **over}
