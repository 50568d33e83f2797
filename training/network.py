"""The network: MiniLM's encoder with a head for each thing to be read, in PyTorch.

Tag sequences are scored by a linear-chain conditional random field (Lafferty et al. 2001);
arcs of attribution and of syntax by biaffine scores (Dozat and Manning 2017).
"""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from reportedly.models.heads import DEPENDENCIES, NAMES, TAGS, WORD_TAGS
from reportedly.models.windows import QUOTES, SHAPES

WIDTH, LAYERS, HEADS, INNER = 384, 6, 12, 1536


class Layer(nn.Module):
    """One transformer layer, as in BERT."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.out, self.grow, self.shrink = (
            nn.Linear(WIDTH, WIDTH),
            nn.Linear(WIDTH, INNER),
            nn.Linear(INNER, WIDTH),
        )
        self.norm, self.norm_out = (nn.LayerNorm(WIDTH, eps=1e-12) for _ in range(2))

    def forward(self, x: Tensor, mask: Tensor, drop: float) -> Tensor:
        """Return the next hidden states; `mask` is added to the attention scores.

        Attention itself is not dropped out: on a CPU that would double the cost of a step.
        """
        batch, length, _ = x.shape

        def split(y: Tensor) -> Tensor:
            return y.view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)

        drop = drop if self.training else 0.0
        mixed = functional.scaled_dot_product_attention(
            split(self.query(x)), split(self.key(x)), split(self.value(x)), mask
        )
        mixed = self.out(mixed.transpose(1, 2).reshape(batch, length, WIDTH))
        x = self.norm(x + functional.dropout(mixed, drop))
        y = self.shrink(functional.gelu(self.grow(x)))
        return self.norm_out(x + functional.dropout(y, drop))


class Biaffine(nn.Module):
    """Scores each word as the head of each other word."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.child, self.head = nn.Linear(WIDTH, size), nn.Linear(WIDTH, size)
        self.scale = size**-0.5

    def forward(self, x: Tensor) -> Tensor:
        """Return scores [batch, child, head]."""
        return self.child(x) @ self.head(x).transpose(1, 2) * self.scale


class Reach(nn.Module):
    """Scores how far a word that negates reaches, by what both words are and how far apart."""

    FAR = 32

    def __init__(self, size: int) -> None:
        super().__init__()
        self.child, self.head = nn.Linear(WIDTH, size), nn.Linear(WIDTH, size)
        self.pair = nn.Linear(size, size)
        self.near = nn.Embedding(2 * self.FAR + 1, 1)
        self.scale = size**-0.5

    def forward(self, x: Tensor) -> Tensor:
        """Return scores [batch, word, cue word]."""
        child, head = functional.relu(self.child(x)), functional.relu(self.head(x))
        where = torch.arange(x.shape[1], device=x.device)
        apart = (where[:, None] - where[None]).clamp(-self.FAR, self.FAR) + self.FAR
        return self.pair(child) @ head.transpose(1, 2) * self.scale + self.near(apart)[None, ..., 0]


