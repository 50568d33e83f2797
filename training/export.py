"""Export a checkpoint to ONNX with weights of eight bits, as the reader ships it.

python training/export.py CHECKPOINT FOLDER
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from network import HEADS, Layer, Network
from onnx import numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional
from train import pretrained

from reportedly.models.heads import TAGS

INPUTS = ("ids", "shapes", "quotes", "first")
OUTPUTS = (
    "tags",
    "content_cue",
    "cue_source",
    "arcs",
    "labels",
    "pos",
    "starts",
    "names",
    "cues",
    "facts",
    "reach",
)


BEGINNING = [TAGS.index("B-cue"), TAGS.index("B-content")]
RELUCTANCE = 0.3
"""What a cue or a content costs to begin, in log-odds; chosen on PolNeAR's development part."""


class Attending(nn.Module):
    """A layer whose attention is one operator of onnxruntime: it reads one window, without mask."""

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        self.layer = layer

    def forward(self, x: Tensor, mask: Tensor, drop: float) -> Tensor:  # noqa: ARG002  as Layer's
        """Return the next hidden states."""
        layer = self.layer
        mixed = torch.onnx.ops.symbolic(
            "com.microsoft::MultiHeadAttention",
            (layer.query(x), layer.key(x), layer.value(x)),
            {"num_heads": HEADS},
            dtype=x.dtype,
            shape=x.shape,
            version=1,
        )
        x = layer.norm(x + layer.out(mixed))
        return layer.norm_out(x + layer.shrink(functional.gelu(layer.grow(x))))


class Shipped(nn.Module):
    """The network as it runs: labels of syntax are chosen, parts of speech and names are, too."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        network.layers = nn.ModuleList(Attending(layer) for layer in network.layers)
        self.network = network

    def forward(
        self, ids: Tensor, shapes: Tensor, quotes: Tensor, first: Tensor
    ) -> tuple[Tensor, ...]:
        """Return OUTPUTS in their order."""
        said = self.network(ids, shapes, quotes, first)
        heads = said["arcs"].argmax(-1)
        above = torch.gather(said["label_head"], 1, heads[:, :, None].expand(-1, -1, 96))
        child = said["label_child"]
        size = self.network.labels.shape[0]
        flat = self.network.labels.permute(1, 0, 2).reshape(96, size * 96)
        pairs = (child @ flat).view(*child.shape[:2], size, 96) @ above[..., None]
        labels = pairs[..., 0] + self.network.label_bias(torch.cat([child, above], -1))
        said["labels"] = labels.argmax(-1)
        for name in ("pos", "names", "cues"):
            said[name] = said[name].argmax(-1)
        return tuple(said[name] for name in OUTPUTS)


def main() -> None:
    """Write reader.onnx, crf.npz and tokenizer.json to a folder."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    ask.add_argument("checkpoint", type=Path)
    ask.add_argument("folder", type=Path, help="src/reportedly/models/weights")
    asked = ask.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    network = Network()
    network.load_state_dict(torch.load(asked.checkpoint, weights_only=False)["network"])
    network.eval()
    with tempfile.TemporaryDirectory() as room:
        whole = Path(room) / "whole.onnx"
        write(network, whole)
        shrink(whole, asked.folder / "reader.onnx")
    crf = network.crf
    steps = (crf.steps + crf.banned).detach().numpy()
    begin = (crf.begin + crf.banned_starts).detach().numpy()
    steps[:, BEGINNING] -= RELUCTANCE
    begin[BEGINNING] -= RELUCTANCE
    np.savez(asked.folder / "crf.npz", steps=steps, begin=begin)
    shutil.copy(pretrained() / "tokenizer.json", asked.folder / "tokenizer.json")
    for path in sorted(asked.folder.iterdir()):
        print(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB")


def write(network: Network, path: Path) -> None:
    """Write the network in full precision."""
    piece, word = (torch.export.Dim(name, min=2, max=512) for name in ("piece", "word"))
    ids = torch.randint(5, 1000, (1, 40))
    first = torch.arange(1, 31)[None]
    torch.onnx.export(
        Shipped(network).eval(),
        (ids, torch.ones_like(ids), torch.zeros_like(ids), first),
        str(path),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_shapes=({1: piece}, {1: piece}, {1: piece}, {1: word}),
        dynamo=True,
        external_data=False,
    )


def shrink(whole: Path, path: Path) -> None:
    """Write the weights of large products as eight bits, per output channel."""
    quantize_dynamic(
        whole,
        path,
        per_channel=True,
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "Gemm"],
        extra_options={"MatMulConstBOnly": True},
    )
    _shrink_words(path)


def _shrink_words(path: Path) -> None:
    """Write the table of word pieces as eight bits with a scale for each piece.

    One scale for the whole table, as the quantizer has it, costs rare pieces their meaning.
    """
    model = onnx.load(path)
    graph = model.graph
    table = next(x for x in graph.initializer if list(x.dims) == [30522, 384])
    values = numpy_helper.to_array(table)
    scale = np.abs(values).max(1, keepdims=True) / 127
    small = np.round(values / np.maximum(scale, 1e-12)).astype(np.int8)
    gather = next(n for n in graph.node if n.op_type == "Gather" and n.input[0] == table.name)
    graph.initializer.remove(table)
    graph.initializer.append(numpy_helper.from_array(small, "words.small"))
    graph.initializer.append(numpy_helper.from_array(scale.astype(np.float32), "words.scale"))
    at = list(graph.node).index(gather)
    ids, out = gather.input[1], gather.output[0]
    graph.node.remove(gather)
    made = [
        onnx.helper.make_node("Gather", ["words.small", ids], ["words.taken"]),
        onnx.helper.make_node("Gather", ["words.scale", ids], ["words.scales"]),
        onnx.helper.make_node("Cast", ["words.taken"], ["words.float"], to=onnx.TensorProto.FLOAT),
        onnx.helper.make_node("Mul", ["words.float", "words.scales"], [out]),
    ]
    for shift, node in enumerate(made):
        graph.node.insert(at + shift, node)
    _forget(model)
    onnx.save(model, path)


def _forget(model: onnx.ModelProto) -> None:
    """Remove where and how the model was written: paths of a machine stand there."""
    graph = model.graph
    for part in (model, graph, *graph.node, *graph.value_info, *graph.input, *graph.output):
        part.ClearField("metadata_props")
        part.ClearField("doc_string")


if __name__ == "__main__":
    main()
