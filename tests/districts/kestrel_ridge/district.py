"""The district's own files: configuration, school list, agreement register."""

from __future__ import annotations

import json

from wording import RFI_OPTIONAL, RFI_TITLE, SOPPA_OPTIONAL, SOPPA_TITLE

CONFIG = f"""# Kestrel Ridge USD 205: technology purchasing mailbox. Hosts are loopback placeholders.
[district]
name     = "Kestrel Ridge Unit School District 205"
aliases  = ["KRUSD 205", "Kestrel Ridge USD 205", "Kestrel Ridge Schools"]
timezone = "America/Chicago"
domains  = ["krusd205.example"]

[mailbox]
host = "127.0.0.1"
port = 0
security = "none"
username = "techpurchasing@krusd205.example"
password = "not-a-secret"
auth = "password"
folder = "INBOX"
processed_folder = "Processed"
failed_folder = "Failed"

[smtp]
host = "127.0.0.1"
port = 0
security = "none"
username = "techpurchasing@krusd205.example"
password = "not-a-secret"
from = "KRUSD 205 Technology Purchasing <techpurchasing@krusd205.example>"

[store]
url = "sqlite:///soppa.db"
files = "files"

[forms.rfi]
title  = "{RFI_TITLE}"
blanks = ["forms/intake.pdf", "forms/intake.docx"]
optional = {json.dumps(RFI_OPTIONAL)}

[forms.soppa]
title  = "{SOPPA_TITLE}"
blanks = ["forms/rider.docx", "forms/rider.pdf"]
optional = {json.dumps(SOPPA_OPTIONAL)}

[schools]
file = "schools.csv"

[register]
file = "register.csv"

[replies]
mode = "auto"

[digest]
to = ["l.alvarado@krusd205.example"]
schedule = "0 7 * * mon-fri"
"""

SCHOOLS = """name,kind,aliases
Washington Elementary School,school,Washington Elem;WES;Washington Grade School
Washington Junior High School,school,Washington Jr. High;Washington JH;WJHS
Eastview Elementary School,school,Eastview;EVE
Westview Elementary School,school,Westview;WVE
Lincoln-Douglas Academy,school,LDA;Lincoln Douglas
Kestrel Ridge Intermediate School,school,KRIS;Intermediate School;Intermediate
Kestrel Ridge High School,school,KRHS;Kestrel Ridge HS;the high school
Little Talons Early Childhood Center,school,Little Talons;Early Childhood Center;Pre-K Center
Second Flight Alternative Program,school,Second Flight;Alternative Program
Curriculum and Assessment,department,Curriculum Office;Curriculum Dept
Student Services,department,Special Services;SPED;Special Education
Technology Services,department,Tech Office;IT;Technology Department
Human Resources,department,HR
Business and Operations,department,Business Office
Transportation,department,Bus Barn;Transportation Dept
Athletics and Activities,department,Athletics;Athletic Department
"""

REGISTER = """operator,product,domains,signed,expires,url
Cobblestone Reading Co.,Cobblestone Decodables,cobblestonereading.example,2025-08-18,2028-06-30,https://krusd205.example/soppa/1
Cobblestone Reading Co.,Cobblestone Screener,cobblestonereading.example,2025-08-18,2028-06-30,https://krusd205.example/soppa/2
"Farthing Analytics, LLC",,farthing.example;farthinganalytics.example,2024-11-04,2027-11-03,https://krusd205.example/soppa/3
Meridian Path Holdings Inc.,PathFinder Careers,pathfindercareers.example,2023-02-14,2026-08-31,https://krusd205.example/soppa/4
Zephyrine Labs,Zephyrine Chem,zephyrine.example,2026-03-02,2026-10-20,https://krusd205.example/soppa/5
Tin Whistle Music Education,Tin Whistle Practice Room,tinwhistle.example,2026-11-16,2029-11-15,https://krusd205.example/soppa/6
Brackenridge Software Group,HallMonitor360,brackenridge.example,2025-01-06,,https://krusd205.example/soppa/7
Osprey Assessment Network,Osprey Benchmarks,ospreyassess.example,2024-07-01,2027-06-30,https://krusd205.example/soppa/8
Dunmore Bus Systems,RouteKeeper,dunmorebus.example,2025-05-12,2028-05-11,https://krusd205.example/soppa/9
Lumière et Fils Éditions,Voilà French,voila-french.example,2025-09-01,2027-08-31,https://krusd205.example/soppa/10
Harvest Moon Math,Harvest Moon Math,harvestmoonmath.example,2021-09-13,2024-09-12,https://krusd205.example/soppa/11
Harvest Moon Math,Harvest Moon Math,harvestmoonmath.example,2024-09-13,2027-09-12,https://krusd205.example/soppa/12
Oxbow River Software Inc.,,oxbowriver.example;tallyroom.example,2025-02-03,2028-02-02,https://krusd205.example/soppa/13
Plainsong Health,NurseNotes,plainsong.example,2022-09-01,2025-08-31,https://krusd205.example/soppa/14
"""
