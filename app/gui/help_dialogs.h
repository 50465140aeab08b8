// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The dialogs of the Help menu. They open beside the window and wait for nothing.

#include "core/run/run_folder.h"

namespace seekbench {

class MainWindow;

// The gestures of the canvas and every command with its keys, made from the table of commands.
void showShortcuts(MainWindow& window);
void showAbout(MainWindow& window);
// What `seekbench-cli doctor` finds, looked at in the background.
void showDoctor(MainWindow& window, const Workspace& workspace);

}  // namespace seekbench
