"""What this machine's core can do of an encoder's matrix products. Run as a script, on one thread.

    python limit.py TOKENS WIDTH INNER

Prints the least seconds that one layer's products took over so many tokens, as JSON: `float`, in
32-bit floats by numpy; `whole`, in 8-bit whole numbers by onnxruntime, null where it is not there.
The products of a layer: query, key, value and output (width x width), up, and down.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any, Final

TRIALS: Final = 40

_BYTES_SIGNED, _BYTES, _WHOLE = 3, 2, 6
"""Numbers of the types int8, uint8 and int32 in an ONNX file."""


def floats(tokens: int, width: int, inner: int) -> float:
    """Measure the products in 32-bit floats."""
    import numpy as np

    rows, wide = np.ones((tokens, width), np.float32), np.ones((tokens, inner), np.float32)
    square = np.ones((width, width), np.float32)
    up, down = np.ones((width, inner), np.float32), np.ones((inner, width), np.float32)

    def layer() -> None:
        for _ in range(4):
            rows @ square
        rows @ up
        wide @ down

    return least(layer)


def wholes(tokens: int, width: int, inner: int) -> float | None:
    """Measure the products in 8-bit whole numbers, or give None without onnxruntime."""
    try:
        import onnxruntime
    except ImportError:
        return None
    import numpy as np

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(
        layer_file(tokens, width, inner), options, providers=["CPUExecutionProvider"]
    )
    given = {"rows": np.ones((tokens, width), np.uint8), "wide": np.ones((tokens, inner), np.uint8)}
    return least(lambda: session.run(None, given))


def least(work: Callable[[], Any]) -> float:
    """Give the least seconds of many trials."""
    times = []
    for _ in range(TRIALS):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return min(times)


def layer_file(tokens: int, width: int, inner: int) -> bytes:
    """Give an ONNX file of one layer's products and nothing else."""
    shapes = [("rows", (width, width))] * 4 + [("rows", (width, inner)), ("wide", (inner, width))]
    graph = _text(2, "layer")
    for number, (left, (high, broad)) in enumerate(shapes):
        names = _text(1, left) + _text(1, f"w{number}") + _text(2, f"y{number}")
        graph += _part(1, names + _text(4, "MatMulInteger"))
        weights = b"".join(_number(1, size) for size in (high, broad))
        weights += _number(2, _BYTES_SIGNED) + _text(8, f"w{number}")
        graph += _part(5, weights + _part(9, b"\x01" * (high * broad)))
        graph += _part(12, _value(f"y{number}", _WHOLE, (tokens, broad)))
    graph += _part(11, _value("rows", _BYTES, (tokens, width)))
    graph += _part(11, _value("wide", _BYTES, (tokens, inner)))
    return _number(1, 7) + _part(7, graph) + _part(8, _number(2, 13))


def _value(name: str, kind: int, shape: Sequence[int]) -> bytes:
    sizes = b"".join(_part(1, _number(1, size)) for size in shape)
    return _text(1, name) + _part(2, _part(1, _number(1, kind) + _part(2, sizes)))


def _part(field: int, held: bytes) -> bytes:
    return _variable(field << 3 | 2) + _variable(len(held)) + held


def _text(field: int, words: str) -> bytes:
    return _part(field, words.encode())


def _number(field: int, number: int) -> bytes:
    return _variable(field << 3) + _variable(number)


def _variable(number: int) -> bytes:
    """Give a whole number in as few bytes of seven bits as it needs, the last bits first."""
    held = bytearray()
    while number > 0x7F:
        held.append(number & 0x7F | 0x80)
        number >>= 7
    held.append(number)
    return bytes(held)


if __name__ == "__main__":
    sizes = [int(each) for each in sys.argv[1:4]]
    print(json.dumps({"float": floats(*sizes), "whole": wholes(*sizes)}))
