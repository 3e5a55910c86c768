"""The field tree of PDF forms, with everything that real forms do to it."""

from __future__ import annotations

import io
import warnings
import zlib
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.model import Field
from soppa_mailbot.reading import pdf
from soppa_mailbot.reading.base import Limits


class Form:
    """A one-page PDF whose field tree a test builds by hand."""

    def __init__(self) -> None:
        self.pdf = pikepdf.new()
        self.page = self.pdf.add_blank_page(page_size=(612, 792))
        self.page.obj["/Annots"] = Array()
        self.pdf.Root["/AcroForm"] = Dictionary(Fields=Array())

    def node(self, **keys: Any) -> Any:
        return self.pdf.make_indirect(Dictionary(**keys))

    def widget(self, x: float = 100, **keys: Any) -> Any:
        made = self.node(Type=Name.Annot, Subtype=Name.Widget, Rect=Array([x, 700, x + 10, 710]), **keys)
        self.page.obj.Annots.append(made)
        return made

    def root(self, field: Any) -> Any:
        self.pdf.Root.AcroForm.Fields.append(field)
        return field

    def data(self) -> bytes:
        out = io.BytesIO()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # pikepdf warns of widgets outside the tree: they are the point here
            self.pdf.save(out)
        return out.getvalue()

    def read(self) -> tuple[Field, ...]:
        return pdf.read(self.data(), Limits()).fields


def on_off(state: str, export: str = "Yes") -> dict[str, Any]:
    states = Dictionary({f"/{export}": Dictionary(), "/Off": Dictionary()})
    return {"AS": Name(f"/{state}"), "AP": Dictionary(N=states)}


def test_text_field_without_appearance_keeps_its_value_and_place() -> None:
    form = Form()
    form.root(form.widget(FT=Name.Tx, T=String("hosting"), TU=String("Data hosting location"), V=String("Ohio")))
    (field,) = form.read()
    assert (field.name, field.kind, field.value, field.filled) == ("hosting", "text", "Ohio", True)
    assert (field.label, field.page, field.box) == ("Data hosting location", 1, (100, 82, 110, 92))


def test_type_value_and_flags_are_inherited() -> None:
    form = Form()
    kids = [form.widget(), form.widget(200)]
    inner = form.node(T=String("name"), Kids=Array(kids))
    form.root(form.node(T=String("operator"), FT=Name.Tx, V=String("Acme"), DV=String("-"), Ff=1, Kids=Array([inner])))
    (field,) = form.read()
    assert (field.name, field.value, field.default, field.read_only) == ("operator.name", "Acme", "-", True)
    assert len(field.boxes) == 2


def test_a_value_that_stands_in_the_fields_picture_only() -> None:
    """Viewers show it, though ISO 32000-1 §12.7.3.1 keeps it in the field."""
    form = Form()
    form.root(form.node(T=String("name"), FT=Name.Tx, Kids=Array([form.widget(), form.widget(200, V=String("Acme"))])))
    (field,) = form.read()
    assert (field.name, field.value, field.filled) == ("name", "Acme", True)


@pytest.mark.parametrize(
    ("kept", "written", "shown"),
    [
        ("select", "monthly", "monthly"),
        ("pick", "monthly", "monthly"),
        ("yearly", "monthly", "yearly"),
        ("select", None, "select"),
    ],
)
def test_a_choice_that_stands_in_the_fields_picture_only(kept: str, written: str | None, shown: str) -> None:
    """The field keeps what the form was made with, an answer of the field itself stands."""
    form = Form()
    options = Array([String(v) for v in ("select", "yearly", "monthly")])
    kid = form.widget(**({"V": String(written)} if written else {}))
    keys = {"FT": Name.Ch, "Opt": options, "V": String(kept), "DV": String("pick")}
    form.root(form.node(T=String("charged"), Kids=Array([kid]), **keys))
    assert form.read()[0].value == shown


@pytest.mark.parametrize(
    ("state", "value", "on"), [("Yes", "/Off", True), ("Off", "/Yes", False), ("Off", "/Off", False)]
)
def test_a_box_is_on_by_its_appearance_state_not_by_its_value(state: str, value: str, on: bool) -> None:
    form = Form()
    form.root(form.widget(FT=Name.Btn, T=String("box"), V=Name(value), **on_off(state)))
    (field,) = form.read()
    assert (field.kind, field.filled, field.value) == ("check", on, "Yes" if on else "")
    assert field.boxes[0][2] == "Yes"


def test_a_box_without_any_appearance_is_on_by_its_value() -> None:
    form = Form()
    form.root(form.widget(FT=Name.Btn, T=String("box"), V=Name("/On")))
    assert form.read()[0].value == "On"


def test_radio_group_names_its_choices() -> None:
    form = Form()
    kids = [form.widget(100, **on_off("Off", "subject")), form.widget(200, **on_off("exempt", "exempt"))]
    form.root(form.node(FT=Name.Btn, Ff=1 << 15, T=String("soppa"), V=Name("/exempt"), Kids=Array(kids)))
    (field,) = form.read()
    assert (field.kind, field.value, field.options) == ("radio", "exempt", ("subject", "exempt"))
    assert [export for _, _, export in field.boxes] == ["subject", "exempt"]


