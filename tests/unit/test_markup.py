"""Markdown to HTML that is safe to publish."""

from __future__ import annotations

import re

import pytest

from site_builder.markup import Markup, plain_text, render_body, render_statement

PAGES = {"people/dina": "../../people/dina/"}


def resolve(target: str) -> str | None:
    """Resolve links as a page does: the web and one record."""
    if target.startswith(("https://", "http://", "mailto:", "tel:")):
        return target
    return PAGES.get(target)


def statement(text: str) -> Markup:
    """Render a paragraph."""
    return render_statement(text, resolve)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Күйші.", "<p>Күйші.</p>"),
        ("**Дина** *күйші*", "<p><strong>Дина</strong> <em>күйші</em></p>"),
        ("- а\n- ә", "<ul>\n<li>а</li>\n<li>ә</li>\n</ul>"),
        ("> сөз", "<blockquote>\n<p>сөз</p>\n</blockquote>"),
        ("м<sup>2</sup>", "<p>м<sup>2</sup></p>"),
        ("a < b & c", "<p>a &lt; b &amp; c</p>"),
    ],
)
def test_allowed_markup_stays(text: str, html: str) -> None:
    """And nothing is reported."""
    assert statement(text) == Markup(html, (), ())


@pytest.mark.parametrize(
    ("text", "removed"),
    [
        ("<script>alert(1)</script>", "script"),
        ("<style>p{}</style>", "style"),
        ('<p onclick="alert(1)">x</p>', "onclick"),
        ('<p style="color:red">x</p>', "style"),
        ('<p id="map">x</p>', "id"),
        ('<p class="x">x</p>', "class"),
        ('<a name="map" href="https://e.org">x</a>', "name"),
        ("![x](https://e.org/x.png)", "img"),
        ('<img src="x" onerror="alert(1)">', "onerror"),
        ('<iframe src="https://e.org"></iframe>', "iframe"),
        ('<svg onload="alert(1)"></svg>', "svg"),
        ('<form action="https://e.org"><input name="x"></form>', "form"),
        ("# Тақырып", "h1"),
        ("## Тақырып", "h2"),
        ("#### Тақырып", "h4"),
    ],
)
def test_what_is_not_allowed_is_dropped_and_reported(text: str, removed: str) -> None:
    """The tag or the attribute is gone from the page and named to the editor."""
    markup = statement(text)
    assert removed in markup.removed
    assert f"<{removed}" not in markup.html
    assert f"{removed}=" not in markup.html


@pytest.mark.parametrize(
    ("text", "removed"),
    [
        ("Тақырып\n===", "h1"),
        ("Тақырып\n---", "h2"),
        ("а\n\n***\n\nә", "hr"),
        ("`код`", "code"),
        ("    код", "pre"),
        ("\tкод", "pre"),
        ("~~~\nкод\n~~~", "pre"),
        ("а\n\n* * *\n\nә", "hr"),
        ("|а|ә|\n|-|-|\n|1|2|", "table"),
    ],
)
def test_markup_without_telltale_characters_is_reported_too(text: str, removed: str) -> None:
    """A heading may be underlined; a table that loses its cells reads «12» for 1 and 2."""
    assert removed in statement(text).removed


def test_the_text_of_a_script_is_dropped_with_it() -> None:
    """Program text is no text."""
    assert statement("а <script>alert(1)</script> ә").html == "<p>а  ә</p>"


@pytest.mark.parametrize(
    "text",
    [
        "<img src=x onerror=alert(1)",
        "<<script>script>alert(1)</script>",
        "<IMG SRC=x ONERROR=alert(1)>",
        "<svg><script>alert(1)</script></svg>",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        '<a href="java\tscript:alert(1)">x</a>',
        '<a href="&#106;avascript:alert(1)">x</a>',
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    ],
)
def test_nothing_dangerous_survives_broken_html(text: str) -> None:
    """Half a tag, a tag in a tag, capital letters, entities."""
    tags = re.findall(r"<(\w+)([^>]*)>", statement(text).html.lower())
    assert {name for name, _ in tags} <= {"p", "a"}
    assert not [more for _, more in tags if "on" in more.replace("noopener", "") or ":" in more]


def test_links_to_the_web_and_to_records() -> None:
    """A record's link is the page's, `rel` is ours."""
    markup = statement("[а](https://e.org/) [Дина](people/dina)")
    assert '<a href="https://e.org/" rel="noopener">а</a>' in markup.html
    assert '<a href="../../people/dina/" rel="noopener">Дина</a>' in markup.html
    assert markup.bad_links == ()


@pytest.mark.parametrize(
    "target",
    ["people/nobody", "/ru/people/dina/", "../x", "dina", "//e.org/", "people/dina/x", "#map"],
)
def test_links_that_lead_nowhere_are_reported(target: str) -> None:
    """The words stay, without a link."""
    markup = statement(f"[сөз]({target})")
    assert markup.bad_links == (target,)
    assert markup.html == '<p><a rel="noopener">сөз</a></p>'


@pytest.mark.parametrize(
    "target",
    ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc"],
)
@pytest.mark.parametrize("form", ["[сөз]({})", '<a href="{}">сөз</a>'])
def test_links_that_run_something_are_dropped(target: str, form: str) -> None:
    """The page has no such address."""
    assert target.lower() not in statement(form.format(target)).html.lower()


def test_the_sanitiser_does_not_trust_the_page_with_links() -> None:
    """Even if every target were resolved, none may run."""
    assert "javascript" not in render_statement("[сөз](javascript:alert(1))", str).html


@pytest.mark.parametrize("form", ["[сөз]({})", '<a href="{}">сөз</a>'])
def test_links_that_run_something_are_reported(form: str) -> None:
    """Everything that is left out is reported."""
    assert statement(form.format("javascript:alert(1)")).bad_links == ("javascript:alert(1)",)


def test_headings_of_a_long_text_get_anchors() -> None:
    """Made from their words, Cyrillic stays, doubles are counted."""
    markup = render_body("## Бөкей *ордасы*\n\nМәтін.\n\n## !\n\n## Бөкей ордасы\n", resolve)
    assert markup.headings == (
        ("бөкей-ордасы", "Бөкей ордасы"),
        ("section", "!"),
        ("бөкей-ордасы-2", "Бөкей ордасы"),
    )
    assert '<h2 id="бөкей-ордасы">Бөкей <em>ордасы</em></h2>' in markup.html
    assert markup.removed == ()


def test_a_counted_anchor_is_never_that_of_another_heading() -> None:
    """«Той», «Той», «Той 2»: three headings, three anchors."""
    markup = render_body("## Той\n\n## Той\n\n## Той 2\n", resolve)
    assert len({anchor for anchor, _ in markup.headings}) == 3


def test_an_editors_id_cannot_take_an_anchor_of_the_page() -> None:
    """Anchors are made by us only."""
    markup = render_body('<h2 id="map">Карта</h2>', resolve)
    assert 'id="map"' not in markup.html
    assert markup.removed == ("id",)


def test_a_long_text_may_have_tables_and_rules() -> None:
    """But no heading of the first level: that is the title."""
    markup = render_body("|а|ә|\n|-|-|\n|1|2|\n\n---\n\n# Х", resolve)
    assert "<td>1</td>" in markup.html
    assert "<hr>" in markup.html
    assert markup.removed == ("h1",)


def test_plain_text_folds_space_and_reads_entities() -> None:
    """For titles and the search."""
    assert plain_text("<p>а &amp;\n <em>ә</em></p>") == "а & ә"
