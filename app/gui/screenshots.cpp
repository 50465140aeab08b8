// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/screenshots.h"

#include <memory>

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QElapsedTimer>
#include <QtCore/QTimer>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QTabWidget>

#include "app/gui/main_window.h"
#include "app/gui/perspective.h"
#include "app/gui/profile_desk.h"
#include "app/gui/profile_perspective.h"
#include "app/gui/run_commands.h"
#include "app/gui/views.h"
#include "widgets/graph/graph_editor.h"
#include "widgets/trace/difference_view.h"
#include "widgets/trace/profile_view.h"

namespace seekbench {
namespace {

constexpr qint64 kLongestDemonstration = 180'000, kSettling = 1500;  // ms

// Walks through the perspectives with a timer, so that the window goes on living meanwhile.
class Photographer : public QObject {
public:
    Photographer(MainWindow& window, QString folder, std::function<void(const QStringList&)> done)
        : QObject(&window), m_window(window), m_folder(std::move(folder)), m_done(std::move(done)) {
        addShots();
        window.resize(1600, 1000);  // the size of the pictures in the guide, whatever the screen is
        connect(&m_timer, &QTimer::timeout, this, &Photographer::look);
        m_clock.start();
        m_timer.start(100);
        connect(&m_window.session(), &WindowSession::failed, this,
                [this](const Error& error) { m_problems.append(QString::fromStdString(error.english())); });
    }

private:
    // What is photographed: a perspective, and what is done before.
    struct Shot {
        QString name;
        std::size_t perspective;
        std::function<void()> prepare = [] {};
    };

    void look() {
        if (!m_demonstrated) return demonstrate();
        if (m_next >= 0 && m_clock.elapsed() < kSettling) return;
        if (m_next >= 0) save(m_shots[static_cast<std::size_t>(m_next)].name);
        // Once all perspectives have been seen, it is known whether there is a profile.
        if (m_next + 1 == static_cast<int>(viewRows().size()) && m_window.session().profiles().profile()) addProfileShots();
        if (static_cast<std::size_t>(++m_next) == m_shots.size()) {
            m_timer.stop();
            m_done(m_problems);
            return;
        }
        const Shot& shot = m_shots[static_cast<std::size_t>(m_next)];
        m_window.showPerspective(shot.perspective);
        shot.prepare();
        m_clock.restart();
    }

    void addShots() {
        for (std::size_t i = 0; i < viewRows().size(); ++i) m_shots.push_back({m_window.perspectives()[i]->id(), i});
        m_shots[kDesignView].prepare = [this] { selectConvolution(); };
    }

    void addProfileShots() {
        ProfileView* view = &static_cast<ProfilePerspective*>(m_window.perspectives()[kProfileView])->view();
        m_shots.push_back({QStringLiteral("profile-roofline"), kProfileView, [view] { view->showRoofline(); }});
        m_shots.push_back({QStringLiteral("profile-compare"), kProfileView, [view] {
                               DifferenceView& difference = view->difference();
                               view->tabs().setCurrentWidget(&difference);
                               // The list of profiles to choose from comes from a thread of the pool.
                               QTimer::singleShot(kSettling / 3, &difference, [&difference] {
                                   if (difference.choice().count() > 1) Q_EMIT difference.otherChosen(0);
                               });
                           }});
        m_shots.push_back({QStringLiteral("design-time"), kDesignView, [this] {
                               if (auto* editor = m_window.findChild<GraphEditor*>()) editor->setNodeValue(NodeValue::Time);
                           }});
    }

    // The inspector has more to show for a layer than for nothing.
    void selectConvolution() {
        auto* editor = m_window.findChild<GraphEditor*>();
        for (const auto& [name, node] : m_window.session().document().experiment().graph.nodes)
            if (editor != nullptr && node.op == "Conv2d") return editor->select({name});
    }

    // Waits for the list of runs; trains the open experiment for an epoch when there is none, and for runs at work.
    void demonstrate() {
        WindowSession& session = m_window.session();
        if (m_clock.elapsed() > kLongestDemonstration) {
            m_problems.append(QCoreApplication::translate("Screenshots", "The demonstration did not end within three minutes."));
            m_demonstrated = true;
            return;
        }
        if (!m_problems.isEmpty()) m_demonstrated = true;
        if (!session.monitor().isReady() || !session.document().isReportCurrent()) return;
        const auto& runs = session.monitor().runs();
        if (runs.empty() && !m_started && startStateOf(session).possible) {
            m_started = true;
            Experiment demonstration = session.file().essential();
            demonstration.training.epochs = 2;
            demonstration.trainLimit = 6000;
            session.desk().start(demonstration);
        }
        m_demonstrated = !runs.empty() && isFinal(runs.front().state);
        if (m_demonstrated) session.setCurrentRun(QString::fromStdString(runs.front().row.id));
        if (m_demonstrated) m_clock.restart();
    }

    void save(const QString& name) {
        const QString path = QDir(m_folder).filePath(name + QStringLiteral(".png"));
        if (!QDir().mkpath(m_folder) || !m_window.grab().save(path))
            m_problems.append(QCoreApplication::translate("Screenshots", "The picture %1 could not be written.").arg(path));
    }

    MainWindow& m_window;
    QString m_folder;
    std::function<void(const QStringList&)> m_done;
    QTimer m_timer;
    QElapsedTimer m_clock;
    QStringList m_problems;
    std::vector<Shot> m_shots;
    bool m_demonstrated = false, m_started = false;
    int m_next = -1;
};

}  // namespace

void saveScreenshots(MainWindow& window, const QString& folder, std::function<void(const QStringList& problems)> done) {
    new Photographer(window, folder, std::move(done));  // owned by the window
}

}  // namespace seekbench
