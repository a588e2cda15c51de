"""Writes ops_cases.json: every operation of the table, computed by PyTorch in float64 and in float32.

An oracle that is run by hand and whose answers are kept; no test needs it. It was run with Debian 12's PyTorch 1.13.1:

    /usr/bin/python3 tests/golden/make_ops_cases.py

Schema of a case: `op`, `attrs`, `inputs` by name in the order of the table, `cotangent` = the gradient that enters at the output, and
per type the value and the gradients of the inputs. An input without a gradient is a constant; no gradient at all means that none
passes. An attribute that is not there takes its default, and `null` is "over all elements".
"""

import math
import os

from torch_oracle import case, fill, write

INF, NAN = math.inf, math.nan


def unary():
    """Each function of one number: alone, as a vector on its usual domain, at awkward places."""
    line, unit = (-3, 3), (-0.95, 0.95)
    awkward = {
        "neg": (line, [0.0, -0.0, 1e-30, 1e30, INF, -INF]),
        "abs": (line, [0.0, -0.0, 1e-30, -1e30, INF, -INF]),
        "sign": (line, [0.0, -0.0, 1e-30, -1e30, INF, -INF]),
        "floor": (line, [2.0, -2.0, 0.5, -0.5, 1e6, -1e-30]),
        "ceil": (line, [2.0, -2.0, 0.5, -0.5, 1e6, 1e-30]),
        "round": (line, [0.5, 1.5, 2.5, -0.5, -1.5, 3.49]),
        "exp": (line, [87.0, -87.0, -104.0, 1e-9, 0.0, -INF]),
        "expm1": (line, [1e-9, -1e-9, 0.0, 50.0, -50.0, -INF]),
        "log": ((0.1, 5), [1e-30, 1e30, 1.0, 1.001, 0.999, INF]),
        "log1p": ((-0.9, 5), [1e-9, -1e-9, 0.0, -0.999, 1e30, INF]),
        "log2": ((0.1, 5), [1e-30, 1e30, 1.0, 8.0, 0.125, INF]),
        "log10": ((0.1, 5), [1e-30, 1e30, 1.0, 1000.0, 0.01, INF]),
        "sqrt": ((0.1, 5), [0.0, 1e-30, 1e30, 4.0, 2.0, INF]),
        "square": (line, [0.0, -0.0, 1e-10, -1e15, 3.0, -INF]),
        "reciprocal": (line, [1e-15, -1e-15, 1e15, 0.0, 3.0, -INF]),
        "sin": (line, [1e-9, 3.14159, 100.5, -1000.25, 0.0, INF]),
        "cos": (line, [1e-9, 1.5708, 100.5, -1000.25, 0.0, INF]),
        "tan": ((-1.4, 1.4), [1e-9, 1.5, -1.5, 100.5, 0.0, INF]),
        "asin": (unit, [1e-9, 1.0, -1.0, 0.999, 0.0, 1.5]),
        "acos": (unit, [1e-9, 1.0, -1.0, 0.999, 0.0, 1.5]),
        "atan": (line, [1e-9, 1e9, -1e9, 1.0, 0.0, -INF]),
        "sinh": (line, [1e-9, 80.0, -80.0, 0.001, 0.0, INF]),
        "cosh": (line, [1e-9, 80.0, -80.0, 0.001, 0.0, INF]),
        "tanh": (line, [1e-9, 20.0, -20.0, 9.0, -0.001, INF]),
        "asinh": (line, [1e-9, 1e9, -1e9, 0.001, 0.0, -INF]),
        "acosh": ((1.1, 5), [1.0, 1.01, 1e9, 1e15, 0.5, INF]),
        "atanh": (unit, [1e-9, 0.999, -0.999, 0.001, 1.0, -1.0]),
        "erf": ((-2, 2), [1e-9, 4.0, -4.0, 6.0, 0.0, INF]),
        "sigmoid": (line, [40.0, -40.0, 17.0, -88.0, 0.0, INF]),
        "logsigmoid": (line, [40.0, -40.0, 15.0, -1000.0, 0.0, 1000.0]),
        "softplus": (line, [40.0, -40.0, 18.0, -1000.0, 0.0, 1000.0]),
        "softsign": (line, [1e9, -1e9, 1e-9, 100.0, 0.0, -1e4]),
        "relu": (line, [0.0, -0.0, 1e-30, -1e30, INF, -INF]),
        "relu6": ((-3, 9), [0.0, 6.0, 5.999, 6.001, INF, -INF]),
        "leaky_relu": (line, [0.0, -0.0, 1e30, -1e30, 1e-9, -1e-9]),
        "elu": (line, [0.0, -1e-9, -40.0, 1e30, 1e-9, -INF]),
        "selu": (line, [0.0, -1e-9, -40.0, 1e30, 1e-9, -INF]),
        "gelu": (line, [0.0, -5.0, 5.0, -12.0, 12.0, 1e-9]),
        "gelu_tanh": (line, [0.0, -5.0, 5.0, -12.0, 12.0, 1e-9]),
        "silu": (line, [0.0, -40.0, 40.0, -88.0, 17.0, 1e-9]),
        "mish": (line, [0.0, -40.0, 40.0, -88.0, 15.0, 1e-9]),
        "hardtanh": (line, [1.0, -1.0, 0.999, -1.001, INF, -INF]),
    }
    for op, ((low, high), places) in awkward.items():
        case(op, [fill([], low, high)])
        case(op, [fill([5], low, high)])
        case(op, [[*places, NAN]], note="awkward places")
    case("leaky_relu", [fill([5])], {"negative_slope": 0.2})
    case("leaky_relu", [fill([5])], {"negative_slope": 1.5})
    case("elu", [fill([5])], {"alpha": 0.5})
    case("elu", [fill([5])], {"alpha": 2.0})
    case("detach", [fill([2, 3])])
    case("detach", [1.5])


