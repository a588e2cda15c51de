"""Stands in for JAX where that is not installed, with PyTorch's functions and gradients: as much of it as the exported scripts use."""

import numpy as _numpy
import torch as _torch

from . import nn, numpy
from ._functions import tensor


class config:
    @staticmethod
    def update(name, value):
        assert name == "jax_enable_x64" and value


def jit(function):
    return function


def grad(function):
    def gradients(weights, *rest):
        leaves = {name: tensor(w).requires_grad_(True) for name, w in weights.items()}
        rest = [[tensor(each) for each in given] if isinstance(given, list) else tensor(given) for given in rest]
        function(leaves, *rest).backward()
        return {name: _numpy.array(leaf.grad) for name, leaf in leaves.items()}

    return gradients
