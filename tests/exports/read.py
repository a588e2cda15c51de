"""Reads the exported files of each model, with the readers that are installed: python3 read.py FOLDER NAME…

Prints a line for each reader: its name, a tab, and what it found. What differs ends it with a message.
"""

import json
import math
import struct
import sys
from pathlib import Path

import numpy as np


def installed(name):
    try:
        return __import__(name)
    except ImportError:
        return None


def same(tensors, expected, what):
    numbers = np.concatenate([np.asarray(t).reshape(-1) for t in tensors])
    wanted = np.array(expected, dtype=numbers.dtype)
    assert numbers.tobytes() == wanted.tobytes(), f"{what}: the numbers differ"


def by_layer(name):
    return int(name[1:].split(".")[0]), name[0] == "b"


def check_npz(path, expected):
    with np.load(path, allow_pickle=False) as arrays:
        names = sorted((n for n in arrays.files if n[0] in "Wb" and n[1:].isdigit()), key=by_layer)
        same([arrays[n] for n in names], expected["values"], path)
        same([arrays[n + ".grad"] for n in names], expected["gradients"], path)
        assert json.loads(str(arrays["state"]))["step"] == expected["step"], f"{path}: the step differs"


def read_safetensors(path):
    content = Path(path).read_bytes()
    (length,) = struct.unpack("<Q", content[:8])
    header = json.loads(content[8 : 8 + length])
    header.pop("__metadata__")
    data = content[8 + length :]
    kinds = {"F32": "<f4", "F64": "<f8"}
    return {n: np.frombuffer(data[slice(*e["data_offsets"])], kinds[e["dtype"]]).reshape(e["shape"]) for n, e in header.items()}


def check_safetensors(path, expected):
    library = installed("safetensors.numpy")
    tensors = library.numpy.load_file(path) if library else read_safetensors(path)
    order = sorted(tensors, key=lambda n: (int(n.split(".")[0]), n.endswith("bias")))
    same([tensors[n] for n in order], expected["values"], path)
    if library:
        again = path + ".again"
        library.numpy.save_file(tensors, again)
        same([library.numpy.load_file(again)[n] for n in order], expected["values"], again)


def fields(message):
    """Numbers of fields and their values, of a message of protocol buffers."""
    at = 0

    def varint():
        nonlocal at
        value = shift = 0
        while True:
            byte = message[at]
            at += 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    while at < len(message):
        key = varint()
        if key & 7 == 0:
            yield key >> 3, varint()
        else:
            size = 4 if key & 7 == 5 else varint()
            yield key >> 3, bytes(message[at : at + size])
            at += size


def all_of(message, number):
    return [value for field, value in fields(message) if field == number]


def attributes(node):
    for attribute in all_of(node, 5):
        numbers = dict(fields(attribute))
        yield numbers[1].decode(), struct.unpack("<f", numbers[2])[0] if 2 in numbers else numbers[3]


def clip(x, low, high):
    return np.minimum(np.maximum(x, low), high)


OPERATIONS = {
    "Gemm": lambda x, w, b=0, transB=0: x @ (w.T if transB else w) + b,
    "Add": lambda a, b: a + b,
    "Mul": lambda a, b: a * b,
    "Neg": lambda x: -x,
    "Tanh": np.tanh,
    "Sin": np.sin,
    "Sigmoid": lambda x: 1 / (1 + np.exp(-x)),
    "Relu": lambda x: np.maximum(x, 0),
    "LeakyRelu": lambda x, alpha: np.where(x < 0, alpha * x, x),
    "Elu": lambda x, alpha: np.where(x < 0, alpha * np.expm1(x), x),
    "Selu": lambda x, alpha, gamma: gamma * np.where(x <= 0, alpha * np.expm1(x), x),
    "Erf": np.vectorize(math.erf),
    "Softplus": lambda x: np.logaddexp(x, 0),
    "Softsign": lambda x: x / (1 + np.abs(x)),
    "Clip": clip,
}


def evaluate_onnx(model, x):
    """The output of a model, in float64 from its own numbers, operation by operation."""
    (graph,) = all_of(model, 7)
    values = {"x": np.array(x)}
    for tensor in all_of(graph, 5):
        (name,), (kind,), (raw,) = all_of(tensor, 8), all_of(tensor, 2), all_of(tensor, 9)
        values[name.decode()] = np.frombuffer(raw, {1: "<f4", 11: "<f8"}[kind]).reshape(all_of(tensor, 1)).astype(float)
    for node in all_of(graph, 1):
        (op,), (output,) = all_of(node, 4), all_of(node, 2)
        values[output.decode()] = OPERATIONS[op.decode()](*(values[n.decode()] for n in all_of(node, 1)), **dict(attributes(node)))
    return values["output"]


def near(output, expected, what):
    wanted = np.array(expected["output"]).reshape(output.shape)
    error = np.abs(output - wanted).max() / max(1, np.abs(wanted).max())
    assert error <= 1e-6, f"{what}: the outputs differ by {error:.2g}"


def main(folder, names):
    onnx, runtime = installed("onnx"), installed("onnxruntime")
    for name in names:
        expected = json.loads(Path(f"{folder}/{name}.expected.json").read_text())
        x = np.array(expected["x"]).reshape(expected["rows"], -1)
        check_npz(f"{folder}/{name}.npz", expected)
        check_safetensors(f"{folder}/{name}.safetensors", expected)
        path = f"{folder}/{name}.onnx"
        near(evaluate_onnx(Path(path).read_bytes(), x), expected, path)
        if onnx:
            onnx.checker.check_model(onnx.load(path), full_check=True)
        if runtime:
            session = runtime.InferenceSession(path, providers=["CPUExecutionProvider"])
            (output,) = session.run(None, {"x": x.astype(expected["dtype"])})
            near(output, expected, f"{path} in onnxruntime")
    count = f"{len(names)} models"
    print(f"NumPy\t{count}: npz and safetensors to the bit, the ONNX graph evaluated to 1e-6")
    print(f"safetensors\t{f'{count} read, written and read again' if installed('safetensors.numpy') else 'left out: not installed'}")
    print(f"onnx checker\t{f'{count} are valid' if onnx else 'left out: not installed'}")
    print(f"onnxruntime (Python)\t{f'{count} agree to 1e-6' if runtime else 'left out: not installed'}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