def binary():
    """Functions of two numbers: alone, of one shape, broadcast in every way, and at awkward places."""
    shapes = [([], []), ([5], [5]), ([2, 3], [3]), ([2, 1], [1, 3]), ([3], []), ([1], [2, 2]), ([2, 1, 1], [2, 1])]
    positive = ((0.2, 3), (0.2, 3))
    both = ((-3, 3), (-3, 3))
    functions = {
        "add": (both, [(1e16, 1.0), (1e-30, -1e-30), (INF, 1.0), (-0.0, 0.0)]),
        "sub": (both, [(1.001, 1.0), (1e16, 1.0), (INF, INF), (0.0, 0.0)]),
        "mul": (both, [(1e20, 1e-20), (INF, 0.0), (-0.0, 3.0), (1e-15, 1e-15)]),
        "div": (((-3, 3), (0.2, 3)), [(1.0, 0.0), (0.0, 3.0), (1e-15, 1e15), (1.0, INF)]),
        "pow": (positive, [(0.0, 2.0), (2.0, 0.0), (1.0, 50.0), (10.0, -10.0)]),
        "atan2": (both, [(0.0, 2.0), (1.0, 0.0), (1e-10, 1e-10), (-3.0, -1e9)]),
        "hypot": (both, [(3.0, 4.0), (0.0, -2.0), (1e15, 1.0), (1e-12, 1e-15)]),
        "logaddexp": (both, [(1000.0, 1000.5), (-1000.0, 3.0), (-INF, 2.0), (50.0, -50.0)]),
        "max": (both, [(1.0, 1.0), (-0.0, 0.0), (NAN, 1.0), (1.0, NAN)]),
        "min": (both, [(1.0, 1.0), (-0.0, 0.0), (NAN, 1.0), (1.0, NAN)]),
    }
    for op, ((a, b), pairs) in functions.items():
        for left, right in shapes:
            case(op, [fill(left, *a), fill(right, *b)])
        case(op, [[x for x, _ in pairs], [y for _, y in pairs]], note="awkward places")
        case(op, [fill([2], *a), fill([2, 1], *b)], constants=["a"], note="a gradient for the second input only")
    case("pow", [[-2.0, -1.5, 0.0, 3.0, -0.5], 3.0], constants=["b"], note="a constant whole exponent")
    case("pow", [[-2.0, -1.5, 0.5, 3.0], -2.0], constants=["b"], note="a constant negative exponent")
    case("pow", [[-2.0, -1.5, 0.0, 3.0], 0.0], constants=["b"], note="a constant exponent 0")
    case("pow", [[0.0, 1.5, 4.0], 0.5], constants=["b"], note="a constant exponent ½")
    case("pow", [2.0, [-3.0, 0.0, 0.5, 10.0]], constants=["a"], note="a constant base")
    for op in "gt ge lt le eq ne".split():
        case(op, [[1.0, 2.0, 3.0, NAN, INF], [2.0, 2.0, 2.0, 2.0, INF]])
        case(op, [[[1.0, 2.0, -0.0]], [[1.0], [0.0]]])
        case(op, [1.5, 1.5])


