// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace seekbench {

// From now on Ctrl-C, SIGTERM and SIGHUP are counted instead of ending the process.
void catchInterrupts();
// How urgently the user wants to leave: 0 not at all, 1 after one Ctrl-C, 2 after two or when the process was asked to end.
int interrupts();

}  // namespace seekbench
