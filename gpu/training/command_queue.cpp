// SPDX-License-Identifier: Apache-2.0
#include "gpu/training/command_queue.h"

#include <utility>

namespace seekbench {

CommandQueue::Mail CommandQueue::take() {
    const std::lock_guard lock(m_mutex);
    m_hasMail.store(false, std::memory_order_release);
    return std::exchange(m_mail, {});
}

void CommandQueue::wait(std::chrono::milliseconds time) {
    std::unique_lock lock(m_mutex);
    m_arrived.wait_for(lock, time, [this] { return hasMail(); });
}

bool CommandQueue::push(const ClientCommand& command) {
    const std::lock_guard lock(m_mutex);
    if (m_mail.commands.size() >= kCapacity) return false;
    m_mail.commands.push_back(command);
    announce();
    return true;
}

void CommandQueue::push(LogLine line) {
    const std::lock_guard lock(m_mutex);
    if (m_mail.lines.size() >= kCapacity) return;
    m_mail.lines.push_back(std::move(line));
    announce();
}

void CommandQueue::announce() {
    m_hasMail.store(true, std::memory_order_release);
    m_arrived.notify_one();
}

}  // namespace seekbench
