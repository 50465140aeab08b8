// SPDX-License-Identifier: Apache-2.0
#include "gpu/training/process_memory.h"

#include <cstdio>
#include <limits>

#include <fcntl.h>
#include <unistd.h>

namespace seekbench {

ProcessMemory::ProcessMemory()
    : m_descriptor(::open("/proc/self/statm", O_RDONLY | O_CLOEXEC)), m_bytes(std::numeric_limits<double>::quiet_NaN()) {}

ProcessMemory::~ProcessMemory() {
    if (m_descriptor >= 0) ::close(m_descriptor);
}

double ProcessMemory::bytes(double now) {
    if (m_readAt >= 0 && now - m_readAt < 0.05) return m_bytes;
    m_readAt = now;
    char text[128] = {};
    unsigned long long size = 0, resident = 0;
    if (::pread(m_descriptor, text, sizeof text - 1, 0) > 0 && std::sscanf(text, "%llu %llu", &size, &resident) == 2)
        m_bytes = static_cast<double>(resident) * static_cast<double>(::sysconf(_SC_PAGESIZE));
    return m_bytes;
}

}  // namespace seekbench
