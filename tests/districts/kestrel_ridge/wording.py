"""What the two blank forms of Kestrel Ridge say, apart from how they are laid out."""
# ruff: noqa: E501 - letters and labels read better unbroken

from __future__ import annotations

DISTRICT = "Kestrel Ridge Unit School District 205"
RFI_TITLE = "Technology Vendor Intake Questionnaire"
SOPPA_TITLE = "Student Data Privacy Rider (SOPPA)"

# kind, key, label, choices or number of lines
RFI_LEFT_1 = [
    ("head", "", "A. Who you are", ()),
    ("line", "company", "Company (full legal name)", 1),
    ("line", "dba", "Doing business as (if different)", 1),
    ("line", "person", "Person we should call", 1),
    ("line", "job", "Job title", 1),
    ("line", "phone", "Direct phone", 1),
    ("line", "email", "E-mail address", 1),
    ("line", "address", "Street, city, state, ZIP", 2),
    ("line", "web", "Company web site", 1),
    ("line", "resold", "If you resell for another company, which one", 1),
    ("head", "", "B. What you are offering", ()),
    ("line", "product", "Name of the product", 1),
    ("line", "does", "In a sentence or two, what does it do for us", 3),
    ("line", "places", "Buildings or offices that will use it", 2),
]
RFI_RIGHT_1 = [
    (
        "boxes",
        "users",
        "Who will log in? (check every one that applies)",
        ("Students", "Teachers", "Office staff", "Families", "Nobody"),
    ),
    ("line", "count", "About how many people in a year", 1),
    ("line", "needed", "Board or cabinet sign-off wanted by", 1),
    ("head", "", "C. How it works", ()),
    (
        "boxes",
        "runs",
        "It runs on (check every one that applies)",
        ("Chromebook", "iPad", "Windows PC", "Mac", "Phone", "Our server"),
    ),
    (
        "boxes",
        "signin",
        "People sign in with (check every one)",
        ("Google", "Clever", "ClassLink", "Own password", "No sign-in"),
    ),
    ("line", "kept", "City and state where data is kept", 1),
    ("line", "host", "Company that hosts it", 1),
    ("line", "roster", "How rosters get in and out", 1),
    ("boxes", "ai", "Is generative AI part of it?", ("Yes", "No")),
    ("line", "aiwhere", "If it is, tell us where", 1),
]
RFI_LEFT_2 = [
    ("head", "", "D. Student records", ()),
    ("boxes", "records", "Will it see or store anything about a student?", ("Yes", "No")),
    (
        "boxes",
        "soppa",
        "Illinois SOPPA, 105 ILCS 85 (check one)",
        (
            "SOPPA applies. Our signed Student Data Privacy Rider comes with this.",
            "SOPPA does not apply to this product. The reason is given below.",
        ),
    ),
    ("line", "why", "Reason SOPPA does not apply", 2),
    ("line", "encrypt", "How data is encrypted", 1),
    ("line", "audit", "Last outside security review", 1),
    ("line", "helpers", "Other companies that touch our data", 1),
    ("line", "leave", "What happens to data when we leave", 2),
]
RFI_RIGHT_2 = [
    ("line", "insurance", "Cyber insurance carrier and limit", 1),
    ("head", "", "E. Accessibility", ()),
    ("boxes", "wcag", "Meets WCAG 2.1 AA?", ("Fully", "Partly", "Not yet")),
    ("line", "vpat", "Month and year of your VPAT", 1),
    ("head", "", "F. Who filled this in", ()),
    ("line", "by", "Your name", 1),
    ("line", "on", "Today's date", 1),
    ("head", "", "District staff only", ()),
    ("line", "log", "Intake log number", 1),
    ("line", "reviewer", "Reviewed by (District)", 1),
]
RFI_PAGES = [(RFI_LEFT_1, RFI_RIGHT_1), (RFI_LEFT_2, RFI_RIGHT_2)]
RFI_INTRO = (
    "Selling software to our schools? Answer every question and e-mail this sheet with your quote and the signed Student Data "
    'Privacy Rider to techpurchasing@krusd205.example. If a question does not fit your product, write "does not apply".'
)
RFI_OPTIONAL = [
    "Doing business as (if different)",
    "If you resell for another company, which one",
    "Buildings or offices that will use it",
    "Board or cabinet sign-off wanted by",
    "If it is, tell us where",
    "Reason SOPPA does not apply",
    "Intake log number",
    "Reviewed by (District)",
]

ELEMENTS = [
    ("e_name", "Name of the student"),
    ("e_id", "State or local student number"),
    ("e_birth", "Birth date or age"),
    ("e_contact", "Home address or telephone"),
    ("e_mail", "School e-mail account"),
    ("e_class", "Class schedule and teachers"),
    ("e_score", "Scores, grades and progress"),
    ("e_work", "Writing, recordings and other work"),
    ("e_health", "Health or counseling notes"),
    ("e_iep", "IEP, 504 or disability status"),
    ("e_meals", "Free or reduced meal status"),
    ("e_device", "Device, browser and location data"),
]
SAFEGUARDS = [
    ("s_train", "Staff with access are trained every year"),
    ("s_mfa", "Administrators sign in with a second factor"),
    ("s_us", "Student data stays in the United States"),
    ("s_test", "A penetration test was done in the last 18 months"),
]
HELPER_HEAD = ("", "Company", "What it does for Provider", "State or country")
HELPERS = [("First helper", ("h1a", "h1b", "h1c")), ("Second helper", ("h2a", "h2b", "h2c"))]

