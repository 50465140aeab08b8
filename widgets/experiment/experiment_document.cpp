// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/experiment/experiment_document.h"

#include <cassert>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace seekbench {
namespace {

// What goes to the checking thread.
struct CheckJob {
    std::uint64_t generation = 0;
    Experiment experiment;
    std::int64_t machineMemory = 0;
};

// The experiment without its graph: what changeSettings() changes.
Experiment settingsOf(const Experiment& experiment) {
    Experiment settings = experiment;
    settings.graph = {};
    settings.library = {};
    return settings;
}

}  // namespace

std::string pathAt(const GraphLevel& level, const std::string& node) {
    std::string path;
    for (const std::string& step : level) path += step + "/";
    return path + node;
}

struct ExperimentDocument::Private {
    Experiment experiment;
    ExperimentReport report;
    std::optional<MemoryForecast> memory;
    std::int64_t machineMemory = 0;
    double milliseconds = 0;
    QUndoStack undoStack;
    std::uint64_t generation = 0, reported = 0;

    std::mutex mutex;
    std::condition_variable_any wake;
    std::optional<CheckJob> job;  // the newest wins: an older one that has not begun is dropped
    std::jthread thread;          // last: it must end before what it uses

    void post() {
        ++generation;
        {
            const std::lock_guard lock(mutex);
            job = CheckJob{generation, experiment, machineMemory};
        }
        wake.notify_one();
    }

    // The composite that is the body at `level`, by id; nothing at the top or when the path leads nowhere.
    std::optional<std::string> compositeIdAt(const GraphLevel& level) const {
        const Graph* graph = &experiment.graph;
        std::optional<std::string> id;
        for (const std::string& name : level) {
            const Node* node = graph->find(name);
            const Composite* composite = node == nullptr ? nullptr : experiment.library.composite(node->op);
            if (composite == nullptr) return std::nullopt;
            id = composite->id;
            graph = &composite->body;
        }
        return id;
    }
    // The graph that the composite `id` or, without one, the top is.
    Graph* body(const std::optional<std::string>& id) {
        if (!id) return &experiment.graph;
        const auto found = experiment.library.composites.find(*id);
        return found == experiment.library.composites.end() ? nullptr : &found->second.body;
    }
};

// One step of the undo stack. It has been performed when it is pushed.
class DocumentCommand : public QUndoCommand {
public:
    DocumentCommand(ExperimentDocument& document, const QString& text, QString mergeKey)
        : QUndoCommand(text), m_document(document), m_mergeKey(std::move(mergeKey)) {}

    void redo() final {
        if (std::exchange(m_first, false)) return;
        run(Direction::Forward);
    }
    void undo() final { run(Direction::Back); }
    // One id for all: which commands merge says the key alone, and Qt asks mergeWith() only for equal ids.
    int id() const final { return m_mergeKey.isEmpty() ? -1 : 1; }
    bool mergeWith(const QUndoCommand* other) final {
        const auto& next = static_cast<const DocumentCommand&>(*other);
        return next.m_mergeKey == m_mergeKey && typeid(next) == typeid(*this) && take(next);
    }

protected:
    enum class Direction { Forward, Back };
    virtual void run(Direction direction) = 0;
    virtual bool take(const DocumentCommand& next) = 0;

    Experiment& experiment() { return m_document.m_private->experiment; }
    ExperimentDocument::Private& document() { return *m_document.m_private; }
    void graphChanged() {
        document().post();
        Q_EMIT m_document.graphChanged();
    }
    void settingsChanged() {
        document().post();
        Q_EMIT m_document.settingsChanged();
    }

private:
    ExperimentDocument& m_document;
    QString m_mergeKey;
    bool m_first = true;
};

namespace {

class GraphCommand final : public DocumentCommand {
public:
    GraphCommand(ExperimentDocument& document, std::optional<std::string> composite, Edit edit, Edit inverse, const QString& text,
                 const QString& mergeKey)
        : DocumentCommand(document, text, mergeKey),
          m_composite(std::move(composite)),
          m_edit(std::move(edit)),
          m_inverse(std::move(inverse)) {}

private:
    void run(Direction direction) override {
        // The stack replays what has worked on the same graph.
        [[maybe_unused]] const auto done = perform(*document().body(m_composite), direction == Direction::Forward ? m_edit : m_inverse);
        assert(done);
        graphChanged();
    }
    bool take(const DocumentCommand& other) override {
        const auto& next = static_cast<const GraphCommand&>(other);
        if (next.m_composite != m_composite) return false;
        m_edit.steps.insert(m_edit.steps.end(), next.m_edit.steps.begin(), next.m_edit.steps.end());
        m_inverse.steps.insert(m_inverse.steps.begin(), next.m_inverse.steps.begin(), next.m_inverse.steps.end());
        return true;
    }

