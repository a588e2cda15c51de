"""Asks PyTorch for the value and the gradients of one operation, in float64 and in float32: the oracle of make_ops_cases.py.

The answers in float32 are compared with those in float64 at the same rounded inputs: a case where PyTorch itself strays by more than
half the bound that the tests use would judge nothing, and is refused.
"""

import json
import math
import os
import random

import torch
import torch.nn.functional as F


def over_all(f):
    """`f(x, dim=…)` that takes dim=None as one row of all elements, which keeps the shape."""
    return lambda x, dim=None: f(x.reshape(-1), dim=0).reshape(x.shape) if dim is None else f(x, dim=dim)


def reduced(f):
    """`f(x, dim, keepdim)` whose dim=None is every dimension."""
    return lambda x, dim=None, keepdim=False, **rest: f(x, dim=tuple(range(x.dim())) if dim is None else dim, keepdim=keepdim, **rest)


def compared(f):
    return lambda a, b: f(a, b).to(a.dtype)


def cross_entropy(x, t, reduction="mean"):
    classes = t.dim() < x.dim()
    return F.cross_entropy(x, t.long() if classes else t, reduction=reduction)


def total(f):
    """A sum or mean, which PyTorch spells without dim when it goes over everything."""
    return lambda x, dim=None, keepdim=False: f(x, dim=list(range(x.dim())) if dim is None else dim, keepdim=keepdim)


TORCH = {
    **{name: getattr(torch, name) for name in
       "add sub mul div neg pow abs sign floor ceil round exp expm1 log log1p log2 log10 sqrt square reciprocal sin cos tan asin acos atan atan2 "
       "sinh cosh tanh asinh acosh atanh erf hypot logaddexp sigmoid matmul".split()},
    **{name: getattr(F, name) for name in
       "logsigmoid softplus softsign relu relu6 leaky_relu elu selu gelu silu mish hardtanh linear".split()},
    **{name: compared(getattr(torch, name)) for name in "gt ge lt le eq ne".split()},
    "max": torch.maximum,
    "min": torch.minimum,
    "clamp": torch.clamp,
    "where": lambda c, a, b: torch.where(c != 0, a, b),
    "gelu_tanh": lambda x: F.gelu(x, approximate="tanh"),
    "transpose": lambda x: x.t(),
    "reshape": lambda x, shape: x.reshape(shape),
    "sum": total(torch.sum),
    "mean": total(torch.mean),
    "var": lambda x, dim=None, keepdim=False, correction=1: torch.var(x, dim=dim, correction=correction, keepdim=keepdim),
    "amax": reduced(torch.amax),
    "amin": reduced(torch.amin),
    "norm": lambda x, p=2, dim=None, keepdim=False: torch.linalg.vector_norm(x, ord=p, dim=dim, keepdim=keepdim),
    "logsumexp": reduced(torch.logsumexp),
    "softmax": over_all(F.softmax),
    "log_softmax": over_all(F.log_softmax),
    "mse": F.mse_loss,
    "l1": F.l1_loss,
    "huber": F.huber_loss,
    "smooth_l1": F.smooth_l1_loss,
    "bce_with_logits": F.binary_cross_entropy_with_logits,
    "cross_entropy": cross_entropy,
    "hinge": lambda p, t: F.relu(1 - t * p).mean(),
    "detach": lambda x: x.detach(),
}
PRODUCTS = ("matmul", "linear")

# The names of the inputs in the table, where they are not x, or a and b.
NAMES = {
    "where": ["c", "a", "b"],
    "clamp": ["x", "min", "max"],
    "linear": ["x", "W", "b"],
    "matmul": ["A", "B"],
    **{loss: ["p", "t"] for loss in ("mse", "l1", "huber", "smooth_l1", "hinge")},
    "bce_with_logits": ["x", "t"],
    "cross_entropy": ["x", "t"],
}

CASES, STRAYED = [], []
random.seed(20260101)


def flat(data):
    return [data] if not isinstance(data, list) else [x for row in data for x in flat(row)]


def fill(shape, low=-2.0, high=2.0, digits=2):
    """Numbers of few digits between low and high, nested to the shape; none of them twice, so that there are no ties."""
    seen = set()

    def number():
        while True:
            x = round(random.uniform(low, high), digits)
            if x not in seen and x != 0:
                seen.add(x)
                return x

    def nest(rest):
        return number() if not rest else [nest(rest[1:]) for _ in range(rest[0])]

    return nest(shape)


