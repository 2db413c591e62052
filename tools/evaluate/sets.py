"""Which sets there are, and by what the answers to each are scored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tools.evaluate import (
    answers,
    intervals,
    nested,
    ontology,
    quantities,
    realities,
    relays,
    templates,
)
from tools.evaluate.form import Form
from tools.evaluate.grouping import groupings_of
from tools.evaluate.scores import Measure, Script
from tools.evaluate.task import Task, f1, gold_as, one, page

_ATTRIBUTION: Final = (
    f1("source, exact pieces", "piece_source"),
    f1("cue, exact pieces", "piece_cue"),
    f1("content, exact pieces", "piece_content"),
    f1("statements (triple)", "triple"),
    f1("statements (link)", "link"),
)
_CLAUSES: Final = (
    f1("clause, exact pieces", "piece_cue"),
    f1("content, exact pieces", "piece_content"),
    f1("statements (clause and content)", "triple"),
)
_NAMES: Final = (f1("names, exact", "exact"), f1("names, overlap", "overlap"))
_EVENTS: Final = (
    f1("trigger, exact and type (top)", "trigger_class"),
    f1("trigger, overlap and type (top)", "trigger_overlap"),
    f1("arguments, exact span (top)", "arg_id"),
    f1("arguments, exact and role (top)", "arg_class"),
    f1("arguments, overlap and role (top)", "arg_class_overlap"),
)
_PLACES: Final = (
    Measure(name="accuracy at 161 km", path="all_acc161"),
    Measure(name="median km", path="all_median_km", lower=True, count=True, loose=True),
)
_LABELS: Final = (f1("micro", "micro"), f1("macro", "macro"))
_TEMPLATES: Final = (
    f1("templates (GTT micro)", "gtt.micro"),
    f1("entities (CEAF-REE)", "ree.micro"),
    f1("templates (CEAF-RME)", "rme_subset"),
    f1("types of incident", "types"),
)
_NER: Final = "score_ner.py"

_ATTRIBUTED: Final = Script(name="score_attribution.py")
_GEO: Final = Script(name="score_geo.py")
_TOP: Final = Script(name="score_events.py", arguments=("--top",))
_MUC: Final = Script(name="score_muc.py")
_PAGE: Final = Script(name="score_page.py")

_BY_FORM: Final[tuple[tuple[str, str], ...]] = (
    ("toponyms", "trnews"),
    ("timexes", "timex_te3"),
    ("templates", "muc4_gtt"),
    ("quantities", "newsquant"),
    ("roles", "riqua"),
    ("attributions", "polnear"),
)
"""A field that tells the form of a set that is not known by name, and the known set of that form."""

TASKS: Final = (
    Task(
        name="polnear",
        folder="polnear",
        answer=one(answers.attributions),
        scorer=_ATTRIBUTED,
        measures=_ATTRIBUTION,
    ),
    Task(
        name="gum",
        folder="gum",
        answer=one(answers.attributions, answers.entities),
        scorer=_ATTRIBUTED,
        measures=(f1("contents by half", "content"),),
    ),
    Task(
        name="gum.clauses",
        folder="gum",
        answer=one(answers.clauses),
        gold=gold_as(answers.clauses_of_gold),
        scorer=_ATTRIBUTED,
        measures=_CLAUSES,
    ),
    Task(
        name="gum.nested",
        folder="gum",
        answer=one(answers.clauses),
        gold=gold_as(nested.inner_units),
        scorer=nested.score_nested,
        measures=(
            Measure(name="nested statements found", path="inner"),
            Measure(name="nested statements found with the one around", path="both"),
        ),
    ),
    Task(
        name="gum.names",
        folder="gum",
        answer=one(answers.entities),
        scorer=Script(name=_NER, map="gum.json", arguments=("--named",)),
        measures=_NAMES,
    ),
    Task(
        name="riqua",
        folder="riqua",
        answer=one(answers.attributions),
        gold=gold_as(answers.roles_of_gold),
        scorer=_ATTRIBUTED,
        measures=_ATTRIBUTION[:3],
    ),
    Task(
        name="re3d",
        folder="re3d",
        answer=one(answers.entities),
        scorer=Script(name=_NER, map="re3d.json"),
        measures=_NAMES,
    ),
    Task(
        name="crossner_politics",
        folder="crossner_politics",
        answer=one(answers.entities),
        scorer=Script(name=_NER, map="crossner_politics.json"),
        measures=_NAMES,
    ),
    Task(
        name="event_location",
        folder="event_location",
        answer=one(answers.locations),
        scorer=Script(name="score_events.py"),
        measures=(
            f1("places, exact", "arg_class"),
            f1("places, overlap", "arg_class_overlap"),
        ),
    ),
    Task(
        name="muc4_gtt",
        folder="muc4_gtt",
        answer=one(templates.templates),
        scorer=_MUC,
        measures=_TEMPLATES,
    ),
    Task(
        name="muc4",
        folder="muc4",
        answer=one(templates.templates),
        scorer=_MUC,
        measures=_TEMPLATES,
    ),
    Task(
        name="wikievents",
        folder="wikievents",
        answer=one(ontology.wikievents),
        scorer=_TOP,
        measures=(
            *_EVENTS,
            f1("arguments, coreferent and role (top)", "arg_class_coref"),
        ),
    ),
    Task(
        name="rams",
        folder="rams",
        answer=one(ontology.rams),
        scorer=_TOP,
        measures=_EVENTS,
    ),
    Task(
        name="meantime",
        folder="meantime",
        answer=realities.meantime_answers,
        gold=realities.meantime_gold,
        scorer=Script(name="score_labels.py"),
        measures=(
            f1("reality, all events, macro", "macro"),
            f1("reality, all events, micro", "micro"),
        ),
    ),
    Task(
        name="meantime.found",
        folder="meantime",
        answer=realities.meantime_answers,
        gold=realities.meantime_gold_found,
        scorer=Script(name="score_labels.py"),
        measures=(
            f1("reality, events read, macro", "macro", loose=True),
            f1("reality, events read, micro", "micro", loose=True),
            Measure(name="events read", path="micro.n_gold", count=True, loose=True),
        ),
    ),
    Task(
        name="plover_synth",
        folder="plover_synth",
        answer=one(answers.story),
        scorer=Script(name="score_labels.py"),
        measures=_LABELS,
    ),
    Task(
        name="timex_te3",
        folder="timex_te3",
        answer=one(answers.timexes),
        scorer=Script(name="score_timex.py"),
        measures=(f1("value", "value"), f1("relaxed", "relaxed"), f1("strict", "strict")),
    ),
    Task(
        name="newsquant",
        folder="newsquant",
        answer=one(quantities.quantities),
        scorer=quantities.score_quantities,
        measures=(
            f1("value", "value"),
            f1("with bound", "bound"),
            f1("with what is counted", "counted"),
        ),
    ),
    *(
        Task(
            name=name,
            folder=name,
            answer=one(answers.toponyms),
            scorer=_GEO,
            measures=_PLACES,
        )
        for name in ("lgl", "trnews", "gwn", "geovirus")
    ),
    Task(
        name="page_zyte",
        folder="page_zyte",
        answer=one(answers.body),
        scorer=_PAGE,
        measures=(f1("body", "body"),),
        feed=page,
    ),
    Task(
        name="page_trafilatura",
        folder="page_trafilatura",
        answer=one(answers.body),
        scorer=_PAGE,
        measures=(f1("segments", "segments"),),
        feed=page,
    ),
)
"""Every task, in the table's order."""

