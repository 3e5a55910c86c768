"""The templates of answers and digest: packaged ones, and a district's own, which replace them file by file.

A template sees one value (`letter` in an answer, `digest` in the digest), a few filters, and `say`: the sentences of
`reply/words.txt` or `digest/words.txt`. Those sentences are plain text, so the same file serves text and HTML
of a mail; HTML templates escape whatever they put out.
"""

from __future__ import annotations

import contextlib
import hashlib
import pickle
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.bccache import Bucket

from soppa_mailbot import lazy_re as re
from soppa_mailbot import wording
from soppa_mailbot.errors import TemplateError
from soppa_mailbot.resources import resource

REPLIES = ("missing", "complete", "on_file", "reminder", "closing")
FILES = ("subject.txt", "body.txt", "body.html")
WORDS = "words.txt"
_COMPILED = "templates-"
HANDOFF_FILE = re.compile(
    r"handoff/[\w-]+/(?:subject\.txt|body\.txt|body\.html)"
)  # a district may have one for each office


def compiled_below(cache: Path) -> Path:
    """The folder for templates that this version has compiled, made when it is not there; those of others go.

    `cache` must be our own: what lies there is run. Jinja compiles anew what has another source. Raises OSError.
    """
    version = hashlib.sha256(f"{jinja2.__version__} ".encode() + Path(__file__).read_bytes()).hexdigest()[:16]
    folder = cache / f"{_COMPILED}{version}"
    for old in cache.glob(f"{_COMPILED}*"):
        if old != folder:
            shutil.rmtree(old, ignore_errors=True)
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


class _Compiled(jinja2.FileSystemBytecodeCache):
    """Jinja's own cache of compiled templates, which may fail: a full disk or half a file costs time, and no answer."""

    def load_bytecode(self, bucket: Bucket) -> None:
        try:
            super().load_bytecode(bucket)
        except (OSError, EOFError, ValueError, pickle.UnpicklingError):
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        with contextlib.suppress(OSError):
            super().dump_bytecode(bucket)


class _Environment(jinja2.Environment):
    def join_path(self, template: str, parent: str) -> str:
        # Jinja marks what a macro returns as safe when its *caller* escapes, though a macro of a .txt file escapes
        # nothing: an HTML template may therefore take in HTML templates only.
        if parent.endswith(".html") and not template.endswith(".html"):
            raise jinja2.TemplateRuntimeError(
                f'"{template}" is plain text and is not escaped; use the sentences through `say` instead'
            )
        return template


class Words:
    """The sentences of a words.txt: each of its macros as a function that gives plain text on one line."""

    def __init__(self, name: str, module: Any) -> None:
        self._name = name
        self._module = module

    def __getattr__(self, key: str) -> Callable[..., str]:
        macro = getattr(self._module, key, None)
        if macro is None or key.startswith("_"):
            raise AttributeError(f"{self._name} has no sentence {key}")

        def say(*values: Any, **named: Any) -> str:
            return " ".join(str(macro(*values, **named)).split())

        return say


