"""Places and approval date of whole mails, as vendors write them."""

from __future__ import annotations

from datetime import date

import pytest

from soppa_mailbot.finding.deadlines import deadline
from soppa_mailbot.finding.locations import places
from soppa_mailbot.model import School, Status

SCHOOLS = tuple(
    School(name, kind, aliases)
    for name, kind, aliases in (
        ("Glenwood Elementary School", "school", ("GES",)),
        ("Greenwood Elementary School", "school", ()),
        ("Washington Elementary School", "school", ("Washington El",)),
        ("Abraham Lincoln Elementary School", "school", ("Lincoln",)),
        ("Rosa Parks Elementary School", "school", ("Parks",)),
        ("Prairie Ridge Elementary School", "school", ("Prairie Ridge", "PRES")),
        ("Washington Middle School", "school", ("Washington Junior High", "WMS")),
        ("Hawthorn Woods Middle School", "school", ("Hawthorn Woods",)),
        ("Birchwood High School", "school", ("BHS",)),
        ("North High School", "school", ("North HS",)),
        ("Langston Hughes Arts Academy", "school", ("Hughes",)),
        ("Early Childhood Center", "school", ("ECC",)),
        ("Special Services", "department", ("Special Education", "SpEd")),
        ("Information Technology", "department", ("IT", "Technology Department")),
        ("Human Resources", "department", ("HR",)),
        ("Transportation", "department", ()),
        ("Curriculum & Instruction", "department", ("C&I",)),
    )
)
DISTRICT = ("Birchwood CUSD 12", "Birchwood Community Unit School District 12")
SENT = date(2026, 11, 3)

GLEN, GREEN, WASH_E, LINC, PARKS, PRAIRIE, WASH_M, HAW, BIRCH_H, NORTH, HUGHES, ECC, _, IT, HR, BUS, CI = (
    s.name for s in SCHOOLS
)
ELEMENTARY = (GLEN, GREEN, WASH_E, LINC, PARKS, PRAIRIE)
MIDDLE = (WASH_M, HAW)
HIGH = (BIRCH_H, NORTH)

MAILS: list[tuple[str, tuple[str, ...] | Status | None, str | Status | None]] = [
    (
        """Hi,

We're excited to bring MathZoom to Birchwood! A few details:

What: MathZoom Pro, 300 seats
Who: 6th grade at Hawthorn Woods and Washington Middle
When: we'd need final approval by 1/29/2027
Price: $2,100 (valid through 12/31/2026)

Let me know if you need anything else.
Kim""",
        MIDDLE,
        "2027-01-29",
    ),
    (
        """To whom it may concern:

Attached are the following items for ReadRight:
1. Order form (quote valid until January 15, 2027)
2. RFI form
3. SOPPA addendum, signed November 1, 2026
4. Rosa Parks Elementary, Glenwood Elementary
5. February 1, 2027

Sincerely,
Pat Lincoln
ReadRight Inc., 12 Glenwood Ave, Dixon, IL 61021""",
        (PARKS, GLEN),
        Status.MISSING,
    ),
    (
        """Per your request below:
- School(s) that will use: North HS
- Date by which approval needed: Dec 18

Thanks!
Jo""",
        (NORTH,),
        "2026-12-18",
    ),
    (
        """Hello Team,
please see attached quote for 2 licenses for the Human Resources department. Quote expires in 30
days. Since open enrollment starts January 4th we need the approval process finished by December 18.
""",
        (HR,),
        "2026-12-18",
    ),
    (
        """Our software, Lincoln Reader, is used in over 2,000 schools. We hope Birchwood will join
them: our pilot school would be Prairie Ridge. Could the board approve this at its meeting on
December 14, 2026?""",
        (PRAIRIE,),
        "2026-12-14",
    ),
    (
        """Hi,
Following up on my call with Dana Parks at Washington Middle School on Oct 28. She'd like to start
using the app in January so we'd need the sign off before winter break.
""",
        (WASH_M,),
        Status.UNCLEAR,
    ),
    (
        """We were referred by Glenwood School District 9, who signed our agreement on 8/1/2026.
We'd like the same for your district. The Technology Department asked us to submit the forms.
Deadline is 12/1.""",
        None,
        "2026-12-01",
    ),
    (
        """Good morning, please find the renewal for the libraries of all elementary schools and
Hawthorn Woods Middle School. We'd love to have this approved by the end of this calendar year.""",
        (*ELEMENTARY, HAW),
        "2026-12-31",
    ),
    ("""Hi there! It's for both of the Washingtons. Approval by Jan 8 pls.""", (WASH_E, WASH_M), "2027-01-08"),
    (
        """Schools:
  • Langston Hughes Arts Academy
  • Early Childhood Center
  • Birchwood High

Deadline for approval:
  1/15/2027""",
        (HUGHES, ECC, BIRCH_H),
        "2027-01-15",
    ),
    (
        """Locations where the software will be used (schools or departments):
District Curriculum & Instruction department, plus all middle schools

Projected deadline for final approval and sign-off:
No later than March 1, 2027""",
        (CI, *MIDDLE),
        "2027-03-01",
    ),
    ("""It's a pilot for Ms. Lincoln's class at Hawthorn Woods.""", (HAW,), Status.MISSING),
    (
        """The product is used by SpEd teachers at Greenwood, Glenwood and Prairie Ridge elementary
schools, about 40 users. Start date 1/4/27, sign-off by 12/11/26 please.""",
        (GREEN, GLEN, PRAIRIE),
        "2026-12-11",
    ),
    (
        """Subject to approval by your board, service begins 7/1/2027 at North High School. Please
approve by 5/28/2027.""",
        (NORTH,),
        "2027-05-28",
    ),
    (
        """Dear Ms. Washington, thank you for your call. Attached please find the order form for the
Transportation Department. Final approval: 30 days.""",
        (BUS,),
        None,
    ),
    (
        """We'll train teachers at Parks Elementary on 1/12/2027; the software is for Parks and
Lincoln. Please sign off by Dec. 11th""",
        (PARKS, LINC),
        "2026-12-11",
    ),
    (
        """Could you tell us which schools need it? Glenwood Elementary used to have it.""",
        Status.UNCLEAR,
        Status.MISSING,
    ),
    (
        """All of the middle and high schools will be using it, approval required by 2/12/27 (board
meeting 2/8/27).""",
        MIDDLE + HIGH,
        "2027-02-12",
    ),
    (
        """School Name: Parks Elementary
School Address: 100 Lincoln Street, Birchwood, IL
District Approval Needed By: 01/22/2027
Quote Expires: 02/01/2027""",
        (PARKS,),
        "2027-01-22",
    ),
    (
        """Used at: PRES/GES
Sign off: by 1-22-27""",
        (PRAIRIE, GLEN),
        "2027-01-22",
    ),
]


@pytest.mark.parametrize(("text", "names", "day"), MAILS, ids=range(len(MAILS)))
def test_whole_mail(text: str, names: tuple[str, ...] | Status | None, day: str | Status | None) -> None:
    where = places.find(text, SCHOOLS, source="body", district_names=DISTRICT)
    when = deadline.find(text, SENT, source="body")
    if isinstance(names, tuple):
        assert (where.status, sorted(where.value)) == (Status.RECEIVED, sorted(names)), where
    elif names is not None:
        assert where.status == names, where
    if isinstance(day, Status):
        assert when.status == day, when
    elif day is not None:
        assert str(when.value) == day, when
