# SPDX-License-Identifier: Apache-2.0
"""How many times as fast our training step is as that of Python PyTorch: five networks, both sides keeping freed memory, same threads.

Figures for each network. "compiled", "reference": wall time of a step in the worker with that engine, gradient norm, series and loading of
the batch included, which is what a user waits for. "processor": processor time of all threads for a step of the reference engine on a fixed
batch, against the same of Python, which a busy machine disturbs less. The contestants take turns and each round gives one ratio.
SEEKBENCH_ROUNDS, SEEKBENCH_MODELS, SEEKBENCH_KINDS (names, spaces between) and SEEKBENCH_THREADS choose less.
"""
import math
import os
import statistics

from measure import BUILD, ROOT, Workspace, figure, last_json, output

ROUNDS = int(os.environ.get("SEEKBENCH_ROUNDS", 5))
STEPS = {"mlp": 600, "cnn": 100, "transformer": 20, "unet3d": 20, "lstm": 60}
MODELS = os.environ.get("SEEKBENCH_MODELS", " ".join(STEPS)).split()
THREADS = [int(word) for word in os.environ.get("SEEKBENCH_THREADS", f"1 {os.cpu_count()}").split()]
KINDS = os.environ.get("SEEKBENCH_KINDS", "compiled reference processor").split()
# The volumes of a batch of one; the other networks have data sets as long as this.
TRAIN_LIMIT = {"unet3d": 16}
BATCHES_OF_AN_EPOCH = {"mlp": 100, "cnn": 100, "transformer": 20, "unet3d": 16, "lstm": 100}
KEEP_FREED_MEMORY = {"MALLOC_MMAP_MAX_": "0", "MALLOC_TRIM_THRESHOLD_": "4000000000"}


def environment(threads):
    return {"OMP_WAIT_POLICY": "PASSIVE", **{name + "_NUM_THREADS": str(threads) for name in ("OMP", "OPENBLAS", "MKL")}}


def worker(model, threads, engine):
    workspace = Workspace()
    epochs = max(1, -(-STEPS[model] // BATCHES_OF_AN_EPOCH[model]))
    limit = ["--set", f"train_limit={TRAIN_LIMIT[model]}"] if model in TRAIN_LIMIT else []
    run = workspace.train(ROOT / f"resources/experiments/benchmark_{model}.json", "--threads", threads, "--epochs", epochs,
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
        ratios = {kind: [] for kind in KINDS}
        peers = []
        for _ in range(ROUNDS):
            peer = python(model, threads)
            peers.append(peer["step_seconds"])
            for kind in KINDS:
                if kind == "processor":
                    ratios[kind].append(peer["cpu_seconds"] / processor(model, threads)["cpu_seconds"])
                else:
                    ratios[kind].append(peer["step_seconds"] / worker(model, threads, kind)["step_seconds"])
        for kind in KINDS:
            what = "processor time" if kind == "processor" else "wall time"
            name = f"training/{model}/{threads}_threads/{kind}"
            medians[kind].append(figure(name, ratios[kind], f"{what} of Python ({statistics.median(peers) * 1e3:.3g} ms)"))
    for kind in KINDS:
        mean = math.exp(statistics.fmean(math.log(value) for value in medians[kind]))
        target = "target 2.4 (1 thread), 2.8 (2), no network below 1.3" if kind == "compiled" else "target 1.4, no network below 1.0"
        figure(f"training/geometric_mean/{threads}_threads/{kind}", [mean], target)


for count in sorted(set(THREADS)):
    compare(count)