class Network(nn.Module):
    """The encoder and its heads; `forward` returns every head's scores by name."""

    def __init__(self, drop: float = 0.1) -> None:
        super().__init__()
        self.drop = drop
        self.words = nn.Embedding(30522, WIDTH)
        self.places = nn.Embedding(512, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.quotes = nn.Embedding(QUOTES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        for table in (self.shapes, self.quotes):
            nn.init.zeros_(table.weight)
        self.tags = nn.Linear(WIDTH, len(TAGS))
        self.content_cue, self.cue_source = Biaffine(128), Biaffine(128)
        self.arcs, self.reach = Biaffine(192), Reach(96)
        self.label_child, self.label_head = nn.Linear(WIDTH, 96), nn.Linear(WIDTH, 96)
        self.labels = nn.Parameter(torch.randn(len(DEPENDENCIES), 96, 96) * 0.02)
        self.label_bias = nn.Linear(192, len(DEPENDENCIES))
        self.pos = nn.Linear(WIDTH, len(WORD_TAGS))
        self.starts = nn.Linear(WIDTH, 1)
        self.names = nn.Linear(WIDTH, 1 + 2 * len(NAMES))
        self.cues = nn.Sequential(nn.Linear(WIDTH, 128), nn.Tanh(), nn.Linear(128, 3))
        self.facts = nn.Sequential(nn.Linear(WIDTH, 256), nn.Tanh(), nn.Linear(256, 1))
        self.crf = Crf(len(TAGS))

    def encode(self, ids: Tensor, shapes: Tensor, quotes: Tensor, first: Tensor) -> Tensor:
        """Return a hidden state for each word: that of its first piece."""
        where = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.places(where) + self.shapes(shapes) + self.quotes(quotes)
        x = functional.dropout(self.norm(x), self.drop, self.training)
        mask = (ids == 0)[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, mask.to(x.dtype), self.drop)
        return torch.gather(x, 1, first[:, :, None].expand(-1, -1, WIDTH))

    def forward(
        self, ids: Tensor, shapes: Tensor, quotes: Tensor, first: Tensor
    ) -> dict[str, Tensor]:
        """Return the scores of each head, [batch, word, ...]."""
        x = functional.dropout(self.encode(ids, shapes, quotes, first), self.drop, self.training)
        return {
            "tags": self.tags(x),
            "content_cue": self.content_cue(x),
            "cue_source": self.cue_source(x),
            "arcs": self.arcs(x),
            "reach": self.reach(x),
            "label_child": self.label_child(x),
            "label_head": self.label_head(x),
            "pos": self.pos(x),
            "starts": self.starts(x)[..., 0],
            "names": self.names(x),
            "cues": self.cues(x),
            "facts": self.facts(x)[..., 0],
        }

    def label(self, child: Tensor, head: Tensor) -> Tensor:
        """Return the scores of each dependency label for pairs of child and head."""
        pairs = torch.einsum("...i,kij,...j->...k", child, self.labels, head)
        return pairs + self.label_bias(torch.cat([child, head], -1))

    def load_minilm(self, path: Path) -> None:
        """Take over the weights of a pretrained MiniLM (safetensors, names of BERT)."""
        have = load_file(path)
        base = "embeddings."
        self.words.weight.data = have[f"{base}word_embeddings.weight"].float()
        kinds = have[f"{base}token_type_embeddings.weight"].float()
        self.places.weight.data = have[f"{base}position_embeddings.weight"].float() + kinds[0]
        _copy(self.norm, have, f"{base}LayerNorm")
        for index, layer in enumerate(self.layers):
            base = f"encoder.layer.{index}."
            for name in ("query", "key", "value"):
                _copy(getattr(layer, name), have, f"{base}attention.self.{name}")
            _copy(layer.out, have, f"{base}attention.output.dense")
            _copy(layer.norm, have, f"{base}attention.output.LayerNorm")
            _copy(layer.grow, have, f"{base}intermediate.dense")
            _copy(layer.shrink, have, f"{base}output.dense")
            _copy(layer.norm_out, have, f"{base}output.LayerNorm")


def _copy(part: nn.Module, have: dict[str, Tensor], name: str) -> None:
    for kind in ("weight", "bias"):
        getattr(part, kind).data = have[f"{name}.{kind}"].float()


class Crf(nn.Module):
    """A linear chain over the tags; a tag cannot go on with what did not begin."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.steps = nn.Parameter(torch.zeros(count, count))
        self.begin = nn.Parameter(torch.zeros(count))
        banned = torch.zeros(count, count)
        for inside in range(2, count, 2):
            banned[:, inside] = -1e4
            banned[inside - 1, inside] = banned[inside, inside] = 0
        self.register_buffer("banned", banned)
        starts = torch.zeros(count)
        starts[2::2] = -1e4
        self.register_buffer("banned_starts", starts)

    def loss(self, scores: Tensor, tags: Tensor, mask: Tensor) -> Tensor:
        """Return minus the log-likelihood of tags, by word; `mask` tells words from filling."""
        steps = self.steps + self.banned
        scores = scores.float()
        tags = tags.clamp(min=0)
        total = self.begin + self.banned_starts + scores[:, 0]
        gold = total.gather(1, tags[:, :1])[:, 0]
        for word in range(1, scores.shape[1]):
            here, keep = scores[:, word], mask[:, word]
            new = torch.logsumexp(total[:, :, None] + steps[None], 1) + here
            total = torch.where(keep[:, None], new, total)
            step = (
                steps[tags[:, word - 1], tags[:, word]]
                + here.gather(1, tags[:, word : word + 1])[:, 0]
            )
            gold = gold + torch.where(keep, step, torch.zeros_like(step))
        return (torch.logsumexp(total, 1) - gold).sum() / mask.sum()
