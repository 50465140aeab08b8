# SPDX-License-Identifier: Apache-2.0
"""How many times as fast our training step is as that of Python PyTorch: eight networks, both sides keeping freed memory, same threads.

Figures for each network. "compiled", "reference": wall time of a step in the worker with that engine, gradient norm, series and loading of
the batch included, which is what a user waits for. "processor": processor time of all threads for a step of the reference engine on a fixed
batch, against the same of Python, which a busy machine disturbs less. The contestants take turns and each round gives one ratio.
SEEKBENCH_ROUNDS, SEEKBENCH_MODELS, SEEKBENCH_KINDS (names, spaces between) and SEEKBENCH_THREADS choose less.
"""
import json
import math
import os
import pathlib
import statistics

from measure import BUILD, ROOT, Workspace, figure, last_json, output

ROUNDS = int(os.environ.get("SEEKBENCH_ROUNDS", 5))
STEPS = {"mlp": 600, "cnn": 100, "transformer": 20, "unet3d": 20, "lstm": 60, "resnet18": 20, "gpt": 20, "mobilenet_v2": 20}
MODELS = os.environ.get("SEEKBENCH_MODELS", " ".join(STEPS)).split()
THREADS = [int(word) for word in os.environ.get("SEEKBENCH_THREADS", f"1 {os.cpu_count()}").split()]
KINDS = os.environ.get("SEEKBENCH_KINDS", "compiled reference processor").split()
# The volumes of a batch of one; the other networks have data sets as long as this.
TRAIN_LIMIT = {"unet3d": 16}
BATCHES_OF_AN_EPOCH = {"mlp": 100, "cnn": 100, "transformer": 20, "unet3d": 16, "lstm": 100, "resnet18": 20, "gpt": 18, "mobilenet_v2": 20}
NO_PROCESSOR_TIME = {"resnet18", "gpt", "mobilenet_v2"}  # bench_step does not know them
KEEP_FREED_MEMORY = {"MALLOC_MMAP_MAX_": "0", "MALLOC_TRIM_THRESHOLD_": "4000000000"}


def environment(threads):
    return {"OMP_WAIT_POLICY": "PASSIVE", **{name + "_NUM_THREADS": str(threads) for name in ("OMP", "OPENBLAS", "MKL")}}


def pictures(side, samples):
    return {"dataset": {"kind": "synthetic", "classes": 1000, "shape": [3, side, side], "test_samples": 16, "train_samples": samples}}


# Networks that are others of resources/experiments in other sizes: the file, settings, parameters of nodes.
VARIANTS = {
    "resnet18": ("resnet18", {**pictures(64, 320), "training": {"batch_size": 16}}, {"image": {"shape": [3, 64, 64]}}),
    "mobilenet_v2": ("mobilenet_v2", {**pictures(96, 160), "training": {"batch_size": 8}}, {"image": {"shape": [3, 96, 96]}}),
    "gpt": ("gpt2_small", {"dataset": {"kind": "synthetic-language", "length": 256, "vocabulary": 256, "train_samples": 80},
                           "training": {"batch_size": 4}},
            {"tokens": {"shape": [256]}, "words": {"embedding_dim": 256, "num_embeddings": 256}, "norm": {"normalized_shape": [256]},
             "positions": {"features": 256, "max_length": 256}, "dropout": {"p": 0.0},
             "block": {"embed_dim": 256, "num_heads": 8, "repeat": 4, "dropout": 0.0}}),
}


def experiment_of(model, folder):
    """The file of the experiment, which trains with Adam as the peer does; a variant is written to the folder."""
    if model not in VARIANTS:
        return ROOT / f"resources/experiments/benchmark_{model}.json"
    base, settings, parameters = VARIANTS[model]
    experiment = json.loads((ROOT / f"resources/experiments/{base}.json").read_text())
    experiment.update(settings, training={**experiment["training"], **settings["training"]},
                      optimizer={"kind": "adam", "learning_rate": 0.001}, schedule={"kind": "constant"})
    for node in experiment["graph"]["nodes"]:
        if node["name"] in parameters:
            node["parameters"] = {**node.get("parameters", {}), **parameters[node["name"]]}
    file = pathlib.Path(folder) / f"{model}.json"
    file.write_text(json.dumps(experiment))
    return file


def worker(model, threads, engine):
    workspace = Workspace()
    epochs = max(1, -(-STEPS[model] // BATCHES_OF_AN_EPOCH[model]))
    limit = ["--set", f"train_limit={TRAIN_LIMIT[model]}"] if model in TRAIN_LIMIT else []
    run = workspace.train(experiment_of(model, workspace.name), "--threads", threads, "--epochs", epochs,
                          "--set", f"training.engine={engine}", *limit)["run"]
    seconds = workspace.series(run, "step_seconds")
    return {"step_seconds": statistics.median(seconds[min(20, len(seconds) // 5):])}


def processor(model, threads):
    return last_json(output([BUILD / "benchmarks/bench_step", "engine", model, threads, STEPS[model]], environment(threads)))


def python(model, threads):
    command = ["/usr/bin/python3", ROOT / "tests/benchmark/peer/train.py",
               "--model", model, "--threads", threads, "--steps", STEPS[model]]
    return last_json(output(command, {**environment(threads), **KEEP_FREED_MEMORY}))


def compare(threads):
    medians = {kind: [] for kind in KINDS}
    for model in MODELS:
        kinds = [kind for kind in KINDS if kind != "processor" or model not in NO_PROCESSOR_TIME]
        ratios = {kind: [] for kind in kinds}
        peers = []
        for _ in range(ROUNDS):
            peer = python(model, threads)
            peers.append(peer["step_seconds"])
            for kind in kinds:
                if kind == "processor":
                    ratios[kind].append(peer["cpu_seconds"] / processor(model, threads)["cpu_seconds"])
                else:
                    ratios[kind].append(peer["step_seconds"] / worker(model, threads, kind)["step_seconds"])
        for kind in kinds:
            what = "processor time" if kind == "processor" else "wall time"
            name = f"training/{model}/{threads}_threads/{kind}"
            medians[kind].append(figure(name, ratios[kind], f"{what} of Python ({statistics.median(peers) * 1e3:.3g} ms)"))
    for kind in [kind for kind in KINDS if medians[kind]]:
        mean = math.exp(statistics.fmean(math.log(value) for value in medians[kind]))
        target = "target 2.4 (1 thread), 2.8 (2), no network below 1.3" if kind == "compiled" else "target 1.4, no network below 1.0"
        figure(f"training/geometric_mean/{threads}_threads/{kind}", [mean], target)


for count in sorted(set(THREADS)):
    compare(count)
