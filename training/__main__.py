"""`python training --data DIR --out DIR`: rebuild the reader's weights, their figures and their card."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from pathlib import Path

import torch
from answers import score_dev, score_events
from calibrate import calibrate
from card import write_card
from corpora import Example, read_lines
from encoding import WordPiece
from export import export
from keeping import keep_statements, leave_open
from network import Network, start_from
from stages import (
    LATER,
    OF_ELEVEN,
    OF_SIX,
    STAGE_FIVE,
    STAGE_FOUR,
    STAGE_ONE,
    STAGE_SIX,
    STAGE_THREE,
    STAGE_TWO,
    left_open,
    read_by,
    stage_one,
    stage_two,
)
from train import Plan, mix, run

NAME = "trucewatch-reader"
VERSION = "1"
SCORED = ("polnear", "re3d", "crossner_politics")


def main() -> None:
    """Train all stages, each resumed where it stopped, and write the model's folder."""
    options = _options()
    torch.set_num_threads(options.threads)
    wordpiece = WordPiece.load(options.base / "vocab.txt")
    dev = {name: list(read_lines(options.data / name / "dev.jsonl")) for name in SCORED}

    def measure(network: Network, apart: list[Example]) -> dict[str, float]:
        scores = score_dev(network, dev, wordpiece, options.scorers)
        return scores | (score_events(network, apart, wordpiece) if apart else {})

    def train(network: Network, taught: list[Example], apart: list[Example], plan: Plan) -> Network:
        def score(now: Network, epoch: int) -> Mapping[str, float]:
            scores = measure(now, apart)
            print(json.dumps({"stage": plan.seed, "epoch": epoch, **scores}), flush=True)
            return scores

        return run(network, taught, wordpiece, plan, options.work / f"stage-{plan.seed}", score)

    torch.manual_seed(STAGE_ONE.seed)
    network = Network()
    start_from(network, options.base / "model.safetensors")
    network = train(network, stage_one(options.data), [], STAGE_ONE)
    taught, apart = stage_two(options.data, Path(__file__).parent / "passages")
    taught = keep_statements(taught, network, wordpiece, options.work / "kept.jsonl")

    def go_on(start: Network, examples: list[Example], *plans: Plan) -> Network:
        for plan in plans:
            continued = Network()
            continued.load_state_dict(start.state_dict())
            start = train(continued, examples, apart, plan)
        return start

    first = read_by(taught, 6)
    three = go_on(network, first, STAGE_TWO, STAGE_THREE)
    six = go_on(three, first, STAGE_FIVE, STAGE_SIX)
    network = mix(six, go_on(three, first, STAGE_FOUR), OF_SIX)
    ends: dict[int, Network] = {}
    for stage, plan in LATER.items():
        seen = leave_open(read_by(taught, stage), network, wordpiece, left_open(stage))
        network = ends[stage] = go_on(network, seen, plan)
    network = mix(network, ends[8], OF_ELEVEN).eval()
    told = measure(network, apart)
    print(json.dumps({"shipped": told}), flush=True)
    export(network, options.base / "vocab.txt", options.out, NAME, VERSION)
    before = calibrate(options.out, options.data, options.scorers, apart)
    told |= {f"calibration error of {kind}, raw": error for kind, error in before.items()}
    written, relayed = (
        sum(example.source == source for example in [*taught, *apart])
        for source in ("written", "relayed")
    )
    write_card(options.out, NAME, VERSION, written, relayed, told)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python training", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--scorers", type=Path, default=Path("../shared/scorers"))
    parser.add_argument("--base", type=Path, required=True, help="folder of the MiniLM-L6 weights")
    parser.add_argument("--work", type=Path, default=Path("build/training"))
    parser.add_argument("--out", type=Path, default=Path("build/model"))
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


if __name__ == "__main__":
    main()
