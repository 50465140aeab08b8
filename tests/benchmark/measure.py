# SPDX-License-Identifier: Apache-2.0
"""What the benchmarks written in Python share: starting our programs, and printing a figure as one line."""
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ.get("SEEKBENCH_BUILD", ROOT / "build"))
CLI = BUILD / "bin" / "seekbench-cli"


def figure(name, values, peer, unit="x"):
    """Prints name, median, what it is compared with, and the spread over the repetitions."""
    middle = statistics.median(values)
    spread = f"{min(values):.3g}..{max(values):.3g} ({len(values)} times)"
    print(f"{name:34} {middle:8.3g} {unit:3} {peer:52} {spread}", flush=True)
    return middle


def output(command, environment=None):
    """Standard output of a command; its own words and an end of this program when it fails."""
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True,
                          env={**os.environ, **(environment or {})})
    if done.returncode != 0:
        sys.exit(f"{command[0]} ended with {done.returncode}:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.stdout


def last_json(text):
    """The value in the last line that is not empty."""
    return json.loads(text.strip().splitlines()[-1])


class Workspace(tempfile.TemporaryDirectory):
    """A workspace for one benchmark, gone with it."""

    def __init__(self):
        super().__init__(prefix="seekbench-benchmark-", ignore_cleanup_errors=True)

    def cli(self, command, *arguments):
        return output([CLI, command, *arguments, "--workspace", self.name])

    def train(self, file, *arguments):
        """Trains to the end; the answer of `train --json`."""
        return last_json(self.cli("train", file, *arguments, "--json"))

    def series(self, run, name):
        """The values of a series, without their steps."""
        return [value for _, value in json.loads(self.cli("metrics", run, name, "--json"))[name]]
