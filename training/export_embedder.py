"""Export the embedder to ONNX with weights of eight bits, as it is shipped.

python training/export_embedder.py CHECKPOINT FILE
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import torch
from embedder import vectors
from export import Attending, shrink
from network import Network
from torch import Tensor, nn


class Shipped(nn.Module):
    """The network as it runs: the word pieces of one text to its vector of length 1."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        network.layers = nn.ModuleList(Attending(layer) for layer in network.layers)
        self.network = network

    def forward(self, ids: Tensor) -> Tensor:
        """Return the vector of a text, [1, width]."""
        return vectors(self.network, ids)


def main() -> None:
    """Write the file."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    ask.add_argument("checkpoint", type=Path)
    ask.add_argument("file", type=Path, help="src/reportedly/models/weights/embedder.onnx")
    asked = ask.parse_args()
    network = Network()
    kept = torch.load(asked.checkpoint, weights_only=False)
    network.load_state_dict(kept.get("network", kept), strict=False)
    with tempfile.TemporaryDirectory() as room:
        whole = Path(room) / "whole.onnx"
        torch.onnx.export(
            Shipped(network).eval(),
            (torch.randint(5, 1000, (1, 20)),),
            str(whole),
            input_names=["ids"],
            output_names=["vector"],
            dynamic_shapes=({1: torch.export.Dim("piece", min=2, max=512)},),
            dynamo=True,
            external_data=False,
        )
        shrink(whole, asked.file)
    print(f"{asked.file.name}: {asked.file.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
