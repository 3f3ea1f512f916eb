"""Of KRDS' style sheet only what the templates use is kept."""

from eok.krds import purge

CSS = """@charset "utf-8"; @import "x.css"; /* note { } */
:root { --a: var(--b); --b: 1px; --c: 2px }
.krds-btn, .krds-tab { height: var(--krds-btn--h); --krds-btn--h: var(--a); --krds-btn--unread: 1px }
.krds-btn.large:hover { color: red }
.form-group .title { color: blue }
[data-krds-mode=high-contrast] .krds-btn { color: white }
@media (max-width: 767px) { .krds-btn { color: green } .krds-tab { color: red } }
"""


def _kept(*used: str) -> str:
    return purge.write(purge.drop_unread(purge.keep_used(purge.parse(CSS), frozenset(used))))


def test_rules_of_used_components_stay() -> None:
    assert _kept("krds-btn") == (
        ".krds-btn{height:var(--krds-btn--h);--krds-btn--h:var(--a)}"
        "@media (max-width: 767px){.krds-btn{color:green}}"
    )


def test_a_variant_stays_only_when_its_class_is_used() -> None:
    assert ".krds-btn.large:hover{color:red}" in _kept("krds-btn", "large")


def test_rules_without_a_component_go() -> None:
    assert "form-group" not in _kept("krds-btn", "form-group", "title")


def test_properties_are_followed_through_their_definitions() -> None:
    definitions = purge.properties(purge.parse(CSS))

    assert purge.closure({"--a"}, definitions) == {"--a", "--b"}


def test_words_of_templates_are_found() -> None:
    assert {"krds-btn", "large"} <= purge.identifiers(['<a class="krds-btn {{ size }} large">'])
