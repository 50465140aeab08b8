# SPDX-License-Identifier: Apache-2.0
"""Time of a training step in the worker, gradient norm, series and loading included, divided by that of plain loops of the same model.

The contestants take turns, and each round gives one ratio, so that a busy machine is busy for all of them. All get the environment that
the launcher gives a worker. The worker also keeps freed memory (mallopt), so Python is measured as it is and with the same setting.
"""
import os
import statistics

from measure import BUILD, ROOT, Workspace, figure, last_json, output

ROUNDS = int(os.environ.get("SEEKBENCH_ROUNDS", 5))
STEPS = {"mlp": 1000, "cnn": 200}  # a multiple of 100, the length of an epoch
WARM_UP = 20
KEEP_FREED_MEMORY = {"MALLOC_MMAP_MAX_": "0", "MALLOC_TRIM_THRESHOLD_": "4000000000"}


def environment(threads):
    return {"OMP_WAIT_POLICY": "PASSIVE", **{name + "_NUM_THREADS": str(threads) for name in ("OMP", "OPENBLAS", "MKL")}}


def worker(model, threads):
    workspace = Workspace()
    run = workspace.train(ROOT / f"resources/experiments/benchmark_{model}.json",
                          "--threads", threads, "--epochs", STEPS[model] // 100)["run"]
    return statistics.median(workspace.series(run, "step_seconds")[WARM_UP:])


def bare_loop(model, threads):
    return last_json(output([BUILD / "benchmarks/bench_step", "bare", model, threads, STEPS[model]], environment(threads)))["step_seconds"]


def python(model, threads, extra=None):
    command = ["/usr/bin/python3", ROOT / "tests/benchmark/peer/train.py",
               "--model", model, "--threads", threads, "--steps", STEPS[model]]
    return last_json(output(command, {**environment(threads), **(extra or {})}))["step_seconds"]


PEERS = {
    "bare LibTorch loop (target 1.03)": bare_loop,
    "Python PyTorch": python,
    "Python PyTorch that keeps freed memory": lambda model, threads: python(model, threads, KEEP_FREED_MEMORY),
}

for threads in sorted({1, os.cpu_count()}):
    for model in STEPS:
        ratios = {peer: [] for peer in PEERS}
        for _ in range(ROUNDS):
            ours = worker(model, threads)
            for peer, measure in PEERS.items():
                ratios[peer].append(ours / measure(model, threads))
        for peer, values in ratios.items():
            figure(f"worker_step/{model}/{threads}_threads", values, peer)