def evaluate(op, attrs, inputs, constants, cotangent, dtype, rounded=False):
    """Value and gradients with numbers of `dtype`; `rounded` computes in float64 with inputs rounded to float32."""
    def tensor(data):
        x = torch.tensor(data, dtype=torch.float32 if rounded else dtype)
        return x.to(dtype)

    given = {name: tensor(data) for name, data in inputs.items()}
    for name, x in given.items():
        x.requires_grad_(name not in constants)
    y = TORCH[op](*given.values(), **attrs)
    numbers = [cotangent[i % len(cotangent)] for i in range(y.numel())]
    seed = tensor(numbers).reshape(y.shape)
    grads = {}
    if y.requires_grad:
        y.backward(seed)
        grads = {name: (x.grad if x.grad is not None else torch.zeros_like(x)) for name, x in given.items() if name not in constants}
    return y.detach(), grads, seed, given


def near(got, want, absolute, relative):
    if math.isnan(want) or math.isinf(want):
        return got == want or math.isnan(got) and math.isnan(want)
    return abs(got - want) <= absolute + relative * abs(want)


def check(identity, got, want, bound):
    """Notes where float32 strays from float64 at the same inputs."""
    absolute, relative = bound
    for a, b in zip(flat(got.tolist()), flat(want.to(torch.float32).tolist())):
        if not near(a, b, absolute / 2, relative / 2):
            STRAYED.append(f"{identity}: PyTorch's float32 gives {a} where {b} is right")


def case(op, inputs, attrs={}, constants=(), cotangent=(1.0, -0.5, 2.0, 0.25, -1.5, 0.75), note=""):
    """Adds a case. The cotangent is repeated or cut to the size of the output; `constants` are inputs without gradient."""
    names = NAMES.get(op) or (["x"] if len(inputs) == 1 else ["a", "b"])
    inputs = dict(zip(names, inputs))

    def run(dtype, rounded=False):
        return evaluate(op, attrs, inputs, constants, cotangent, dtype, rounded)

    y64, g64, seed, given = run(torch.float64)
    y32, g32, _, _ = run(torch.float32)
    y_rounded, g_rounded, _, _ = run(torch.float64, rounded=True)
    identity = f"{op}-{sum(c['op'] == op for c in CASES) + 1}"
    for got, want in [(y32, y_rounded), *((g32[name], g_rounded[name]) for name in g32)]:
        check(identity, got, want, (1e-5, 1e-4) if op in PRODUCTS else (1e-6, 2e-5))

    def spelled(x):
        return [spell(number) for number in x.reshape(-1).numpy()]

    def answers(y, grads):
        return {"value": spelled(y), "grads": {name: spelled(g) for name, g in grads.items()}}

    record = {
        "id": identity,
        "op": op,
        "attrs": {name: spell(value) if isinstance(value, float) else value for name, value in attrs.items()},
        "inputs": {name: {"shape": list(x.shape), "data": [spell(number) for number in flat(inputs[name])]} for name, x in given.items()},
        "cotangent": {"shape": list(seed.shape), "data": spelled(seed)},
        "f64": answers(y64, g64),
        "f32": answers(y32, g32),
    }
    CASES.append({**record, "note": note} if note else record)


def spell(x):
    """A number as JSON can hold it, whole numbers without their `.0`; float32 in its own shortest digits."""
    x = float(str(x))
    if math.isnan(x) or math.isinf(x):
        return str(x)
    return int(x) if x == int(x) and abs(x) < 1e6 and str(x) != "-0.0" else x


def write(path):
    """Writes all cases, one a line."""
    if STRAYED:
        raise SystemExit("\n".join(STRAYED))
    missing = [op for op in TORCH if not any(c["op"] == op for c in CASES)]
    if missing:
        raise SystemExit(f"no case for {missing}")
    bounds = {"f64": "1e-12 + 1e-10*|want|", "f32": "1e-6 + 2e-5*|want| (matmul, linear: 1e-5 + 1e-4*|want|)"}
    lines = ",\n".join(json.dumps(c, separators=(",", ":"), ensure_ascii=False) for c in CASES)
    with open(path, "w") as file:
        file.write(json.dumps({"torch": torch.__version__, "compare": bounds}, separators=(",", ":"))[:-1] + ',"cases":[\n' + lines + "\n]}\n")
    print(f"{len(CASES)} cases of {len(TORCH)} operations, {os.path.getsize(path)} bytes")
