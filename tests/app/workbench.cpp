// SPDX-License-Identifier: Apache-2.0
#include "workbench.h"

#include <csignal>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QTest>
#include <QThread>

#include <signal.h>
#include <sys/resource.h>

#include "core/base/file.h"
#include "core/store/projection.h"

namespace seekbench {
namespace {

const QString kBinaries = QStringLiteral(SEEKBENCH_BINARY_DIR "/bin/");

QString realWorker() { return qEnvironmentVariable("SEEKBENCH_WORKER", kBinaries + "seekbench-worker"); }

template <class T>
T checked(Result<T> result) {
    if (!result) qFatal("%s", result.error().english().c_str());
    return std::move(*result);
}

QJsonObject node(const QString& name, const QString& op, const QJsonObject& parameters = {}) {
    QJsonObject json{{"name", name}, {"operator", op}};
    if (!parameters.isEmpty()) json["parameters"] = parameters;
    return json;
}

// input → hidden → relu → logits → output
QJsonObject graph() {
    return {{"nodes", QJsonArray{node("input", "Input", {{"shape", QJsonArray{8}}}),
                                 node("hidden", "Linear", {{"in_features", 8}, {"out_features", 16}}), node("relu", "ReLU"),
                                 node("logits", "Linear", {{"in_features", 16}, {"out_features", 3}}), node("output", "Output")}},
            {"edges", QJsonArray{QJsonArray{"input.output", "hidden.input"}, QJsonArray{"hidden.output", "relu.input"},
                                 QJsonArray{"relu.output", "logits.input"}, QJsonArray{"logits.output", "output.input"}}}};
}

}  // namespace

QJsonObject Outcome::lastLine() const { return QJsonDocument::fromJson(output.trimmed().split('\n').last()).object(); }

Workbench::Workbench(WorkerKind worker, const QString& folderName) : m_folder(m_parent.filePath(folderName)), m_worker(worker) {}

Workbench::~Workbench() {
    if (!QFileInfo::exists(m_folder)) return;
    auto workspace = Workspace::open(m_folder.toStdString());
    if (!workspace) return;
    for (const RunFolder& run : workspace->runs())
        if (run.isAlive()) killWorker(run);
}

QString Workbench::workerProgram() { return realWorker(); }

QString Workbench::missingWorker() {
    return QFileInfo(realWorker()).isExecutable() ? QString()
                                                  : "there is no worker at " + realWorker() + " (built with SEEKBENCH_WORKER=OFF?)";
}

std::unique_ptr<QProcess> Workbench::start(const QStringList& arguments) const {
    auto process = std::make_unique<QProcess>();
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert("SEEKBENCH_WORKER", m_worker == WorkerKind::Real ? realWorker() : QStringLiteral(SEEKBENCH_STAND_IN_WORKER));
    environment.insert("SEEKBENCH_RESOURCES", SEEKBENCH_SOURCE_DIR "/resources");
    process->setProcessEnvironment(environment);
    if (!m_limits.empty())
        process->setChildProcessModifier([limits = m_limits] {
            for (const auto& [resource, bytes] : limits) {
                const rlimit limit{bytes, bytes};
                ::setrlimit(static_cast<__rlimit_resource_t>(resource), &limit);
            }
        });
    process->start(kBinaries + "seekbench-cli", arguments + QStringList{"--workspace", m_folder});
    if (!process->waitForStarted()) qFatal("seekbench-cli does not start: %s", qPrintable(process->errorString()));
    return process;
}

Outcome Workbench::cli(const QStringList& arguments, int milliseconds) const {
    const auto process = start(arguments);
    Outcome outcome;
    if (process->waitForFinished(milliseconds) && process->exitStatus() == QProcess::NormalExit)
        outcome.code = process->exitCode();
    else
        process->kill();
    outcome.output = process->readAllStandardOutput();
    outcome.errors = process->readAllStandardError();
    return outcome;
}

QString Workbench::experimentFile(const QJsonObject& changes) const {
    QJsonObject json{{"format", "seekbench-experiment"},
                     {"version", 1},
                     {"name", "tiny"},
                     {"graph", graph()},
                     {"dataset", QJsonObject{{"kind", "synthetic"}, {"shape", QJsonArray{8}}, {"classes", 3}, {"train_samples", 320}}},
                     {"split", QJsonObject{{"source", "share"}, {"share", 0.2}}},
                     {"optimizer", QJsonObject{{"kind", "adam"}}},
                     {"training", QJsonObject{{"batch_size", 16}, {"epochs", 4}, {"threads", 1}, {"checkpoint_interval", 10}}}};
    for (auto field = changes.begin(); field != changes.end(); ++field) json[field.key()] = field.value();
    return writeFile("experiment.json", QJsonDocument(json).toJson());
}

QString Workbench::writeFile(const QString& name, const QByteArray& content) const {
    QFile file(m_parent.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) qFatal("%s cannot be written", qPrintable(name));
    return file.fileName();
}

RunFolder Workbench::train(const QString& experimentFile) const {
    const Outcome outcome = cli({"train", experimentFile, "--detach"});
    if (outcome.code != 0) qFatal("train --detach: %s", qPrintable(outcome.text()));
    return lastRun();
}

RunFolder Workbench::lastRun() const { return checked(workspace().find("last")); }

bool Workbench::waitUntilEnded(const RunFolder& run, int milliseconds) const {
    QElapsedTimer timer;
    timer.start();
    while (run.isAlive() && timer.elapsed() < milliseconds) QThread::msleep(5);
    return !run.isAlive();
}

void Workbench::killWorker(const RunFolder& run) const {
    if (const auto process = FileLock::ownerOf(run.lockFile()); process && run.isAlive()) ::kill(static_cast<pid_t>(*process), SIGKILL);
    waitUntilEnded(run);
}

std::vector<std::string> Workbench::rows() const { return checked(database().dump()); }

std::vector<std::string> Workbench::rebuiltRows() const {
    const QString aside = m_parent.filePath("rebuilt.sqlite");
    if (auto rebuilt = rebuild(workspace(), aside.toStdString()); !rebuilt) qFatal("%s", rebuilt.error().english().c_str());
    return checked(checked(Database::open(aside.toStdString(), Database::Access::ReadOnly)).dump());
}

Database Workbench::database() const { return checked(Database::open(workspace().databaseFile(), Database::Access::ReadWrite)); }

Workspace Workbench::workspace() const { return checked(Workspace::open(m_folder.toStdString())); }

}  // namespace seekbench
