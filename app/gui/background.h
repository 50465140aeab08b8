// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QObject>

namespace seekbench {

// Runs `work` on a thread of the pool and gives what it returns to `done` in the thread of `context`, unless `context` is gone by
// then. `work` takes copies of what it needs; it must not touch anything that lives in the GUI thread.
template <class Work, class Done>
void inBackground(QObject* context, Work work, Done done) {
    QtConcurrent::run(std::move(work)).then(context, std::move(done));
}

}  // namespace seekbench
