// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace seekbench {

// What this computer has, for forms and status lines. Nothing here loads a driver: "cuda:0" is offered where the system shows such a
// device, and whether a worker can use it says the worker.
struct Machine {
    int threads = 1;
    std::uint64_t memoryTotal = 0, memoryAvailable = 0;  // bytes; 0: not known
    std::vector<std::string> devices;                    // "cpu", then "cuda:0" …
};
Machine thisMachine();

}  // namespace seekbench