    std::optional<std::string> m_composite;
    Edit m_edit, m_inverse;
};

// Graph and library before and after, as whole values: for changes of both, which are rare.
class CompositeCommand final : public DocumentCommand {
public:
    CompositeCommand(ExperimentDocument& document, Experiment before, Experiment after, const QString& text)
        : DocumentCommand(document, text, {}), m_before(std::move(before)), m_after(std::move(after)) {}

private:
    void run(Direction direction) override {
        const Experiment& source = direction == Direction::Forward ? m_after : m_before;
        experiment().graph = source.graph;
        experiment().library = source.library;
        graphChanged();
    }
    bool take(const DocumentCommand&) override { return false; }

    Experiment m_before, m_after;
};

class SettingsCommand final : public DocumentCommand {
public:
    SettingsCommand(ExperimentDocument& document, Experiment before, Experiment after, const QString& text, const QString& mergeKey)
        : DocumentCommand(document, text, mergeKey), m_before(std::move(before)), m_after(std::move(after)) {}

    static void apply(const Experiment& settings, Experiment& to) {
        Experiment changed = settings;
        changed.graph = std::move(to.graph);
        changed.library = std::move(to.library);
        to = std::move(changed);
    }

private:
    void run(Direction direction) override {
        apply(direction == Direction::Forward ? m_after : m_before, experiment());
        settingsChanged();
    }
    bool take(const DocumentCommand& next) override {
        m_after = static_cast<const SettingsCommand&>(next).m_after;
        return true;
    }

    Experiment m_before, m_after;
};

}  // namespace

ExperimentDocument::ExperimentDocument(QObject* parent) : QObject(parent), m_private(std::make_unique<Private>()) {
    m_private->thread = std::jthread([this](std::stop_token stop) {
        Private& p = *m_private;
        while (true) {
            std::optional<CheckJob> job;
            {
                std::unique_lock lock(p.mutex);
                if (!p.wake.wait(lock, stop, [&] { return p.job.has_value(); })) return;
                job = std::exchange(p.job, std::nullopt);
            }
            const auto begin = std::chrono::steady_clock::now();
            ExperimentReport report = check(job->experiment);
            auto memory = report.hasErrors() ? std::nullopt : forecastMemory(job->experiment);
            if (memory && job->experiment.training.device == "cpu")
                for (Diagnostic& finding : checkMemory(*memory, job->machineMemory, 0)) report.diagnostics.push_back(std::move(finding));
            const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
            QMetaObject::invokeMethod(
                this,
                [this, generation = job->generation, milliseconds = took.count(), report = std::move(report),
                 memory = std::move(memory)]() mutable {
                    if (generation != m_private->generation) return;  // a newer document is being checked
                    m_private->report = std::move(report);
                    m_private->memory = std::move(memory);
                    m_private->reported = generation;
                    m_private->milliseconds = milliseconds;
                    Q_EMIT reportChanged();
                },
                Qt::QueuedConnection);
        }
    });
}

ExperimentDocument::~ExperimentDocument() = default;

const Experiment& ExperimentDocument::experiment() const { return m_private->experiment; }
const ExperimentReport& ExperimentDocument::report() const { return m_private->report; }
bool ExperimentDocument::isReportCurrent() const { return m_private->reported == m_private->generation; }
double ExperimentDocument::lastCheckMilliseconds() const { return m_private->milliseconds; }
const std::optional<MemoryForecast>& ExperimentDocument::memory() const { return m_private->memory; }

std::map<std::string, std::int64_t> ExperimentDocument::memoryAt(const GraphLevel& level) const {
    std::map<std::string, std::int64_t> bytes;
    if (!m_private->memory) return bytes;
    const std::string prefix = pathAt(level, {});
    for (const MemoryTable::Row& row : m_private->memory->table.rows) {
        if (row.path.empty() || !row.path.starts_with(prefix)) continue;
        const std::string rest = row.path.substr(prefix.size());
        bytes[rest.substr(0, rest.find('/'))] += row.bytes.total();
    }
    return bytes;
}