def ternary():
    case("clamp", [fill([5], -3, 3), -1.0, 1.0])
    case("clamp", [2.5, -1.0, 1.0])
    case("clamp", [[[-1.0, 1.0, 0.0], [-INF, INF, 1.5]], -1.0, 1.0], constants=["min", "max"], note="bounds, infinities")
    case("clamp", [fill([2, 3], -3, 3), [-1.0, 0.0, 1.0], [[1.5], [2.0]]], note="bounds broadcast")
    case("clamp", [[-2.0, 0.0, 2.0], 3.0, 1.0], constants=["min", "max"], note="the upper bound wins when they cross")
    case("clamp", [fill([5], -3, 3), 0.5], note="no upper bound")
    case("clamp", [[NAN, -2.0, 2.0], -1.0, 1.0], constants=["min", "max"], note="NaN")
    case("where", [[1.0, 0.0, 1.0, 0.0, 1.0], fill([5]), fill([5])], constants=["c"])
    case("where", [1.0, 2.5, -1.5], constants=["c"])
    case("where", [[[1.0], [0.0]], fill([3]), fill([2, 3])], constants=["c"], note="broadcast")
    case("where", [[2.0, -0.5, 0.0, -0.0], 1.5, fill([4])], constants=["c"], note="any number but 0 is true")
    case("where", [[1.0, 0.0], [1.0, INF], [NAN, 2.0]], constants=["c"], note="the branch not taken does not leak")


def products():
    for left, right in [([3], [3]), ([2, 3], [3]), ([3], [3, 2]), ([2, 3], [3, 3]), ([1, 3], [3, 1]), ([3, 1], [1, 2]), ([3, 5], [5, 2]), ([1], [1])]:
        case("matmul", [fill(left), fill(right)])
    case("matmul", [[[1e6, 1.0, -1e6]], [[1.0], [0.5], [1.0]]], constants=["B"], note="cancellation that float32 survives")
    case("matmul", [[[NAN, 1.0], [2.0, 3.0]], fill([2, 2])], note="NaN stays in its row")
    case("matmul", [[[INF, 0.0], [1.0, 2.0]], [[0.0, 1.0], [1.0, 0.0]]], note="∞ · 0")
    case("matmul", [fill([2, 3]), fill([3, 2])], constants=["A"])
    for x, w in [([3, 3], [2, 3]), ([1, 3], [2, 3]), ([3], [2, 3]), ([3], [1, 3]), ([3, 1], [2, 1])]:
        case("linear", [fill(x), fill(w), fill(w[:1])])
        case("linear", [fill(x), fill(w)], note="without bias")
    case("linear", [fill([2, 3]), fill([2, 3]), fill([2])], constants=["x"])
    for shape in ([2, 3], [3, 2], [1, 4], [4, 1], [3], []):
        case("transpose", [fill(shape)])
    for shape, to in [([2, 3], [3, 2]), ([2, 3], [6]), ([6], [2, -1]), ([2, 3], [-1]), ([4], [2, 1, 2]), ([2, 1, 2], [-1, 2]), ([], [1, 1]), ([1], [])]:
        case("reshape", [fill(shape)], {"shape": to})