# kind, key, text
SOPPA = [
    ("title", "", SOPPA_TITLE),
    ("center", "", f"{DISTRICT} and the Provider named here"),
    ("line", "provider", "Provider (registered name)"),
    ("line", "paddress", "Provider's mailing address"),
    ("line", "covers", "Product or products this Rider covers"),
    ("line", "quote", "Quote or contract this Rider goes with"),
    (
        "para",
        "",
        "The District uses online tools whose makers receive information about its students. Illinois law asks that each such maker "
        "put its promises in writing. This Rider is that writing. It becomes part of the quote or contract named above, and if the two "
        "disagree, this Rider wins, even over terms that a teacher clicks through on a screen.",
    ),
    ("art", "", "Article 1. Whose data it is"),
    (
        "para",
        "",
        "Everything about a student that Provider receives from the District, from a family or from the student, and everything that "
        "Provider's tool makes out of it, is Student Data and belongs to the student or to the District. Provider borrows it for one "
        "purpose: to run the product for the schools that bought it. Provider acts as a school official under FERPA, does what the "
        "District tells it about Student Data, and keeps no rights in Student Data after this Rider ends. Provider does not argue that "
        "scrubbed or combined data stops being Student Data unless no person could be picked out of it by any reasonable effort.",
    ),
    ("art", "", "Article 2. What Provider promises not to do"),
    (
        "para",
        "",
        "Provider will not sell or rent Student Data; will not aim advertising at a student or a family because of it; will not build a "
        "file on a student other than the one the school asked for; will not feed it to a machine-learning model that works for anybody "
        "else; and will not hand it to another company, save for the helpers in Exhibit 3 who have signed promises as strict as these. "
        "A court order is no exception to notice: Provider tells the Superintendent before it answers one, unless a judge forbids it.",
    ),
    ("art", "", "Article 3. Keeping data safe"),
    (
        "para",
        "",
        "Provider follows a written security program that fits the NIST Cybersecurity Framework or an equal standard. Data is encrypted "
        "while it moves and while it rests, only people who need it can open it, and logs are kept for at least one year. Once each "
        "school year the District may ask for the latest outside review and Provider sends it within three weeks.",
    ),
    ("break", "", ""),
    ("art", "", "Article 4. When something goes wrong"),
    (
        "para",
        "",
        "If Student Data is taken, seen or lost by someone who had no right to it, Provider calls and writes to the District as soon as it "
        "knows, and never later than thirty days after it has made sure. The letter says what was lost, whose it was, when, and how "
        "Provider is closing the hole. Provider pays for letters to families, for one year of credit monitoring, for the District's "
        "lawyers, and for any fine that follows from its own mistake.",
    ),
    ("initials", "i4", "Provider's initials, Article 4"),
    ("art", "", "Article 5. Families' rights"),
    (
        "para",
        "",
        "A parent may ask the school to see, copy or correct what Provider holds. Provider gives the school what it needs within two weeks "
        "of the request and mends wrong facts within ninety days. Twice a year the District posts a copy of this Rider and its Exhibits "
        "on its web site. Provider agrees, and tells the District by each June 1 and December 1 what has changed in them.",
    ),
    ("initials", "i5", "Provider's initials, Article 5"),
    ("art", "", "Article 6. Giving data back"),
    (
        "para",
        "",
        "When the District stops using the product, or asks for it sooner, Provider returns Student Data in a common file format and then "
        "erases its own copies within the number of days in Exhibit 4. Copies on backup tapes may age out within one year if nobody reads them. "
        "Provider confirms in writing that the work is done.",
    ),
    ("initials", "i6", "Provider's initials, Article 6"),
    ("art", "", "Article 7. Money and law"),
    (
        "para",
        "",
        "Provider stands behind these promises: it defends the District, its Board and its employees and pays what a court awards when a "
        "third person sues because Provider broke this Rider. Provider keeps cyber coverage of one million dollars or more for each "
        "event. Illinois law governs and suits are heard in the county where the District office stands. The District gives up no immunity.",
    ),
    ("initials", "i7", "Provider's initials, Article 7"),
    ("art", "", "Article 8. How long"),
    (
        "para",
        "",
        "This Rider starts on the day of the later signature and lasts as long as Provider has Student Data. Only a paper that both have "
        "signed can change it. Articles 2, 4, 6 and 7 outlive it. Signed copies sent by e-mail are as good as ink.",
    ),
    ("break", "", ""),
    ("art", "", "Exhibit 1. What the product receives (mark Yes or No in every row)"),
    ("yesno", "elements", ELEMENTS),
    ("line", "other", "Anything else it receives"),
    ("art", "", "Exhibit 2. Safeguards (mark Yes or No in every row)"),
    ("yesno", "safeguards", SAFEGUARDS),
    ("art", "", 'Exhibit 3. Helpers that see Student Data (write "none" in the first row if there are none)'),
    ("table", "helpers", HELPERS),
    ("break", "", ""),
    ("art", "", "Exhibit 4. Contacts and time limits"),
    ("line", "breachname", "Person to call about a breach"),
    ("line", "breachphone", "Telephone, day or night"),
    ("line", "days", "Days until data is erased"),
    ("line", "format", "File format in which data is returned"),
    (
        "para",
        "",
        "The two sides have read this Rider and Exhibits 1 through 4 and agree to them. Each person who signs has the power to do so.",
    ),
    ("sign", "", ""),
]
SIGN_DISTRICT = [
    ("dsig", "District signature"),
    ("dname", "Name (District)"),
    ("dtitle", "Title (District)"),
    ("ddate", "Date (District)"),
]
SIGN_PROVIDER = [
    ("sig", "Provider signature"),
    ("signame", "Printed name"),
    ("sigtitle", "Title"),
    ("sigdate", "Date signed"),
]
SOPPA_OPTIONAL = ["Anything else it receives", *(label for _, label in SIGN_DISTRICT), "Second helper"]
