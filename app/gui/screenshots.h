// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QtCore/QStringList>

namespace seekbench {

class MainWindow;

// Saves one PNG per perspective of the open window into `folder` ("design.png", "train.png" …), when its views have settled and the
// newest run has something to show; a short demonstration is trained first when the workspace has no run. Calls `done` at the end with a
// sentence for every picture that could not be made (empty: all are there).
void saveScreenshots(MainWindow& window, const QString& folder, std::function<void(const QStringList& problems)> done);

}  // namespace seekbench
