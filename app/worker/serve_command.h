// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace seekbench {

// seekbench-worker serve THREADS: trains the runs whose folders come on the standard input, one after another, each name ended by a
// zero byte, and answers each on the standard output: the exit code that `train` would have had, a blank, the sentence of a refusal, a
// zero byte. Libraries are loaded once for all of them. Ends with the standard input, with SIGTERM, and after a run that has failed:
// what memory and libraries are like then, nobody knows. docs/worker.md
int serveCommand(const char* threads, char** arguments);

}  // namespace seekbench