def reductions():
    axes = [({}, [5]), ({"dim": None}, [2, 3]), ({}, []), ({"dim": 0}, [2, 3]), ({"dim": 1}, [2, 3]), ({"dim": -2}, [2, 2]), ({"dim": 0}, [4]),
            ({"dim": 0, "keepdim": True}, [2, 2]), ({"dim": -1, "keepdim": True}, [1, 3])]
    for op in "sum mean amax amin logsumexp".split():
        for attrs, shape in axes:
            case(op, [fill(shape, -3, 3)], attrs)
        case(op, [fill([2, 2, 2], -3, 3)], {"dim": 1})
        case(op, [fill([9], -3, 3)], note="longer than the lanes")
        case(op, [[[1.0, NAN], [2.0, 3.0]]], {"dim": 1}, constants=["x"], note="NaN stays in its row")
    for op in ("amax", "amin"):
        case(op, [[[1.0, 2.0, 2.0], [1.0, 1.0, 2.0]]], {"dim": 1}, note="ties share the gradient evenly")
        case(op, [[3.0, 3.0, 3.0, 3.0]], note="all tied")
        case(op, [[[INF, 1.0], [-INF, 2.0]]], {"dim": 0})
    case("sum", [[1e6, 1.0, -1e6]], note="cancellation that float32 survives in this order")
    case("sum", [[INF, 1.0, -INF]])
    case("mean", [[INF, 1.0]])
    case("logsumexp", [[[100.0, 101.0], [-100.0, -101.0]]], {"dim": 1}, note="beyond the range of exp in float32")
    case("logsumexp", [[-INF, 1.0, 2.0]], note="−∞ is a mask")
    case("logsumexp", [[INF, 1.0]], constants=["x"])
    case("logsumexp", [[-INF, -INF]], constants=["x"])

    for i, (attrs, shape) in enumerate(a for a in axes if a[1]):
        case("var", [fill(shape, -3, 3)], {**attrs, "correction": i % 2})
    case("var", [fill([5])], {"correction": 1})
    case("var", [fill([2, 3])], {"dim": 0, "correction": 0})
    case("var", [fill([2, 3])], {"dim": 1, "correction": 1})
    case("var", [fill([4])], note="the default is Bessel's correction")
    case("var", [[1000.25, 1000.5, 1000.75]], {"correction": 0}, note="near-cancellation")
    case("var", [[2.0]], {"correction": 0})
    case("var", [[2.0]], {"correction": 1}, constants=["x"], note="0/0")
    case("var", [[2.0, 2.0, 2.0]], {"correction": 1}, note="no spread")

    for p in (1.0, 2.0, 3.0, INF):
        for attrs, shape in [({}, [4]), ({"dim": 0}, [2, 3]), ({"dim": -1, "keepdim": True}, [2, 3])]:
            case("norm", [fill(shape, -3, 3)], {"p": p, **attrs})
        case("norm", [[0.0, 0.0, 0.0]], {"p": p}, note="the zero vector")
        case("norm", [[3.0, 0.0, -3.0]], {"p": p}, note="a zero, a tie")
    case("norm", [fill([2, 3])])
    case("norm", [[3.0, -4.0]])
    case("norm", [-2.5])

    for op in ("softmax", "log_softmax"):
        for attrs, shape in [({"dim": 0}, [4]), ({"dim": 0}, [2, 3]), ({"dim": 1}, [2, 3]), ({"dim": -1}, [2, 3]), ({"dim": -2}, [3, 2]), ({"dim": None}, [5]), ({"dim": None}, [2, 2]),
                             ({"dim": -1}, [2, 1]), ({"dim": 1}, [2, 2, 2])]:
            case(op, [fill(shape, -3, 3)], attrs)
        case(op, [[[1000.0, 1001.0, 999.0], [-1000.0, -1001.0, -999.0]]], {"dim": 1}, note="far from 0")
        case(op, [[0.0, 100.0, -100.0]], {"dim": 0}, note="saturated")
        case(op, [[NAN, 1.0]], {"dim": 0})
    case("softmax", [[-INF, 1.0, 2.0]], {"dim": 0}, note="−∞ is a mask")
    case("log_softmax", [[-INF, 1.0, 2.0]], {"dim": 0}, constants=["x"], note="−∞ is a mask")


