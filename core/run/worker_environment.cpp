// SPDX-License-Identifier: Apache-2.0
#include "core/run/worker_environment.h"

#include <algorithm>
#include <cassert>
#include <thread>

namespace seekbench {

std::vector<std::pair<std::string, std::string>> workerEnvironment(std::int64_t threads) {
    assert(threads >= 1);
    const std::string count = std::to_string(threads);
    return {
        // libgomp's waiting threads spin by default, which makes steps 7 to 40 times slower on a machine that is not idle.
        {"OMP_WAIT_POLICY", "PASSIVE"},
        {"OMP_NUM_THREADS", count},
        // at::set_num_threads() does not reach the BLAS, so each one is told by name.
        {"OPENBLAS_NUM_THREADS", count},
        {"MKL_NUM_THREADS", count},
    };
}

std::int64_t threadCount(std::int64_t threads) {
    return threads > 0 ? threads : static_cast<std::int64_t>(std::max(1u, std::thread::hardware_concurrency()));
}

}  // namespace seekbench