void ExperimentDocument::setMachineMemory(std::int64_t bytes) {
    if (std::exchange(m_private->machineMemory, bytes) != bytes) m_private->post();
}

std::int64_t ExperimentDocument::machineMemory() const { return m_private->machineMemory; }

QUndoStack& ExperimentDocument::undoStack() { return m_private->undoStack; }

void ExperimentDocument::open(Experiment experiment) {
    m_private->experiment = std::move(experiment);
    m_private->report = {};
    m_private->memory.reset();
    m_private->undoStack.clear();
    m_private->post();
    Q_EMIT opened();
    Q_EMIT graphChanged();
    Q_EMIT settingsChanged();
}

const Composite* ExperimentDocument::compositeAt(const GraphLevel& level) const {
    const auto id = m_private->compositeIdAt(level);
    return id ? m_private->experiment.library.composite(*id) : nullptr;
}

const Graph* ExperimentDocument::graphAt(const GraphLevel& level) const {
    if (level.empty()) return &m_private->experiment.graph;
    const Composite* composite = compositeAt(level);
    return composite == nullptr ? nullptr : &composite->body;
}

GraphReport ExperimentDocument::reportAt(const GraphLevel& level) const {
    const GraphReport& whole = m_private->report.graph;
    if (level.empty()) return whole;
    const std::string prefix = pathAt(level, {});
    GraphReport part;
    for (const Diagnostic& diagnostic : whole.diagnostics) {
        if (!diagnostic.node.starts_with(prefix)) continue;
        part.diagnostics.push_back(diagnostic);
        part.diagnostics.back().node.erase(0, prefix.size());
    }
    for (auto facts = whole.nodes.lower_bound(prefix); facts != whole.nodes.end() && facts->first.starts_with(prefix); ++facts)
        part.nodes.emplace(facts->first.substr(prefix.size()), facts->second);
    if (const auto around = whole.nodes.find(prefix.substr(0, prefix.size() - 1)); around != whole.nodes.end())
        part.total = around->second.cost;
    return part;
}

Result<void> ExperimentDocument::edit(const GraphLevel& level, const Edit& edit, const QString& text, const QString& mergeKey) {
    if (edit.steps.empty()) return {};
    const auto composite = m_private->compositeIdAt(level);
    if (!composite && !level.empty()) return Error(ErrorCode::NotFound, say("The block %1 is not there any more.", pathAt(level, {})));
    auto inverse = perform(*m_private->body(composite), edit);
    if (!inverse) return inverse.error();
    m_private->undoStack.push(new GraphCommand(*this, composite, edit, std::move(*inverse), text, mergeKey));
    m_private->post();
    Q_EMIT graphChanged();
    return {};
}

Result<void> ExperimentDocument::editWithComposite(const GraphLevel& level, const Composite& composite, const Edit& edit,
                                                   const QString& text) {
    Experiment before = m_private->experiment;
    m_private->experiment.library.composites.insert_or_assign(composite.id, composite);
    Graph* graph = level.empty() || graphAt(level) != nullptr ? m_private->body(m_private->compositeIdAt(level)) : nullptr;
    auto inverse = graph != nullptr
                       ? perform(*graph, edit)
                       : Result<Edit>(Error(ErrorCode::NotFound, say("The block %1 is not there any more.", pathAt(level, {}))));
    if (!inverse) {
        m_private->experiment = std::move(before);
        return inverse.error();
    }
    m_private->undoStack.push(new CompositeCommand(*this, std::move(before), m_private->experiment, text));
    m_private->post();
    Q_EMIT graphChanged();
    return {};
}

void ExperimentDocument::changeSettings(const std::function<void(Experiment&)>& change, const QString& text, const QString& mergeKey) {
    Experiment before = settingsOf(m_private->experiment);
    Experiment after = before;
    change(after);
    if (after == before) return;
    assert(after.graph.nodes.empty() && after.library.composites.empty());  // edit() is the way to change those
    SettingsCommand::apply(after, m_private->experiment);
    m_private->undoStack.push(new SettingsCommand(*this, std::move(before), std::move(after), text, mergeKey));
    m_private->post();
    Q_EMIT settingsChanged();
}

}  // namespace seekbench
