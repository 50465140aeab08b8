# SPDX-License-Identifier: Apache-2.0
"""The peer of worker_step: the networks of resources/experiments/benchmark_*.json in Python PyTorch, in the plainest loop there is.

All samples lie in memory as tensors, so the loop pays for choosing a batch and nothing else of the data.
Prints {"step_seconds": median over the steps, "torch": version} as JSON.
"""
import argparse
import json
import statistics
import time

import torch
from torch import nn

SAMPLES, BATCH, CLASSES = 6400, 64, 10
WARM_UP = 20  # steps that are not counted


def mlp():
    return nn.Sequential(nn.Linear(784, 256), nn.ReLU(), nn.Linear(256, CLASSES)), (784,)


def cnn():
    network = nn.Sequential(
        nn.Conv2d(1, 32, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(32, 64, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(64 * 7 * 7, 128), nn.ReLU(), nn.Linear(128, CLASSES))
    return network, (1, 28, 28)


def batches(shape):
    """Batches of 64 for ever, in a new order every epoch."""
    inputs, labels = torch.randn(SAMPLES, *shape), torch.randint(CLASSES, (SAMPLES,))
    while True:
        for chosen in torch.randperm(SAMPLES).split(BATCH):
            yield inputs[chosen], labels[chosen]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--model", choices=["mlp", "cnn"], required=True)
    parser.add_argument("--threads", type=int, required=True)
    parser.add_argument("--steps", type=int, required=True)
    options = parser.parse_args()

    torch.set_num_threads(options.threads)
    torch.manual_seed(0)
    network, shape = {"mlp": mlp, "cnn": cnn}[options.model]()
    optimizer = torch.optim.Adam(network.parameters(), lr=1e-3)
    source = batches(shape)
    seconds = []
    for _ in range(WARM_UP + options.steps):
        begun = time.perf_counter()
        inputs, labels = next(source)
        optimizer.zero_grad()
        loss = nn.functional.cross_entropy(network(inputs), labels)
        loss.backward()
        optimizer.step()
        loss.item()  # the worker keeps the loss of every step, too
        seconds.append(time.perf_counter() - begun)
    print(json.dumps({"step_seconds": statistics.median(seconds[WARM_UP:]), "torch": torch.__version__}))


if __name__ == "__main__":
    main()
