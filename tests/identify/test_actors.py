from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from passages import a_document, crossing
from trucewatch.core.choice import ActorChoice
from trucewatch.core.reading import Mention
from trucewatch.core.span import Span
from trucewatch.extract.mentions import find_mentions
from trucewatch.extract.names import Names
from trucewatch.extract.sentences import split_sentences
from trucewatch.identify.actors import identify_actors


def actor_of(text: str, day: date | None) -> tuple[str | None, bool, tuple[str, ...]]:
    document = a_document(f"{text} left.")
    found = find_mentions(document, split_sentences(document), Names.of(crossing()), crossing())
    (mention,) = identify_actors(found, crossing(), day)
    return mention.id, mention.former, mention.candidates


HELD_BY_TWO = ("ilan_queth", "bera_solm")

ROWS: list[tuple[str, date | None, str | None, bool, tuple[str, ...]]] = [
    ("Marsh League", date(2021, 4, 1), "marsh_league", False, ()),
    ("Marsh-League", date(2021, 4, 1), "marsh_league", False, ()),
    ("Reed Guard", date(2015, 4, 1), "marsh_league", False, ()),
    ("Reed Guard", date(2018, 12, 31), "marsh_league", False, ()),
    ("Reed Guard", date(2019, 1, 1), "marsh_league", True, ()),
    ("Reed Guard", date(2012, 4, 30), None, False, ("marsh_league",)),
    ("Reed Council", date(2012, 4, 30), "marsh_league", False, ()),
    ("Reed Council", date(2021, 4, 1), "marsh_league", True, ()),
    ("Reed Guard", None, "marsh_league", False, ()),
    ("Ondreli foreign minister", date(2021, 5, 31), "ilan_queth", False, HELD_BY_TWO),
    ("Ondreli foreign minister", date(2021, 6, 1), "bera_solm", False, HELD_BY_TWO),
    ("Ondreli foreign minister", None, None, False, HELD_BY_TWO),
    ("Rebels", date(2021, 4, 1), "marsh_fighters", False, ()),
    ("President Jane Roe", date(2021, 4, 1), None, False, ("name:Jane Roe",)),
]


@pytest.mark.parametrize(("name", "day", "id", "former", "candidates"), ROWS)
def test_names_mean_the_actor_of_the_day(
    name: str, day: date | None, id: str | None, former: bool, candidates: tuple[str, ...]
) -> None:
    assert actor_of(name, day) == (id, former, candidates)


def test_two_who_bear_one_name_on_one_day_are_both_candidates() -> None:
    case = crossing()
    both = {
        id: replace(
            actor, aliases=tuple(replace(alias, first=None, last=None) for alias in actor.aliases)
        )
        for id, actor in case.actors.by_id.items()
    }
    case = replace(
        case,
        actors=replace(case.actors, by_id=both),
        state=replace(case.state, sha256="held-by-two"),
    )
    words = "Ondreli foreign minister"
    mention = Mention(
        span=Span(0, len(words), words), kind="person", id=None, candidates=HELD_BY_TWO
    )
    (found,) = identify_actors([mention], case, date(2021, 4, 1))
    assert (found.id, found.candidates) == (None, HELD_BY_TWO)


def test_places_weapons_and_order_stay() -> None:
    spans = [Span(0, 6, "Kethra"), Span(10, 15, "tanks"), Span(20, 32, "Marsh League")]
    mentions = [
        Mention(span=spans[0], kind="place", id="kethra", candidates=("kethra", "velmar")),
        Mention(span=spans[1], kind="weapon", id=None),
        Mention(span=spans[2], kind="armed_group", id="marsh_league"),
    ]
    told = (*mentions[:2], replace(mentions[2], choice=ActorChoice(rule="name")))
    assert identify_actors(mentions, crossing(), date(2021, 4, 1)) == told
    assert identify_actors(identify_actors(mentions, crossing(), None), crossing(), None) == told


CHOICES = [
    ("Reed Guard", date(2015, 4, 1), "name", []),
    ("Reed Guard", date(2021, 4, 1), "former_name", []),
    ("Reed Guard", date(2012, 4, 30), "not_yet", []),
    ("Reed Guard", None, "name", []),
    ("Ondreli foreign minister", date(2021, 5, 31), "of_the_day", [("bera_solm", "not_yet")]),
    ("Ondreli foreign minister", date(2021, 6, 1), "of_the_day", [("ilan_queth", "other_days")]),
    ("Ondreli foreign minister", None, "several", []),
    ("Rebels", date(2021, 4, 1), "class", []),
    ("President Jane Roe", date(2021, 4, 1), "stranger", []),
]


@pytest.mark.parametrize(("name", "day", "rule", "refused"), CHOICES)
def test_each_actor_tells_its_rule_and_whom_it_refused(
    name: str, day: date | None, rule: str, refused: list[tuple[str, str]]
) -> None:
    document = a_document(f"{name} left.")
    found = find_mentions(document, split_sentences(document), Names.of(crossing()), crossing())
    (mention,) = identify_actors(found, crossing(), day)
    assert mention.choice is not None
    assert mention.choice.rule == rule
    assert [(each.actor, each.because) for each in mention.choice.refused] == refused
