// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QObject>
#include <QtCore/QThreadPool>

namespace seekbench {

// Runs `work` on a thread of the pool and gives what it returns to `done` in the thread of `context`, unless `context` is gone by
// then. `work` takes copies of what it needs; it must not touch anything that lives in the GUI thread.
template <class Work, class Done>
void inBackground(QObject* context, Work work, Done done) {
    QtConcurrent::run(std::move(work)).then(context, std::move(done));
}

// The same for work of minutes that mostly waits, such as for a training: the pool gets one thread more meanwhile, so that on a machine
// with two cores the others do not wait for it.
template <class Work, class Done>
void inBackgroundForLong(QObject* context, Work work, Done done) {
    struct Room {
        Room() { QThreadPool::globalInstance()->releaseThread(); }
        ~Room() { QThreadPool::globalInstance()->reserveThread(); }
    };
    inBackground(
        context,
        [work = std::move(work)]() mutable {
            const Room room;
            return work();
        },
        std::move(done));
}

}  // namespace seekbench
