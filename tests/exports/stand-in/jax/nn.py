"""The activations that exported scripts use."""

import torch.nn.functional as F

from ._functions import both

relu, relu6, elu, selu, silu, softplus, soft_sign = (both(f) for f in (F.relu, F.relu6, F.elu, F.selu, F.silu, F.softplus, F.softsign))
hard_tanh, log_sigmoid, sigmoid, leaky_relu = (both(f) for f in (F.hardtanh, F.logsigmoid, F.sigmoid, F.leaky_relu))
log_softmax = both(lambda x: F.log_softmax(x, dim=-1))
gelu = both(lambda x, approximate: F.gelu(x, approximate="tanh" if approximate else "none"))