RELAYS: Final = Task(
    name="relays",
    folder="relays",
    answer=one(relays.chains),
    scorer=relays.score_relays,
    measures=(
        Measure(name="whole chain right", path="chain"),
        Measure(name="whole chain right, chains of several", path="chain_of_several"),
        Measure(name="whole chain right, whatever the bounds", path="parties", loose=True),
        Measure(name="first speaker right", path="speaker"),
        Measure(name="links right", path="links"),
        Measure(name="statement found", path="found"),
        Measure(name="every chain of the text right", path="text"),
        Measure(name="nothing read where nobody speaks", path="silent"),
    ),
)
"""The project's own relays."""

REALITY: Final = Task(
    name="reality_pairs",
    folder="reality_pairs",
    answer=one(realities.reality_at),
    scorer=realities.score_realities,
    measures=(
        Measure(name="reality right", path="right"),
        Measure(name="event found", path="found"),
        Measure(name="reality right, events found", path="right_of_found", loose=True),
        Measure(
            name="reality right, or of the one event of its kind", path="right_by_kind", loose=True
        ),
        Measure(name="kind and reality right", path="kind_and_reality"),
        Measure(name="both of a pair right", path="pairs"),
        Measure(name="reality right, hard ones", path="hard"),
        Measure(
            name="read as asserted, wrongly",
            path="asserted_wrongly",
            lower=True,
            count=True,
            loose=True,
        ),
        Measure(
            name="read as asserted, wrongly, at .9 or more",
            path="asserted_surely",
            lower=True,
            count=True,
        ),
    ),
)
"""The project's own pairs of sentences."""

DATES: Final = Task(
    name="dates.own",
    folder="dates",
    answer=one(intervals.interval_at),
    scorer=intervals.score_intervals,
    measures=(
        Measure(name="exact interval", path="exact"),
        Measure(name="exact interval, words that give days", path="days"),
        Measure(name="no days where the words give none", path="none"),
        Measure(name="days given wrongly", path="wrongly", lower=True, count=True, loose=True),
    ),
    feed=lambda gold, _: intervals.line_of_day(gold),
)
"""The project's own date expressions."""


def tasks_of(folder: str, gold: Sequence[Form]) -> list[Task]:
    """Give the tasks of a set: by its name, else by the fields of its documents; none if unknown."""
    known = [task for task in TASKS if task.folder == folder]
    if known or groupings_of(folder) or not gold:
        return known
    fields = gold[0].keys()
    if "text" not in fields or "id" not in fields:
        return []
    alike = next((name for field, name in _BY_FORM if field in fields), None)
    return [replace(task, name=folder, folder=folder) for task in TASKS if task.name == alike]
