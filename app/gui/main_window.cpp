// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/main_window.h"

#include <QtCore/QFileInfo>
#include <QtCore/QMimeData>
#include <QtCore/QThread>
#include <QtGui/QCloseEvent>
#include <QtWidgets/QDockWidget>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include "app/gui/appearance.h"
#include "app/gui/command_palette.h"
#include "app/gui/data_import.h"
#include "app/gui/examples.h"
#include "app/gui/help_dialogs.h"
#include "app/gui/interrupted_runs.h"
#include "app/gui/message_line.h"
#include "app/gui/perspective.h"
#include "app/gui/rail.h"
#include "app/gui/run_commands.h"
#include "app/gui/status_line.h"
#include "app/gui/tool_bar.h"
#include "app/gui/views.h"
#include "core/experiment/difference.h"
#include "widgets/text/figures.h"
#include "widgets/text/translated.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {
namespace {

const QString kGeometry = QStringLiteral("window/geometry"), kPerspective = QStringLiteral("window/perspective");

QString layoutKey(const Perspective& perspective) { return QStringLiteral("layout/%1").arg(perspective.id()); }

}  // namespace

MainWindow::MainWindow(WindowSession& session, Language& language, QWidget* parent)
    : QMainWindow(parent), m_session(session), m_language(language), m_commands(this) {
    setObjectName(QStringLiteral("main"));
    setAcceptDrops(true);
    makeFrame();
    makeMenus();
    connectFile();
    connectView();
    connectWork();
    retranslate();
    setTheme(m_session.settings().theme());
    restoreLayout();
    updateActions();
}

MainWindow::~MainWindow() = default;

void MainWindow::makeFrame() {
    auto* body = new QWidget(this);
    auto* rows = new QVBoxLayout(body);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    m_toolBar = new ToolBar(m_commands, body);
    m_messages = new MessageLine(body);
    rows->addWidget(m_toolBar);
    rows->addWidget(m_messages);

    auto* columns = new QHBoxLayout;
    columns->setSpacing(0);
    m_rail = new Rail(body);
    m_stack = new QStackedWidget(body);
    columns->addWidget(m_rail);
    columns->addWidget(m_stack, 1);
    rows->addLayout(columns, 1);
    setCentralWidget(body);

    auto* choice = new QActionGroup(this);
    for (const ViewRow& row : viewRows()) {
        Perspective* perspective = row.make(m_session);
        m_perspectives.push_back(perspective);
        m_stack->addWidget(perspective);
        QAction& action = m_commands[row.command];
        action.setCheckable(true);
        choice->addAction(&action);
        m_rail->addEntry(&action, row.icon);
        connect(perspective, &Perspective::statusChanged, this, &MainWindow::updateActions);
        connect(perspective, &Perspective::zoomChanged, this, [this](double zoom) { m_status->setZoom(zoom); });
        connect(perspective, &Perspective::perspectiveRequested, this, &MainWindow::showPerspective);
        connect(perspective, &Perspective::slicesRequested, this, [this](const QString& path) {
            showPerspective(kProfileView);
            current().reveal(path);
        });
        connect(perspective, &Perspective::nodeRequested, this, [this](const QString& run, const QString& path) {
            m_session.readExperimentOf(run, [this, path](const Experiment& experiment) {
                withNetworkOf(experiment, [this, path] {
                    showPerspective(kDesignView);
                    current().reveal(path);
                });
            });
        });
        connect(perspective, &Perspective::adviceAccepted, this, [this](const Experiment& experiment, const Advice& advice) {
            withNetworkOf(experiment, [this, advice] {
                showPerspective(kDesignView);
                m_session.follow(advice);
                current().reveal(fromUtf8(advice.changes.front().first));
            });
        });
        connect(perspective, &Perspective::experimentRequested, this, [this](const QString& run) {
            leaveDocument([this, run] {
                m_session.openExperimentOf(run);
                showPerspective(kDesignView);
            });
        });
    }
    m_rail->addStretch();

    m_status = new StatusLine(this);
    setStatusBar(m_status);
    m_palette = new CommandPalette(m_commands, this);
    m_import = new DataImport(m_session, this);
}