class Templates:
    """Renders by name, such as `reply/missing/body.txt`.

    `own` is the district's folder ([replies] templates); a file there replaces the packaged file of the same name.
    `compiled` is a folder of `compiled_below`: to compile all templates anew takes longer than most passes.
    """

    def __init__(self, own: Path | None = None, compiled: Path | None = None) -> None:
        self.packaged = resource("templates")
        self.own = own
        self.compiled = compiled
        folders = [folder for folder in (own, self.packaged) if folder is not None]
        self._environment = _Environment(
            loader=jinja2.ChoiceLoader([jinja2.FileSystemLoader(f, encoding="utf-8-sig") for f in folders]),
            autoescape=lambda name: name is not None and name.endswith(".html"),
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            bytecode_cache=_Compiled(str(compiled)) if compiled is not None else None,
            cache_size=-1,  # a district may have many; none may be read again once they are pinned
        )
        self._environment.filters |= {
            "american": wording.american,
            "short_date": wording.short_date,
            "month_day": wording.month_day,
            "listing": wording.listing,
            "number": wording.number,
            "plural": wording.plural,
            "days_away": wording.days_away,
            "sentence": wording.sentence,
            "wrap": wording.wrap,
        }

    def render(self, name: str, **values: Any) -> str:
        """The filled template. Raises TemplateError that names template, line and what is wrong."""
        try:
            return self._environment.get_template(name).render(say=self._words(name), **values)
        except (jinja2.TemplateError, UnicodeDecodeError, OSError) as error:
            raise self._wrapped(name, error) from error
        except Exception as error:  # a template is a district's own code: dividing by zero in it is its error, not ours
            raise self._wrapped(name, error) from error

    def sentences(self, room: str) -> Words:
        """The sentences of `reply`, `digest` or `handoff`, for what is no template: a PDF. Raises TemplateError."""
        try:
            return self._words(f"{room}/")
        except (jinja2.TemplateError, UnicodeDecodeError, OSError) as error:
            raise self._wrapped(f"{room}/{WORDS}", error) from error

    def names(self) -> tuple[str, ...]:
        """Every template there is, packaged or the district's own."""
        return tuple(sorted(n for n in self._environment.list_templates() if n.endswith((".txt", ".html"))))

    def pin(self) -> None:
        """Read every template now, and none ever again: what somebody writes meanwhile waits for new Templates.

        One that is broken is read when it is used, and says so then.
        """
        self._environment.auto_reload = False
        for name in self.names():
            with contextlib.suppress(jinja2.TemplateError, UnicodeDecodeError, OSError):
                self._environment.get_template(name)

    def handoffs(self) -> tuple[str, ...]:
        """What `handoff.recipients.template` may be: the folders below `handoff/`."""
        return tuple(sorted({name.split("/")[1] for name in self.names() if HANDOFF_FILE.fullmatch(name)}))

    def packaged_names(self) -> frozenset[str]:
        return frozenset(p.relative_to(self.packaged).as_posix() for p in self.packaged.rglob("*.*") if p.is_file())

    def _words(self, name: str) -> Words:
        words = f"{name.partition('/')[0]}/{WORDS}"
        return Words(words, self._environment.get_template(words).module)

    def tree(self, name: str) -> nodes.Template:
        """The parsed template. Raises TemplateError when it cannot be read or parsed."""
        try:
            loader = self._environment.loader
            assert loader is not None  # set in __init__
            source, path, _ = loader.get_source(self._environment, name)
            tree = self._environment.parse(source, name, path)
            self._environment.get_template(name)  # unknown filters and tests show only when it is compiled
            return tree
        except (jinja2.TemplateError, UnicodeDecodeError, OSError) as error:
            raise self._wrapped(name, error) from error

    def _wrapped(self, name: str, error: Exception) -> TemplateError:
        where, line = self._place(name, error)
        if isinstance(error, jinja2.TemplateNotFound):
            what = f"there is no template {error.name}"
        elif isinstance(error, UnicodeDecodeError):
            what = "it is not UTF-8 text"
        else:
            what = str(getattr(error, "message", None) or error) or type(error).__name__
        at = f"{where}, line {line}" if line else where
        return TemplateError(f"template {at}: {what}; {self._advice(where)}")

    def _advice(self, where: str) -> str:
        if self.own is not None and (self.own / where).is_file():
            return f"mend {self.own / where}, or delete it to use the packaged one"
        return "install soppa-mailbot anew, or mend your own template that uses it"

    def _place(self, name: str, error: Exception) -> tuple[str, int]:
        """Template and line of the innermost template frame, or of the syntax error."""
        if isinstance(error, jinja2.TemplateSyntaxError):
            return error.name or name, error.lineno
        where, line = name, 0
        traceback = error.__traceback__
        while traceback is not None:
            path = Path(traceback.tb_frame.f_code.co_filename)
            for folder in (self.own, self.packaged):
                if folder is not None and path.is_relative_to(folder):
                    where, line = path.relative_to(folder).as_posix(), traceback.tb_lineno
            traceback = traceback.tb_next
        return where, line
