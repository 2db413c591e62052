"""One real page, where it lies beside the project: what must be read in it, found by kind and number.

No word of the page is written here: it is not the project's to give away.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from trucewatch.case.load import find_built_in, load_case
from trucewatch.case.new import new_case
from trucewatch.core.case import Case
from trucewatch.core.finding import Says
from trucewatch.core.reading import Aspect, EventKind, Figure, Reading, Reality, Statement
from trucewatch.core.span import Span
from trucewatch.core.status import Board, ClauseLine, Counts, Standing, Status
from trucewatch.pipeline.add import add
from trucewatch.pipeline.lines import extract_file
from trucewatch.pipeline.read import _spans
from trucewatch.pipeline.record import open_record

ARTICLE = Path(__file__).parents[2].parent / "shared" / "articles" / "000_b47919ea16ac0644.txt"

pytestmark = pytest.mark.skipif(not ARTICLE.exists(), reason="the page is not beside the project")


@pytest.fixture(scope="module")
def case() -> Case:
    return load_case(find_built_in("idlib"))


@pytest.fixture(scope="module")
def reading(case: Case) -> Reading:
    return extract_file(ARTICLE, case, published=date(2018, 11, 2), outlet="presstv")


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Board:
    folder = tmp_path_factory.mktemp("article") / "idlib"
    new_case(folder, "idlib")
    account = add(folder, [ARTICLE], published=date(2018, 11, 2), outlet="presstv")
    assert (account.given, account.read) == (1, 1)
    return open_record(folder).board(date(2018, 11, 2))


def chain(statement: Statement) -> list[str | None]:
    return [link.id for link in statement.chain]


def said_on(statement: Statement) -> str | None:
    return statement.said_on.edtf if statement.said_on else None


def by_her(reading: Reading, manner: str) -> Statement:
    (found,) = [s for s in reading.statements if s.speaker == "zakharova" and s.manner == manner]
    return found


def test_the_direct_quotation_and_its_chain(reading: Reading) -> None:
    quoted = by_her(reading, "direct")
    assert chain(quoted) == ["presstv", "interfax", "zakharova"]
    assert (quoted.for_, said_on(quoted), quoted.unnamed) == ("russian_mfa", "2018-11-01", False)
    assert quoted.retells is None


def test_what_she_added_comes_without_the_agency(reading: Reading) -> None:
    added = by_her(reading, "indirect")
    assert chain(added) == ["presstv", "zakharova"]
    assert (added.for_, said_on(added)) == ("russian_mfa", "2018-11-01")


def test_headline_and_lead_only_retell_her(reading: Reading) -> None:
    quoted = by_her(reading, "direct")
    title, lead = reading.document.read_blocks()[:2]
    for block in (title, lead):
        (told,) = [s for s in reading.statements if s.content and block.span.holds(s.content[0])]
        assert told.retells == quoted.id
        assert told.speaker == "russia"


def test_the_attack_that_goes_on_in_her_voice(reading: Reading) -> None:
    added = by_her(reading, "indirect")
    (attack,) = [event for event in reading.events if event.statement == added.id]
    assert (attack.kind, attack.aspect) == (EventKind.ATTACK, Aspect.ONGOING)
    assert attack.reality is Reality.ASSERTED
    assert {party.actor for party in attack.against} <= {"syrian_army", "syria"}
    assert attack.against
    assert {party.actor for party in attack.by} == {"radicals"}
    assert [place.place for place in attack.at] == ["idlib_south", "hama_northwest"]
    assert attack.when is not None
    assert attack.when.edtf == "2018-11-01"


def test_the_two_duties_told_are_no_events(reading: Reading) -> None:
    told = [(duty.by.edtf if duty.by else None, duty.clause) for duty in reading.duties]
    assert told == [("2018-10-10", "6"), ("2018-10-15", "5")]
    assert [event for event in reading.events if event.kind is EventKind.WITHDRAWAL] == []
    spans = [duty.span for duty in reading.duties]
    assert not [e for e in reading.events if any(span.holds(e.trigger) for span in spans)]


def figure(reading: Reading, number: float) -> Figure:
    (found,) = [each for each in reading.figures if number in (each.low, each.high)]
    return found


def voice(reading: Reading, number: float) -> tuple[str | None, str | None]:
    told = figure(reading, number).statement
    (statement,) = [each for each in reading.statements if each.id == told]
    return statement.speaker, said_on(statement)


def test_there_are_four_figures(reading: Reading) -> None:
    assert [each.low or each.high for each in reading.figures] == [60, 3_000_000, 88_000, 3_222]


def test_a_share_that_is_said_by_nobody(reading: Reading) -> None:
    share = figure(reading, 60)
    assert (share.low, share.high, share.bound, share.counts) == (60, 60, "about", "territory")
    assert share.unit in ("percent", "%")
    assert voice(reading, 60)[0] is None


def test_how_many_live_there(reading: Reading) -> None:
    people = figure(reading, 3_000_000)
    assert (people.counts, people.cumulative, people.doer) == ("population", None, None)


def test_how_many_one_state_says_were_killed(reading: Reading) -> None:
    killed = figure(reading, 88_000)
    assert (killed.low, killed.high, killed.bound) == (88_000, 88_000, "almost")
    assert (killed.counts, killed.cumulative) == ("killed", True)
    assert voice(reading, 88_000) == ("russia", "2018-10")


def test_how_many_a_monitor_says_were_killed(reading: Reading) -> None:
    killed = figure(reading, 3_222)
    assert (killed.low, killed.high, killed.bound) == (None, 3_222, "at_most")
    assert (killed.counts, killed.cumulative, killed.doer) == ("killed", True, None)
    assert killed.of is not None
    assert killed.period is not None
    assert killed.period.edtf == "../2018-10-30"
    assert voice(reading, 3_222) == ("sohr", "2018-10-30")


def test_one_group_under_three_names(reading: Reading) -> None:
    own = [each for each in reading.mentions if each.id == "hts"]
    named = {" ".join(each.span.text.split()): each.former for each in own}
    assert len(named) >= 3
    assert {name for name, former in named.items() if not former} == {"Hayat Tahrir al-Sham"}
    assert {"Jabhat Fateh al-Sham", "al-Nusra Front"} <= set(named)


def test_whose_words_the_labels_are(reading: Reading) -> None:
    quoted = by_her(reading, "direct").content
    voices = {"outlet": set[str | None](), "speaker": set[str | None]()}
    words = set()
    for label in reading.labels:
        inside = any(span.holds(label.span) for span in quoted)
        voices["speaker" if inside else "outlet"].add(label.voice)
        words |= set() if inside else {label.span.text.casefold()}
    assert voices == {"outlet": {"presstv"}, "speaker": {"russian_mfa"}}
    assert {"takfiri", "terror outfits", "so-called"} <= words
    assert {"hts", "sohr", "coalition"} <= {label.actor for label in reading.labels}


def test_every_span_proves_itself_and_none_lies_in_what_is_no_article(reading: Reading) -> None:
    text = reading.document.text
    read = [block.span for block in reading.document.read_blocks()]
    kinds = {block.kind for block in reading.document.blocks}
    assert {"caption", "furniture"} <= kinds
    for span in _spans(reading):
        assert span.proves_itself(text)
        assert any(block.holds(span) for block in read)
    assert text == ARTICLE.read_text(encoding="utf-8")


def test_a_stance_not_yet_taken_is_no_stance(reading: Reading) -> None:
    kinds = {event.kind for event in reading.events}
    assert not kinds & {EventKind.ACCEPTANCE, EventKind.REFUSAL}


def clause(board: Board, number: str) -> ClauseLine:
    return next(each for each in board.clauses if each.clause == number)


def test_the_board_of_the_day(board: Board) -> None:
    told = {each.clause: each.status for each in board.clauses}
    expected = dict.fromkeys([str(number) for number in range(1, 11)], Status.NO_REPORT)
    expected["8"] = Status.NOT_YET_DUE
    expected["9"] = Status.BROKEN
    assert told == expected | {"10": None}


def test_what_carries_the_ninth_clause(board: Board) -> None:
    ninth = clause(board, "9")
    assert ninth.standing is not None
    assert (ninth.standing.standing, ninth.by) == (Standing.ALLEGED, (None,))
    (line,) = [each for each in ninth.lines if each.status is Status.BROKEN]
    assert line.counts == Counts(articles=1, outlets=1, origins=1, voices=1, sides=1)
    assert [word.speaker for word in line.lesser_words] == ["zakharova"]


def test_the_row_of_the_whole_has_her_word(board: Board) -> None:
    assert [word.speaker for word in board.whole] == ["zakharova"]
    assert board.whole[0].chain == ("presstv", "interfax", "zakharova")


def test_the_fifth_clause_has_her_word_near_and_nothing_weighed(board: Board) -> None:
    lines = clause(board, "5").lines
    near = [word for line in lines if line.doer == "hts" for word in line.near]
    assert [(word.speaker, word.says) for word in near] == [("zakharova", Says.NOT_DONE)]
    assert not [word for line in lines for word in (*line.lesser_words, *line.better_words)]


def test_the_caption_and_the_page_around_it_are_named_nowhere(reading: Reading) -> None:
    outside = [
        block.span for block in reading.document.blocks if block.kind in ("caption", "furniture")
    ]

    def within(span: Span) -> bool:
        return any(block.meets(span) for block in outside)

    assert not [mention for mention in reading.mentions if within(mention.span)]
    assert not [expression for expression in reading.dates if within(expression.span)]