void MainWindow::makeMenus() {
    m_commands.fill(*menuBar());
    m_saved = new QLabel(menuBar());
    m_saved->setMargin(4);
    m_saved->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    menuBar()->setCornerWidget(m_saved);

    m_recent = new QMenu(this);
    m_commands.menu("&File")->insertMenu(&m_commands["file.save"], m_recent);
    connect(m_recent, &QMenu::aboutToShow, this, &MainWindow::fillRecent);
    QMenu& view = *m_commands.menu("&View");
    m_docks = view.addMenu(QString());
    connect(m_docks, &QMenu::aboutToShow, this, [this] {
        m_docks->clear();
        for (QDockWidget* dock : current().docks()) m_docks->addAction(dock->toggleViewAction());
    });

    m_themes = view.addMenu(QString());
    auto* themes = new QActionGroup(m_themes);
    for (const ThemeKind kind : kThemeKinds) {
        QAction* action = m_themes->addAction(QString());
        action->setCheckable(true);
        action->setData(static_cast<int>(kind));
        themes->addAction(action);
        connect(action, &QAction::triggered, this, [this, kind] { setTheme(kind); });
    }
    m_languages = view.addMenu(QString());
    auto* languages = new QActionGroup(m_languages);
    for (const LanguageRow& row : seekbench::languages()) {
        QAction* action = m_languages->addAction(QString::fromUtf8(row.name));
        action->setCheckable(true);
        action->setData(QString::fromLatin1(row.code));
        languages->addAction(action);
        connect(action, &QAction::triggered, this, [this, code = action->data().toString()] { setLanguage(code); });
    }
    m_status->languageButton()->setMenu(m_languages);
}

void MainWindow::connectFile() {
    DocumentFile& file = m_session.file();
    m_commands.on("file.new", this, [this] { leaveDocument([this] { m_session.file().openUnsaved({}); }); });
    m_commands.on("file.open", this, [this] { leaveDocument([this] { openWithDialog(); }); });
    m_commands.on("file.save", this, [this] { save(); });
    m_commands.on("file.save_as", this, [this] { saveWithDialog({}); });
    m_commands.on("file.import_data", this, [this] { m_import->open({}, m_theme); });
    connect(m_import, &DataImport::imported, this, [this] { showPerspective(kDesignView); });
    m_commands.on("file.quit", this, &QWidget::close);
    connect(&file, &DocumentFile::changed, this, &MainWindow::updateTitle);
    connect(&file, &DocumentFile::autosaved, this, &MainWindow::updateTitle);
    m_toolBar->setDocumentMenu(m_recent);
}

