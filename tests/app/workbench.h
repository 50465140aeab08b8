// SPDX-License-Identifier: Apache-2.0
#pragma once

// A Workbench is a workspace in a temporary folder together with the executables: what a test of the whole does to it is one verb each.

#include <cstdint>
#include <map>
#include <memory>

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include "core/run/run_folder.h"
#include "core/store/database.h"

namespace seekbench {

// How a command of the command line ended.
struct Outcome {
    int code = -1;  // -1: it did not end by itself
    QByteArray output, errors;

    QJsonDocument json() const { return QJsonDocument::fromJson(output); }
    // The last line of the output as an object: what train --json ends with.
    QJsonObject lastLine() const;
    QString text() const { return QString::fromUtf8(output + errors); }
};

enum class WorkerKind { StandIn, Real };

class Workbench {
public:
    // A fresh workspace whose folder has the given name. With WorkerKind::Real the worker must be there: see missingWorker().
    explicit Workbench(WorkerKind worker, const QString& folderName = "workspace");
    ~Workbench();  // ends the workers that are still at it

    // Why tests with the real worker cannot run here; empty when they can.
    static QString missingWorker();
    static QString workerProgram();  // the real one

    // A limit of the operating system (RLIMIT_AS, RLIMIT_FSIZE) for the programs that are started from now on.
    void limit(int resource, std::uint64_t bytes) { m_limits[resource] = bytes; }

    // The command line, from start to end, or started and left running.
    Outcome cli(const QStringList& arguments, int milliseconds = 60'000) const;
    std::unique_ptr<QProcess> start(const QStringList& arguments) const;

    // An experiment file: a two-layer network on generated samples. Fields of `changes` replace those of the same name.
    QString experimentFile(const QJsonObject& changes = {}) const;
    // The same with a script for the stand-in worker.
    QString scripted(const QString& script) const { return experimentFile({{"description", script}}); }
    QString writeFile(const QString& name, const QByteArray& content) const;

    // Starts a run and leaves it going.
    RunFolder train(const QString& experimentFile) const;
    // The only run there is, or the newest.
    RunFolder lastRun() const;
    bool waitUntilEnded(const RunFolder& run, int milliseconds = 60'000) const;
    void killWorker(const RunFolder& run) const;

    // The rows that are in the database, and those it would have if it were made anew.
    std::vector<std::string> rows() const;
    std::vector<std::string> rebuiltRows() const;
    Database database() const;

    Workspace workspace() const;
    QString folder() const { return m_folder; }
    QString parentFolder() const { return m_parent.path(); }

private:
    QTemporaryDir m_parent;
    QString m_folder;
    WorkerKind m_worker;
    std::map<int, std::uint64_t> m_limits;
};

}  // namespace seekbench
