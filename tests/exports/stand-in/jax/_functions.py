"""PyTorch's functions, of arrays as of tensors."""

import numpy
import torch

torch.Tensor.astype = lambda self, kind: self.long() if kind is int else self.to(kind)


def tensor(x):
    return x if isinstance(x, torch.Tensor) else torch.tensor(numpy.asarray(x))


def both(function):
    """Arrays give an array, anything with a tensor in it gives a tensor."""
    def called(*given, **settings):
        if any(isinstance(x, torch.Tensor) for x in given):
            return function(*given, **settings)
        return numpy.array(function(*(torch.tensor(x) if isinstance(x, numpy.ndarray) else x for x in given), **settings))

    return called
