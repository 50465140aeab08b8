#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs emitted Python on the worker's weights and compares what comes out: check_emitted.py FOLDER

FOLDER has a folder for each graph, written by tst_emitted_code: module.py, functional.py and sequential.py (where the graph is a chain),
tensors.safetensors with "weight/<name>", "input/<number>" and "output/<number>", and names.json with [checkpoint name, state name] pairs.
"""

import importlib.util
import json
import struct
import sys
from pathlib import Path

import numpy
import torch

TYPES = {"F32": numpy.float32, "I64": numpy.int64}


def read_safetensors(path):
    data = path.read_bytes()
    (length,) = struct.unpack("<Q", data[:8])
    header = json.loads(data[8 : 8 + length])
    tensors = {}
    for name, entry in header.items():
        if name == "__metadata__":
            continue
        begin, end = (8 + length + offset for offset in entry["data_offsets"])
        array = numpy.frombuffer(data[begin:end], TYPES[entry["dtype"]])
        tensors[name] = torch.from_numpy(array.reshape(entry["shape"]).copy())
    return tensors


def part(tensors, kind):
    return {name[len(kind) + 1 :]: tensor for name, tensor in tensors.items() if name.startswith(kind + "/")}


def numbered(tensors):
    return [tensors[str(i)] for i in range(len(tensors))]


def load(path):
    spec = importlib.util.spec_from_file_location(path.parent.name + "_" + path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def difference(got, expected):
    """The largest difference as a share of the largest number."""
    got = got if isinstance(got, tuple) else (got,)
    if len(got) != len(expected):
        return f"{len(got)} outputs instead of {len(expected)}"
    worst = 0.0
    for a, b in zip(got, expected):
        if a.shape != b.shape:
            return f"{tuple(a.shape)} instead of {tuple(b.shape)}"
        if a.numel() > 0:
            scale = max(b.abs().max().item(), 1e-3)
            worst = max(worst, (a.double() - b.double()).abs().max().item() / scale)
    return worst


def check(folder):
    tensors = read_safetensors(folder / "tensors.safetensors")
    weights, inputs, outputs = part(tensors, "weight"), numbered(part(tensors, "input")), numbered(part(tensors, "output"))
    names = dict(json.loads((folder / "names.json").read_text()))
    state = {names[name]: tensor for name, tensor in weights.items()}
    for style in ("module", "sequential", "functional"):
        path = folder / (style + ".py")
        if not path.exists():
            continue
        try:
            code = load(path)
            with torch.no_grad():
                if style == "functional":
                    got = code.forward(weights, *inputs)
                else:
                    model = code.Model() if style == "module" else code.build_model()
                    model.load_state_dict(state, strict=True)
                    got = model.eval()(*inputs)
            worst = difference(got, outputs)
        except Exception as error:  # whatever the emitted code does is a finding
            worst = f"{type(error).__name__}: {error}"
        if isinstance(worst, str) or not worst <= 1e-5:
            yield style, f"{folder.name} as {style}: {worst}"
        else:
            yield style, None


def main():
    folders = sorted(path for path in Path(sys.argv[1]).iterdir() if path.is_dir())
    count, failures = {}, []
    for folder in folders:
        for style, failure in check(folder):
            count[style] = count.get(style, 0) + 1
            if failure:
                failures.append(failure)
    print(f"{len(folders)} graphs: " + ", ".join(f"{number} as {style}" for style, number in sorted(count.items())))
    for failure in failures:
        print(failure)
    sys.exit(1 if failures or not folders else 0)


main()
