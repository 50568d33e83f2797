"""Weights of eight bits, run on one core through ONNX."""

from __future__ import annotations

from importlib import resources
from typing import Any

from reportedly.errors import MissingModelError

FOLDER = "weights"
"""The folder of this package that holds the weights."""
_SLOW_FUSION = "SkipLayerNormFusion"
"""Fused, the sums before each layer norm take longer on a CPU than apart: a fifth of all."""
_EXACT = "session.x64quantprecision"
"""Sums of eight-bit products do not overflow on processors that lack instructions for them."""


def session(name: str) -> Any:
    """Return the network of a file, ready to run.

    Raises:
        MissingModelError: onnxruntime is not installed, or the file is not there.
    """
    try:
        import onnxruntime  # noqa: PLC0415  loading it takes long
    except ImportError as error:
        raise MissingModelError(
            "The trained models need onnxruntime. Run: pip install onnxruntime tokenizers,"
            " or read with the option --reader rules."
        ) from error
    options = onnxruntime.SessionOptions()
    options.add_session_config_entry(_EXACT, "1")
    # One process per core reads faster than one process on all cores.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    with resources.as_file(resources.files("reportedly.models") / FOLDER / name) as at:
        if not at.is_file():
            raise MissingModelError(
                f"The weights {name} are not installed. Install reportedly anew."
            )
        return onnxruntime.InferenceSession(str(at), options, disabled_optimizers={_SLOW_FUSION})
