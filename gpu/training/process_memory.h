// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace seekbench {

// Resident memory of this process, read at most every 50 ms: a training step pays no system call for it. One thread owns it.
class ProcessMemory {
public:
    ProcessMemory();
    ~ProcessMemory();
    ProcessMemory(const ProcessMemory&) = delete;
    ProcessMemory& operator=(const ProcessMemory&) = delete;

    // Bytes at `now` (steadySeconds()); NaN where the system does not tell.
    double bytes(double now);

private:
    int m_descriptor = -1;  // /proc/self/statm, kept open
    double m_readAt = -1, m_bytes;
};

}  // namespace seekbench
