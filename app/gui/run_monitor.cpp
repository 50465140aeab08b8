// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/run_monitor.h"

#include <algorithm>

#include "app/session/queue.h"
#include "widgets/runs/run_model.h"
#include "widgets/text/figures.h"

namespace seekbench {

// A run that is looked at. The follower goes first: its thread posts to the model.
struct RunMonitor::Followed {
    std::string id;
    std::unique_ptr<RunModel> model;
    std::unique_ptr<RunFollower> follower;
};

RunMonitor::RunMonitor(Workspace workspace, QObject* parent)
    : QObject(parent), m_workspace(std::move(workspace)), m_runs(std::make_shared<std::vector<RunSummary>>()) {
    const auto tell = [this](Error error) { QMetaObject::invokeMethod(this, [this, error = std::move(error)] { Q_EMIT failed(error); }); };
    RunCatalog::Listener listener;
    listener.runsChanged = [this](RunCatalog::Runs runs) {
        QMetaObject::invokeMethod(this, [this, runs = std::move(runs)]() mutable { takeRuns(std::move(runs)); });
    };
    listener.problemChanged = [tell](std::optional<Error> problem) {
        if (problem) tell(std::move(*problem));
    };
    listener.callFailed = tell;
    m_catalog = std::make_unique<RunCatalog>(m_workspace, std::move(listener));
}

RunMonitor::~RunMonitor() = default;

void RunMonitor::takeRuns(RunCatalog::Runs runs) {
    m_runs = std::move(runs);
    m_byId.clear();
    for (std::size_t i = 0; i < m_runs->size(); ++i) m_byId.emplace((*m_runs)[i].row.id, i);
    for (const auto& followed : m_followed)
        if (const auto found = m_byId.find(followed->id); found != m_byId.end()) {
            const RunSummary& run = (*m_runs)[found->second];
            followed->model->setIdentity(identityOf(run, colourSlot(run.row.colour).value_or(0)));
        }
    m_ready = true;
    Q_EMIT runsChanged();
}

const std::vector<RunSummary>& RunMonitor::runs() const { return *m_runs; }

const RunSummary* RunMonitor::find(const QString& run) const {
    const auto found = m_byId.find(run.toStdString());
    return found == m_byId.end() ? nullptr : &(*m_runs)[found->second];
}

RunNote RunMonitor::noteOf(const QString& run) const {
    const RunSummary* summary = find(run);
    if (summary == nullptr) return {};
    return {.name = summary->row.name, .colour = summary->row.colour, .notes = summary->row.notes, .trashed = summary->row.trashed};
}

RunModel* RunMonitor::follow(const QString& run) {
    const std::string id = run.toStdString();
    const auto known = std::ranges::find(m_followed, id, &Followed::id);
    if (known != m_followed.end()) {
        std::rotate(known, known + 1, m_followed.end());
        return m_followed.back()->model.get();
    }
    const RunSummary* summary = find(run);
    auto folder = RunFolder::open(m_workspace.runsFolder() / id);
    if (summary == nullptr || !folder) return nullptr;
    auto followed =
        std::make_unique<Followed>(id, std::make_unique<RunModel>(identityOf(*summary, colourSlot(summary->row.colour).value_or(0))));
    RunModel* model = followed->model.get();
    // The model is the context: what is still in the queue when it is gone goes with it.
    const auto listen = [this, model](RunNews news) {
        QMetaObject::invokeMethod(model, [this, model, news = std::move(news)] {
            model->apply(news.packets);
            if (news.state) model->setState(*news.state);
            if (news.error) Q_EMIT failed(*news.error);
        });
    };
    RunFollowerOptions options;
    options.isQueued = [queue = Queue(m_workspace), id] { return queue.waits(id); };
    followed->follower = std::make_unique<RunFollower>(std::move(*folder), listen, std::move(options));
    m_followed.push_back(std::move(followed));
    if (m_followed.size() > kMostFollowed) m_followed.erase(m_followed.begin());
    return model;
}

void RunMonitor::setNote(const QString& run, const RunNote& note) { m_catalog->setNote(run.toStdString(), note); }

void RunMonitor::removeForGood(const QStringList& runs) {
    std::vector<std::string> ids;
    for (const QString& run : runs) {
        ids.push_back(run.toStdString());
        std::erase_if(m_followed, [&](const auto& followed) { return followed->id == ids.back(); });
    }
    m_catalog->remove(std::move(ids));
}

void RunMonitor::watch(const QString& run) { m_catalog->watch(run.toStdString()); }
std::filesystem::path RunMonitor::databaseFile() const { return m_catalog->databaseFile(); }

}  // namespace seekbench
