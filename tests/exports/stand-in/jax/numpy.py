"""The functions of jax.numpy that exported scripts use."""

import torch

from ._functions import both

tanh, sin, sqrt, sign, where, clip, maximum = (both(f) for f in (torch.tanh, torch.sin, torch.sqrt, torch.sign, torch.where, torch.clamp, torch.maximum))
arange = torch.arange


def size(x):
    return x.numel() if isinstance(x, torch.Tensor) else x.size
