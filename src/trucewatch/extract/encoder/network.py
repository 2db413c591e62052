"""The network itself: an ONNX file, run on the processor, one window at a time.

An int8 network takes its scale from all that it is given at once: windows are never put together, so
that a window's answer is its own. Threads do not change an answer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

from trucewatch.core.errors import ModelError
from trucewatch.extract.encoder.folder import NETWORK, ModelFolder
from trucewatch.extract.encoder.heads import HEADS, NEEDED, TOGETHER
from trucewatch.extract.encoder.words import Casing

Floats: TypeAlias = npt.NDArray[np.float32]
Answer: TypeAlias = Mapping[str, Floats]
"""For each head, a row of scores for each token between the window's own first and last one."""

INPUTS: Final = ("ids", "casing", "quote")
_QUIET: Final = 3
"""onnxruntime tells errors, not warnings: those are about the file, and nothing a user can mend."""

_SLOW: Final = ("optimization.disable_specified_optimizers", "SkipLayerNormFusion")
"""Left to itself, onnxruntime puts two steps into one that takes longer: a sixth of the whole time."""


class Network:
    """A network that has been loaded, and the heads it has."""

    def __init__(self, model: ModelFolder, threads: int) -> None:
        """Load a network; ModelError where it is none, or its inputs and outputs are others."""
        import onnxruntime

        self._where = str(model.path / NETWORK)
        self._wordpiece = model.wordpiece
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
        options.log_severity_level = _QUIET
        options.add_session_config_entry(*_SLOW)
        onnxruntime.disable_telemetry_events()
        try:
            self._session = onnxruntime.InferenceSession(
                model.network, options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:
            raise self._fault(f"no network that can be run ({type(error).__name__})") from error
        inputs = {each.name for each in self._session.get_inputs()}
        if inputs != set(INPUTS):
            raise self._fault(f"the inputs are {_listed(inputs)}, not {_listed(INPUTS)}")
        held = {each.name for each in self._session.get_outputs()}
        self.heads = tuple(name for name in HEADS if name in held)
        self._check(model)

    def answer(self, ids: Sequence[int], casing: Sequence[int], quote: Sequence[int]) -> Answer:
        """Give the answers on one window; the tokens that it begins and ends with are added here."""
        piece = self._wordpiece
        given = ((piece.begin, *ids, piece.end), (0, *casing, 0), (0, *quote, 0))
        feed = {
            name: np.array([values], dtype=np.int64)
            for name, values in zip(INPUTS, given, strict=True)
        }
        try:
            rows = self._session.run(self.heads, feed)
        except Exception as error:
            raise self._fault(f"the network fails ({type(error).__name__})") from error
        return {name: np.asarray(row)[0, 1:-1] for name, row in zip(self.heads, rows, strict=True)}

    def _check(self, model: ModelFolder) -> None:
        """Refuse a network whose outputs are not those that the settings tell of, by trying it."""
        if not self.heads:
            raise self._fault(f"no output is one of {_listed(HEADS)}")
        for group in TOGETHER:
            if 0 < len(group.intersection(self.heads)) < len(group):
                raise self._fault(f"of the outputs {_listed(group)} some are missing")
        for head, other in NEEDED.items():
            if head in self.heads and other not in self.heads:
                raise self._fault(f"the output {head!r} is of no use without {other!r}")
        last = self._wordpiece.size - 1
        answer = self.answer([last], [max(Casing)], [0])
        for name, row in answer.items():
            width = len(model.labels.get(name, ())) or row.shape[-1]
            labelled = HEADS[name].form == "vectors" or name in model.labels
            if not labelled or row.shape != (1, width) or row.dtype != np.float32:
                raise self._fault(f"the output {name!r} does not fit its labels")
        self._check_widths(model, answer)

    def _check_widths(self, model: ModelFolder, answer: Answer) -> None:
        pairs = (
            ("cue_query", "cue_key"),
            ("relay_query", "cue_key"),
            ("argument_token", "argument_trigger"),
        )
        for one, other in pairs:
            if one in answer and answer[one].shape != answer[other].shape:
                raise self._fault(f"the outputs {one!r} and {other!r} differ in width")
        if "argument_token" in answer:
            distance = model.constants.get("argument_distance", [[]])
            if len(distance[0]) != answer["argument_token"].shape[-1]:
                raise self._fault("the output 'argument_token' does not fit the constants")

    def _fault(self, what: str) -> ModelError:
        return ModelError(what, where=self._where, mend="Give another --model")


def _listed(names: object) -> str:
    return ", ".join(sorted(names)) if isinstance(names, set | frozenset | dict | tuple) else ""
