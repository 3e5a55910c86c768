"""The vocabulary of American school names, and text as tokens."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from soppa_mailbot import lazy_re as re


def words_of(text: str) -> frozenset[str]:
    """A list of words, written as one text."""
    return frozenset(text.split())


# What kind of school a word says. Words of one class mean the same: "Jefferson Junior High" is "Jefferson Middle".
LEVELS = {
    "elementary": "elementary",
    "elementry": "elementary",
    "elementery": "elementary",
    "elementaries": "elementary",
    "elem": "elementary",
    "elm": "elementary",
    "el": "elementary",
    "es": "elementary",
    "middle": "middle",
    "mid": "middle",
    "ms": "middle",
    "jhs": "middle",
    "jh": "middle",
    "high": "high",
    "hs": "high",
    "primary": "primary",
    "intermediate": "intermediate",
    "preschool": "early",
    "preschools": "early",
    "prek": "early",
    "kindergarten": "early",
    "elc": "early",
    "ecc": "early",
}
LEVEL_PAIRS = {
    ("junior", "high"): "middle",
    ("jr", "high"): "middle",
    ("junior", "highs"): "middle",
    ("senior", "high"): "high",
    ("sr", "high"): "high",
    ("early", "childhood"): "early",
    ("early", "learning"): "early",
    ("pre", "k"): "early",
    ("pre", "kindergarten"): "early",
    ("grade", "school"): "elementary",
    ("grammar", "school"): "elementary",
    ("k", "8"): "k8",
}
# Abbreviations that are words of their own elsewhere: read as a level only right behind a name.
SHORT_LEVELS = frozenset({"el", "es", "ms", "hs", "jh", "mid", "elm", "elc", "ecc"})
TYPES = {
    "academy": "academy",
    "acad": "academy",
    "center": "center",
    "centre": "center",
    "ctr": "center",
    "institute": "institute",
    "alternative": "alternative",
    "charter": "charter",
    "magnet": "magnet",
    "montessori": "montessori",
    "virtual": "virtual",
    "ctc": "center",
}
NEUTRAL = frozenset({"school", "schools", "sch", "campus", "campuses", "building", "bldg", "site", "location"})
# Program words that stand between a name and its kind: "Brooks Dual Language Academy".
PROGRAM = words_of(
    "dual language bilingual career technical tech technology vocational learning childhood early "
    "education education's fine performing arts science sciences stem steam math mathematics leadership "
    "international global community public and of the for at regional area county consolidated attendance "
    "transition day special secondary senior junior sr jr college prep preparatory studies immersion program programs"
)
# Words of names that are written in more than one way; each is one token or several.
_SAME = "street/st saint/st mount/mt fort/ft avenue/ave road/rd doctor/dr point/pt center/ctr academy/acad "
_SAME += "junior/jr senior/sr north/nth south/sth "
_SAME += "creek/crk heights/hts valley/vly grove/grv ridge/rdg springs/spgs hills/hls meadow/mdw little/lil "
_SAME += "first/1-st second/2-nd third/3-rd fourth/4-th fifth/5-th "
_SAME += "sixth/6-th seventh/7-th eighth/8-th ninth/9-th tenth/10-th"
SAME_WORDS = tuple((long, tuple(short.split("-"))) for long, short in (pair.split("/") for pair in _SAME.split()))
# Words of departments' names as people shorten them.
SHORTENED = {
    "special": ("spec", "sp"),
    "education": ("ed", "educ"),
    "technology": ("tech",),
    "information": ("info",),
    "services": ("svcs", "service"),
    "instruction": ("instr",),
    "curriculum": ("curric",),
    "administration": ("admin",),
    "operations": ("ops",),
    "communications": ("comms",),
}
DEPARTMENT = frozenset(
    {"department", "dept", "departments", "depts", "office", "offices", "team", "division", "staff", "program"}
)

_COUNTING = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen "
    "eighteen nineteen twenty"
)
NUMBER_WORDS = {word: n for n, word in enumerate(_COUNTING.split())}
# "all three: ", "all five of them (" right before the names of those that are meant
ALL_OF_THEM = rf"\ball[ ](?P<n>\d{{1,2}}|{'|'.join(NUMBER_WORDS)})(?:[ ]of[ ]them)?[ ]?[:(][ ]?"
# "your HR folks", "the folks in HR": a department by its people
PEOPLE = r"(?:folks|people|team|staff|crew|gang|colleagues|ladies|guys|bunch)"
# "Lincoln, Mr. Lund, asked for it": the person between a school and what it does
BY_PERSON = r",[ ](?:Mr|Mrs|Ms|Dr|Miss|Coach)\.?[ ][\w'-]+(?:[ ][A-Z][\w'-]+)?(?=,)"

# Given names that stand before a school's family name, and that make a lone family name a person in a mail.
GIVEN_NAMES = words_of(
    "aaron abraham ada adam adelaide adele adolph agnes albert alexander alfred alice alma alvin amanda "
    "amelia amos amy andrea andrew angela angelo anita ann anna anne annie anthony antonio archibald arnold "
    "arthur arturo barack barbara barry beatrice ben benjamin bernard bernice bertha bessie betsy betty "
    "blanche bob bonnie booker brenda brian bruce bryan calvin carl carla carlos carol caroline carolyn "
    "carter catherine cecil cecilia cesar charles christa christina christine christopher claire clara "
    "clarence claudia clement clyde constance cora cornelius curtis cynthia daniel david deborah debra "
    "della delores denise dennis diana diane dolores dominic don donald donna dora doris dorothy douglas dr "
    "duane dwight ebenezer edgar edith edmund edna eduardo edward edwin edwina effie elaine eleanor elias "
    "elijah elisha elizabeth ella ellen elmer elsie elvira emanuel emil emily emma enrique eric ernest "
    "ernestine esther ethel etta eugene eva evelyn ezra fannie felix fernando florence frances francis frank "
    "franklin fred freda frederick gary gen general genevieve george gerald geraldine gertrude gladys glenda "
    "gloria grace gregory grover gus gwendolyn hannah harold harriet harry hattie hector helen helena "
    "henrietta henry herbert hilda hiram horace hubert hugh ian ida ignacio inez ira irene irma irving irwin "
    "isaac isabel isabella isaiah ivan jackie jacob jacqueline james jane janet janice jason jay jean "
    "jeanette jeanne jeannette jennie jennifer jeremiah jerome jerry jesse jessica jessie jill jim jimmy joan "
    "joann joe joel johanna john jonas jonathan jorge jose joseph josephine joshua joyce juan juanita judith "
    "judy julia julian juliette julius justin karen karl kate katherine kathleen kathryn kathy keith kenneth "
    "kevin kim langston larry laura laurence lawrence lena leo leon leonard leroy leslie lewis lillian lillie "
    "linda lois lola lorenzo loretta lorraine lou louis louisa lucille lucretia lucy luis luisa lulu luther "
    "lydia lyman lyndon mabel mable mae maggie malcolm manuel marcus margaret margarita margie maria marian "
    "marianne marie marilyn mario marjorie mark martha martin marvin mary mathilda matilda matthew mattie "
    "maude maureen maurice max maya melissa michael michelle miguel mike mildred minnie miriam moses muriel "
    "nancy naomi natalie nathan nathaniel ned neil nellie nelson nettie nicholas nina noah nora norma norman "
    "octavia ofelia ola oliver olivia orville oscar otto pablo pamela patricia patrick patty paul pauline "
    "pedro percy peter philip phillip phillis phoebe phyllis president priscilla rachel rafael ralph ramon "
    "ramona randolph raul raymond rebecca regina reginald rene reuben rhonda ricardo richard rita robert "
    "roberto roderick rodney roger roland ronald rosa rosalie rosalind rosemary rosie roxanne roy ruben "
    "rudolph rufus ruth rutherford sadie sally salvador sam samantha samuel sandra sara sarah saul sergio "
    "seymour sharon sheila shirley sidney silas simeon simon sojourner solomon sonia sophia sophie stella "
    "stephen steve steven sue susan suzanne sylvester sylvia tabitha terence teresa terry thaddeus thelma "
    "theodore theresa therese thomas thurgood tillie timothy tobias todd tom tony ulysses ursula valerie vera "
    "verna veronica vicente victor vincent virginia vivian walt walter wanda warren washington wendell wendy "
    "wilbur wilfred willa willard william willie wilma winifred woodrow yolanda yvonne zachary zora"
)

# A capitalised word of these kinds before a name makes it another name: "North Lincoln", "Mount Lincoln".
QUALIFIERS = words_of(
    "north south east west northeast northwest southeast southwest new old mount mt fort ft lake saint st "
    "upper lower little big glen port san santa los las great"
)

_TOKEN = re.compile(r"(?:[A-Za-z]\.){2,}|\b[A-Za-z]&[A-Za-z]\b|[^\W\d_]+(?:'[^\W\d_]+)*|\d+|&")


@dataclass(frozen=True, slots=True)
class Token:
    norm: str  # lower case, without accents, dots and apostrophes; "&" is "and"
    text: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()


_RUN_TOGETHER = re.compile(r"(high|middle|elementary|intermediate|primary|grade)(schools?)", re.IGNORECASE)


def tokens(text: str) -> list[Token]:
    """The words of a text; "Highschool" is two."""
    out = []
    for m in _TOKEN.finditer(text):
        joined = _RUN_TOGETHER.fullmatch(m.group())
        for word, at in ((joined[1], 0), (joined[2], joined.start(2))) if joined else ((m.group(), 0),):
            out.append(Token(normal(word), word, m.start() + at, m.start() + at + len(word)))
    return out


@lru_cache(maxsize=8192)
def normal(word: str) -> str:
    """One word for comparison: "D'Youville" and "DYouville", "Peña" and "pena" are the same."""
    if word == "&":
        return "and"
    flat = unicodedata.normalize("NFKD", word.casefold())
    return "".join(ch for ch in flat if not unicodedata.combining(ch) and ch not in "'.")


def number(word: str) -> int | None:
    return int(word) if word.isdigit() and len(word) < 4 else NUMBER_WORDS.get(word)


def level_at(norms: list[str], at: int) -> tuple[str, int] | None:
    """The level that stands at this token, and how many tokens it takes."""
    pair = LEVEL_PAIRS.get((norms[at], norms[at + 1])) if at + 1 < len(norms) else None
    if pair:
        return pair, 2
    level = LEVELS.get(norms[at])
    return (level, 1) if level else None


def is_joined(text: str, words: list[Token], at: int) -> bool:
    """Whether this token follows the one before it without a comma, a line or a tab between."""
    gap = text[words[at - 1].end : words[at].start]
    if gap == "' ":
        return words[at - 1].norm.endswith("s")  # "the Nurses' Office"
    return len(gap) < 4 and _JOIN.fullmatch(gap) is not None


_JOIN = re.compile(r"[ ]?[-/(.]?[ ]{0,2}")