void MainWindow::connectView() {
    for (std::size_t i = 0; i < m_perspectives.size(); ++i) m_commands.on(viewRows()[i].command, this, [this, i] { showPerspective(i); });
    m_commands.on("view.palette", this, [this] { m_palette->open(); });
    m_commands.on("view.full_screen", this, [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    m_commands.on("view.reset_layout", this, [this] { current().resetLayout(); });
    m_commands.on("help.shortcuts", this, [this] { showShortcuts(*this); });
    m_commands.on("help.about", this, [this] { showAbout(*this); });
    m_commands.on("help.doctor", this, [this] { showDoctor(*this, m_session.workspace()); });
}

void MainWindow::connectWork() {
    // What the commands of the graph and of the runs do, their owners decide; here they only learn which perspective is meant.
    for (const CommandRow& row : commandRows())
        if (row.text != nullptr && !row.frame) m_commands.on(row.id, this, [this, id = row.id] { current().perform(id); });
    connect(&m_session, &WindowSession::failed, m_messages, &MessageLine::show);
    connect(&m_session, &WindowSession::reported, this, [this](const QString& sentence) { m_status->showMessage(sentence, 8000); });
    connect(&m_session, &WindowSession::currentRunChanged, this, &MainWindow::updateActions);
    connect(&m_session.desk(), &RunDesk::startingChanged, this, &MainWindow::updateActions);
    connect(&m_session.monitor(), &RunMonitor::runsChanged, this, &MainWindow::updateActions);
    connect(&m_session.document(), &ExperimentDocument::reportChanged, this, &MainWindow::updateActions);
    connect(&m_session.document().undoStack(), &QUndoStack::indexChanged, this, &MainWindow::updateActions);
    connect(&m_session.runEdits(), &QUndoStack::indexChanged, this, &MainWindow::updateActions);
    connect(&m_session.desk(), &RunDesk::started, this, [this] { showPerspective(kTrainView); });
}

Perspective& MainWindow::current() const { return *m_perspectives[static_cast<std::size_t>(m_stack->currentIndex())]; }

void MainWindow::showPerspective(std::size_t index) {
    m_stack->setCurrentIndex(static_cast<int>(index));
    m_commands[viewRows()[index].command].setChecked(true);
    current().setFocus();
    updateActions();
}

void MainWindow::updateActions() {
    const StartState start = startStateOf(m_session);
    for (const CommandRow& row : commandRows())
        if (row.text != nullptr && !row.frame) m_commands[row.id].setEnabled(current().canPerform(row.id));
    m_commands["run.start"].setEnabled(start.possible);
    m_toolBar->setStartReason(start.reason, start.isMistake);
    const QUndoStack& stack = current().undoStack();
    const auto label = [](const QString& verb, const QString& what) {
        return what.isEmpty() ? verb : QStringLiteral("%1: %2").arg(verb, what);
    };
    m_commands["edit.undo"].setText(label(tr("&Undo"), stack.undoText()));
    m_commands["edit.redo"].setText(label(tr("&Redo"), stack.redoText()));
    const WorkerCounts counts = workerCountsOf(m_session);
    m_status->setWorkers(counts.running, counts.name);
    const TrainingSettings& training = m_session.document().experiment().training;
    m_status->setDevice(fromUtf8(training.device), training.threads > 0 ? static_cast<int>(training.threads) : QThread::idealThreadCount());
}

void MainWindow::updateTitle() {
    const DocumentFile& file = m_session.file();
    setWindowTitle(QStringLiteral("%1[*] – Seekbench").arg(file.title()));
    setWindowModified(file.isModified());
    m_toolBar->setDocument(file.title(), file.isModified());
    const QString longest = tr("not saved; a copy is kept");
    m_saved->setMinimumWidth(m_saved->fontMetrics().horizontalAdvance(longest) + emPixels(*m_saved, 2));  // a menu bar asks only once
    m_saved->setText(file.isModified() ? longest : file.path() ? tr("saved") : QString());
}

void MainWindow::fillRecent() {
    m_recent->clear();
    for (const QString& path : m_session.settings().recentFiles())
        connect(m_recent->addAction(QFileInfo(path).fileName()), &QAction::triggered, this,
                [this, path] { leaveDocument([this, path] { m_session.openFile(path); }); });
    m_recent->addSeparator();
    for (const ExampleFile& example : exampleFiles())
        connect(m_recent->addAction(tr("Example: %1").arg(example.name)), &QAction::triggered, this,
                [this, example] { leaveDocument([this, example] { m_session.openExample(example.path); }); });
}

void MainWindow::offerInterruptedRuns() {
    RunMonitor& monitor = m_session.monitor();
    if (!monitor.isReady()) {
        connect(&monitor, &RunMonitor::runsChanged, this, &MainWindow::offerInterruptedRuns, Qt::SingleShotConnection);
        return;
    }
    const std::vector<RunSummary> runs = InterruptedRuns::unanswered(m_session, monitor.runs());
    if (!runs.empty()) (new InterruptedRuns(m_session, runs, this))->open();
}

void MainWindow::setTheme(ThemeKind kind) {
    m_theme = Theme(kind);
    m_session.settings().setTheme(kind);
    applyTheme(m_theme);
    m_commands.setTheme(m_theme);
    m_rail->setTheme(m_theme);
    m_toolBar->setTheme(m_theme);
    m_status->setTheme(m_theme);
    m_messages->setTheme(m_theme);
    for (Perspective* perspective : m_perspectives) perspective->setTheme(m_theme);
    for (QAction* action : m_themes->actions()) action->setChecked(action->data().toInt() == static_cast<int>(kind));
}

void MainWindow::setLanguage(const QString& code) {
    m_session.settings().setLanguage(code);
    m_language.set(code);  // every widget is told by QEvent::LanguageChange
}

void MainWindow::retranslate() {
    m_commands.retranslate();
    m_toolBar->retranslate();
    m_status->retranslate();
    m_messages->retranslate();
    m_recent->setTitle(tr("Open &recent"));
    m_docks->setTitle(tr("&Docks"));
    m_themes->setTitle(tr("T&heme"));
    m_languages->setTitle(tr("&Language"));
    for (QAction* action : m_themes->actions()) action->setText(themeTitle(static_cast<ThemeKind>(action->data().toInt())));
    for (QAction* action : m_languages->actions()) {
        action->setChecked(action->data().toString() == m_language.code());
        if (action->isChecked()) m_status->setLanguage(action->text());
    }
    updateTitle();
    updateActions();
}

void MainWindow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::restoreLayout() {
    resize(QSize(1600, 1000).boundedTo(screen()->availableSize()));
    restoreGeometry(m_session.settings().bytes(kGeometry));
    for (Perspective* perspective : m_perspectives) perspective->useLayout(m_session.settings().bytes(layoutKey(*perspective)));
    const QString last = m_session.settings().text(kPerspective);
    std::size_t index = 0;
    for (std::size_t i = 0; i < m_perspectives.size(); ++i)
        if (m_perspectives[i]->id() == last) index = i;
    showPerspective(index);
}

void MainWindow::saveLayout() {
    m_session.settings().setBytes(kGeometry, saveGeometry());
    for (const Perspective* perspective : m_perspectives)
        if (perspective->wasShown()) m_session.settings().setBytes(layoutKey(*perspective), perspective->saveState());
    m_session.settings().setText(kPerspective, current().id());
}

void MainWindow::openWithDialog() {
    auto* dialog = new QFileDialog(this, tr("Open an experiment"), {}, tr("Experiments (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) { m_session.openFile(path); });
    dialog->open();
}

void MainWindow::save() {
    if (!m_session.file().path()) return saveWithDialog({});
    if (const auto saved = m_session.file().save(); !saved) m_messages->show(saved.error());
}

void MainWindow::saveWithDialog(std::function<void()> next) {
    auto* dialog =
        new QFileDialog(this, tr("Save the experiment"), m_session.file().title() + QStringLiteral(".json"), tr("Experiments (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, next = std::move(next)](const QString& path) {
        if (const auto saved = m_session.file().saveAs(path.toStdString()); !saved) return m_messages->show(saved.error());
        m_session.settings().addRecentFile(path);
        if (next) next();
    });
    dialog->open();
}

void MainWindow::leaveDocument(std::function<void()> next) {
    if (!m_session.file().isModified()) return next();
    auto* box = new QMessageBox(QMessageBox::Question, tr("Unsaved changes"), tr("Save the changes to %1?").arg(m_session.file().title()),
                                QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(box, &QMessageBox::finished, this, [this, next = std::move(next)](int answer) {
        if (answer == QMessageBox::Discard) return next();
        if (answer != QMessageBox::Save) return;
        if (!m_session.file().path()) return saveWithDialog(next);
        save();
        if (!m_session.file().isModified()) next();
    });
    box->open();
}

void MainWindow::withNetworkOf(const Experiment& experiment, std::function<void()> next) {
    const Experiment& open = m_session.document().experiment();
    // Where the nodes lie does not matter.
    if (differenceOf(experiment.graph, experiment.library, open.graph, open.library).changes() == 0) return next();
    leaveDocument([this, experiment, next = std::move(next)] {
        m_session.file().openUnsaved(experiment);
        next();
    });
}

void MainWindow::closeEvent(QCloseEvent* event) {
    saveLayout();
    // Closing asks nothing: what is not saved is kept as a copy and comes back with the next window. Runs go on without a window.
    m_session.file().keepCopy();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.front().isLocalFile()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    openDropped(event->mimeData()->urls().front().toLocalFile());
    event->acceptProposedAction();
}

void MainWindow::openDropped(const QString& path) {
    if (!path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive)) return m_import->open(path, m_theme);
    leaveDocument([this, path] { m_session.openFile(path); });
}

}  // namespace seekbench
