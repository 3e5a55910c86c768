"""Makes this district: its configuration and blank forms, the messages, and labels.jsonl. Run it with the project's Python."""
# ruff: noqa: E501 (sample letters read better unbroken)

import json
import shutil
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

import paper  # noqa: E402

paper.use_fonts()

import cases  # noqa: E402
import office  # noqa: E402

import forms  # noqa: E402

CONFIG = """# Lakemont Public Schools, District 112: an invented district of the Chicago suburbs. Hosts are loopback placeholders.
[district]
name     = "Lakemont Public Schools, District 112"
aliases  = ["Lakemont D112", "LPS 112"]
timezone = "America/Chicago"
domains  = ["lakemont112.example"]

[mailbox]
host = "127.0.0.1"
port = 0
security = "none"
username = "purchasing@lakemont112.example"
password = "not-a-secret"

[smtp]
host = "127.0.0.1"
port = 0
security = "none"
username = "purchasing@lakemont112.example"
password = "not-a-secret"
from = "Lakemont Purchasing <purchasing@lakemont112.example>"

[store]
url = "sqlite:///soppa.db"
files = "files"

[forms.rfi]
title  = "Vendor Preliminary Request for Information Form"
blanks = ["forms/lps-rfi.pdf", "forms/lps-rfi.docx"]
optional = [
    "Reselling partner (leave empty when you sell directly)",
    "Buildings or offices that will use the product",
    "Final sign-off by the District is needed no later than",
    "If yes, what the AI features do",
    "If yes, date and remedy",
    "Why SOPPA does not apply",
    "Logged by",
    "Vendor number",
    "Reviewer",
]

[forms.soppa]
title  = "Illinois SOPPA Data Privacy Agreement"
blanks = ["forms/soppa-dpa.pdf", "forms/soppa-dpa-print.pdf"]
optional = [
    "Signature (LEA)",
    "Printed name (LEA)",
    "Title (LEA)",
    "Date (LEA)",
    "Signature for Exhibit E",
    "Printed name (Exhibit E)",
    "Date (Exhibit E)",
    "Other data not listed",
]

[schools]
file = "schools.csv"

[register]
file = "register.csv"

[replies]
mode = "auto"

[digest]
to = ["mbell@lakemont112.example"]
schedule = "0 7 * * mon-fri"
"""
SCHOOLS = """name,kind,aliases
Ida B. Wells Middle School,school,Wells;Wells Middle;Wells MS
Indian Trail School,school,Indian Trail;ITS
Oak Terrace School,school,Oak Terrace;OTS
Northwood Junior High,school,Northwood;Northwood JH;NJH
Edgewood Middle School,school,Edgewood;Edgewood MS
District 112 Preschool Center,school,Preschool Center;D112 Preschool;Early Childhood Center
Escuela Ávila,school,Ávila;Avila Dual Language
St. Clair Elementary School,school,St. Clair;Saint Clair
Ninth Street School,school,Ninth Street;9th Street School
Dr. Martin Luther King Jr. Elementary School,school,King;MLK;King Elementary;King School
Sherwood Elementary School,school,Sherwood
Lakemont High School,school,Lakemont HS;LHS
Special Services,department,Special Education;SPED;Student Services
Teaching and Learning,department,Curriculum;C&I;Curriculum Office
Technology,department,IT;Tech Department;Information Technology
Human Resources,department,HR;Personnel
Business Services,department,Business Office;Finance
Transportation,department,Bus Garage
Nutrition Services,department,Food Service;Cafeteria Services
Community Relations,department,Communications;PR Office
"""
REGISTER = """operator,product,domains,signed,expires,url
Cinderpath Learning Inc.,Cinderpath Fractions,cinderpath.example,2024-09-03,2027-09-02,
Cinderpath Learning Inc.,Cinderpath Decodables,cinderpath.example,2023-08-14,2026-08-13,
"Osprey & Finch Publishing, LLC",,ospreyfinch.example;readerbay.example,2025-02-10,2028-02-09,
Gantry Maps,Gantry Atlas,gantrymaps.example,2025-06-02,2028-06-01,
Velloria Systems,Velloria Attendance,velloria.example,2026-12-01,2029-11-30,
Tundra Codeworks,BlockRanger,tundracode.example,2023-11-20,2026-11-19,
Mistral Wave Music,TempoTutor,mistralwave.example,2026-10-05,2029-10-04,
Hearthside Counseling Apps,FeelingsCheck,hearthside.example,2025-03-17,2028-03-16,
Plumline Assessments,Plumline Screener,plumline.example,2024-01-08,,
Thistle & Rye,Thistle Planner,thistlerye.example,2025-08-25,2028-08-24,
Bluff City Media,BluffVideo,bluffcity.example,2022-05-02,2025-05-01,
Parallax Geometry,Parallax Proofs,parallaxgeo.example,2026-02-09,2029-02-08,
"""


def main() -> None:
    district, messages = HERE / "district", HERE / "messages"
    shutil.rmtree(messages, ignore_errors=True)
    (district / "forms").mkdir(parents=True, exist_ok=True)
    messages.mkdir()
    (district / "config.toml").write_text(CONFIG, "utf-8")
    (district / "schools.csv").write_text(SCHOOLS, "utf-8")
    (district / "register.csv").write_text(REGISTER, "utf-8")
    blank = forms.soppa()
    for name, data in (
        ("lps-rfi.pdf", forms.rfi().fillable()),
        ("lps-rfi.docx", office.rfi_docx()),
        ("soppa-dpa.pdf", blank.fillable()),
        ("soppa-dpa-print.pdf", blank.flat),
    ):
        (district / "forms" / name).write_bytes(data)
    made = cases.write_all()
    for c in made:
        (messages / c.slug).write_bytes(c.raw)
    (HERE / "labels.jsonl").write_text("".join(json.dumps(c.label, ensure_ascii=False) + "\n" for c in made), "utf-8")


if __name__ == "__main__":
    main()
