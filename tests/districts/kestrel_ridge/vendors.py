"""Made-up vendors and what they would write on the two forms."""

from __future__ import annotations

from dataclasses import dataclass

from blanks import Values
from wording import ELEMENTS, RFI_LEFT_2, SAFEGUARDS

APPLIES, NOT = RFI_LEFT_2[2][3]


@dataclass(frozen=True)
class Vendor:
    company: str
    product: str
    person: str
    job: str
    email: str
    town: str
    does: str = "Practice and short lessons that teachers assign in class."
    phone: str = "(309) 555-0142"

    @property
    def host(self) -> str:
        return self.email.split("@")[1]

    def sender(self) -> str:
        return f"{self.person} <{self.email}>"

    def rfi(self, on: str, **changes) -> Values:
        full: Values = {
            "company": self.company,
            "person": self.person,
            "job": self.job,
            "phone": self.phone,
            "email": self.email,
            "address": self.town,
            "web": f"www.{self.host}",
            "product": self.product,
            "does": self.does,
            "users": {"Students", "Teachers"},
            "count": "about 420",
            "runs": {"Chromebook", "Windows PC"},
            "signin": {"Clever"},
            "kept": "Council Bluffs, Iowa",
            "host": "Google Cloud",
            "roster": "OneRoster 1.2 nightly",
            "ai": {"No"},
            "records": {"Yes"},
            "soppa": {APPLIES},
            "encrypt": "TLS 1.3; AES-256 on disk",
            "audit": "SOC 2 Type 2, May 2026",
            "helpers": "Google Cloud, SendGrid",
            "leave": "Exported as CSV, then erased in 30 days.",
            "insurance": "Travelers, $3,000,000",
            "wcag": {"Partly"},
            "vpat": "February 2026",
            "by": self.person,
            "on": on,
        }
        full.update(changes)
        return {k: v for k, v in full.items() if v is not None}

    def exempt(self, on: str, reason: str, **changes) -> Values:
        return self.rfi(on, users={"Office staff"}, records={"No"}, soppa={NOT}, why=reason, **changes)

    def rider(self, on: str, sign: str = "", **changes) -> Values:
        initials = "".join(part[0] for part in self.person.replace("Dr. ", "").split())
        full: Values = {
            "provider": self.company,
            "paddress": self.town,
            "covers": self.product,
            "quote": f"{self.host[:2].upper()}-2026, fall 2026",
            "i4": initials,
            "i5": initials,
            "i6": initials,
            "i7": initials,
            "other": "",
            "h1a": "Google Cloud",
            "h1b": "hosting",
            "h1c": "Iowa",
            "breachname": self.person,
            "breachphone": self.phone,
            "days": "30",
            "format": "CSV",
            "sig": sign,
            "signame": self.person,
            "sigtitle": self.job,
            "sigdate": on,
        }
        yes = {"e_name", "e_id", "e_mail", "e_class", "e_score", "e_work", "s_train", "s_mfa", "s_us", "s_test"}
        full.update({key: "Yes" if key in yes else "No" for key, _ in [*ELEMENTS, *SAFEGUARDS]})
        full.update(changes)
        return {k: v for k, v in full.items() if v is not None}
