// SPDX-License-Identifier: Apache-2.0
#include "app/cli/interrupt.h"

#include <csignal>

#include <initializer_list>

#include <signal.h>

namespace seekbench {
namespace {

volatile std::sig_atomic_t g_count = 0;  // a signal handler can reach nothing else

void count(int signal) { g_count = signal == SIGINT && g_count == 0 ? 1 : 2; }

}  // namespace

void catchInterrupts() {
    struct sigaction action {};
    action.sa_handler = count;
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction before {};
        ::sigaction(signal, nullptr, &before);
        if (before.sa_handler != SIG_IGN) ::sigaction(signal, &action, nullptr);  // whoever started us with nohup means it
    }
}

int interrupts() { return g_count; }

}  // namespace seekbench