def losses():
    reductions = [{}, {"reduction": "sum"}, {"reduction": "none"}]
    for op in ("mse", "l1", "huber", "smooth_l1", "bce_with_logits"):
        target = (0, 1) if op == "bce_with_logits" else (-2, 2)
        for attrs in reductions:
            case(op, [fill([2, 3], -3, 3), fill([2, 3], *target)], attrs)
        case(op, [fill([5], -3, 3), fill([5], *target)], {"reduction": "mean"})
        case(op, [1.5, 0.25])
    for op in ("mse", "l1", "huber", "smooth_l1"):
        case(op, [[1.0, 0.5, -2.0], [1.0, 1.5, -2.0]], {"reduction": "none"}, note="no error, and an error of exactly 1")
        case(op, [fill([4], -3, 3), fill([4])], {"reduction": "sum"}, constants=["t"])
        case(op, [[1e15, 3.0], [-1e15, NAN]], {"reduction": "none"}, note="large, NaN")
    for delta in (0.5, 2.0):
        case("huber", [fill([4], -3, 3), fill([4])], {"delta": delta})
        case("smooth_l1", [fill([4], -3, 3), fill([4])], {"beta": delta, "reduction": "none"})
    case("bce_with_logits", [[40.0, -40.0, 1000.0, -1000.0], [0.0, 1.0, 1.0, 0.0]], {"reduction": "none"}, note="saturated")
    case("bce_with_logits", [[0.0, 1e-9], [1.0, 0.0]], {"reduction": "none"})

    for attrs in [*reductions, {"reduction": "mean"}]:
        case("cross_entropy", [fill([2, 3], -3, 3), [0.0, 2.0]], attrs, constants=["t"])
        case("cross_entropy", [fill([2, 3], -3, 3), [[0.25, 0.25, 0.5], [0.0, 0.9, 0.1]]], attrs)
        case("cross_entropy", [fill([4], -3, 3), 2.0], attrs, constants=["t"])
        case("cross_entropy", [fill([3], -3, 3), [0.2, 0.3, 0.5]], attrs)
    case("cross_entropy", [[[1000.0, 0.0], [0.0, -1000.0]], [1.0, 1.0]], {"reduction": "none"}, constants=["t"], note="sure and wrong")
    case("cross_entropy", [[[1.0], [2.0]], [0.0, 0.0]], constants=["t"], note="one class")
    case("cross_entropy", [[1.0, 2.0, 3.0], [0.5, 1.0, 2.0]], note="weights that do not sum to 1")

    for shape in ([2, 3], [5], []):
        case("hinge", [fill(shape, -2, 2), [[1.0, -1.0, 1.0], [-1.0, 1.0, -1.0]] if shape == [2, 3] else [1.0, -1.0, 1.0, -1.0, -1.0] if shape else 1.0])
    case("hinge", [[1.0, -1.0, 0.0, 1.5], [1.0, -1.0, 1.0, 1.0]], constants=["t"], note="at the margin, beyond it")


for cases in (unary, binary, ternary, products, reductions, losses):
    cases()
write(os.path.join(os.path.dirname(os.path.abspath(__file__)), "ops_cases.json"))