def test_push_buttons_are_no_fields() -> None:
    form = Form()
    form.root(form.widget(FT=Name.Btn, Ff=1 << 16, T=String("print")))
    assert form.read() == ()


def test_choice_shows_its_label() -> None:
    form = Form()
    options = Array([Array([String("aa"), String("WCAG 2.1 AA")]), Array([String("none"), String("Not evaluated")])])
    form.root(form.widget(FT=Name.Ch, T=String("level"), V=String("aa"), Opt=options))
    (field,) = form.read()
    assert (field.kind, field.value, field.options) == ("choice", "WCAG 2.1 AA", ("WCAG 2.1 AA", "Not evaluated"))


def test_a_value_may_be_a_stream() -> None:
    form = Form()
    form.root(form.widget(FT=Name.Tx, T=String("long"), V=form.pdf.make_stream(b"a long answer")))
    assert form.read()[0].value == "a long answer"


def test_a_stream_that_unpacks_to_too_much_is_no_value() -> None:
    form = Form()
    bomb = pikepdf.Stream(form.pdf, zlib.compress(bytes(200_000)), Filter=Name.FlateDecode)
    form.root(form.widget(FT=Name.Tx, T=String("long"), V=form.pdf.make_indirect(bomb)))
    assert form.read()[0].value == ""


def test_widgets_that_no_tree_leads_to_are_found() -> None:
    form = Form()
    form.widget(FT=Name.Tx, T=String("lost"), V=String("found"))
    assert [(field.name, field.value) for field in form.read()] == [("lost", "found")]


def test_trees_that_loop_end() -> None:
    form = Form()
    node = form.root(form.node(FT=Name.Tx, T=String("a"), V=String("x")))
    node["/Kids"] = Array([form.node(T=String("b"), Kids=Array([node]), Parent=node)])
    form.read()
    node["/Parent"] = node
    form.widget(Parent=node)
    form.read()


def test_hidden_means_that_no_widget_is_seen() -> None:
    form = Form()
    form.root(form.widget(FT=Name.Tx, T=String("a"), F=2))
    form.root(form.node(FT=Name.Tx, T=String("b"), Kids=Array([form.widget(F=2), form.widget(200)])))
    assert [field.hidden for field in form.read()] == [True, False]


def test_an_empty_signature_field_is_not_signed() -> None:
    form = Form()
    form.root(form.widget(FT=Name.Sig, T=String("sig")))
    form.root(form.widget(FT=Name.Sig, T=String("reserved"), V=Dictionary(Type=Name.Sig)))
    assert [(field.kind, field.filled) for field in form.read()] == [("signature", False)] * 2


@pytest.mark.parametrize(("nearest", "kind"), [(Name.Sig, "signature"), (Name.Tx, "text"), (None, "text")])
def test_a_text_field_whose_picture_is_one_to_sign_is_signed_there(nearest: Name | None, kind: str) -> None:
    form = Form()
    value = Dictionary(Type=Name.Sig, Contents=String("0123"), ByteRange=Array([0, 10, 20, 30]))
    widget = form.widget(V=value, **({"FT": nearest} if nearest else {}))
    form.root(form.node(FT=Name.Tx, T=String("Provider signature"), Kids=Array([widget])))
    assert [(field.kind, field.filled) for field in form.read()] == [(kind, kind == "signature")]


def test_values_and_names_of_any_kind_give_text() -> None:
    form = Form()
    form.root(form.widget(FT=Name.Tx, T=String("größe"), V=Name("/Ohio")))
    form.root(form.widget(FT=Name.Tx, T=String("n"), V=12))
    form.root(form.widget(FT=Name.Tx, T=String("d"), V=Dictionary()))
    assert [(f.name, f.value) for f in form.read()] == [("größe", "Ohio"), ("n", "12"), ("d", "")]


def test_a_form_made_by_reportlab() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(612, 792))
    form = canvas.acroForm
    form.textfield(name="school", x=100, y=600, width=200, height=20, value="Oak", tooltip="School")
    form.checkbox(name="sso", x=100, y=500, checked=True)
    form.choice(name="level", x=100, y=400, options=["A", "B"], value="B")
    canvas.showPage()
    canvas.save()
    opened = pdf.read(out.getvalue(), Limits())
    assert [(f.kind, f.value, f.label) for f in opened.fields] == [
        ("text", "Oak", "School"),
        ("check", "Yes", ""),
        ("choice", "B", ""),
    ]
    assert opened.pages[0].words == ()  # values are not page text: nothing counts twice
    assert opened.raster is not None
    raster = opened.raster(1, 72)
    assert raster is not None
    assert raster.gray[792 - 620 : 792 - 600, 100:300].min() < 128  # but they are drawn
