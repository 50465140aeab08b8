// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/queue_list.h"

#include <algorithm>

#include <QtGui/QAction>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListView>
#include <QtWidgets/QStackedLayout>
#include <QtWidgets/QToolButton>

#include "widgets/theme/icon.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {

QueueList::QueueList(QWidget* parent)
    : QWidget(parent),
      m_model(new QueueModel(this)),
      m_view(new QListView(this)),
      m_sentence(new QLabel(this)),
      m_empty(new QLabel(this)),
      m_stack(new QStackedLayout) {
    m_pause = addButton("pause");
    m_pause->setCheckable(true);
    m_top = addButton("up");
    m_up = addButton("arrow_up");
    m_down = addButton("arrow_down");
    m_remove = addButton("close");
    m_view->setModel(m_model);
    m_view->setDragDropMode(QAbstractItemView::InternalMove);
    m_view->setDefaultDropAction(Qt::MoveAction);
    m_view->setDropIndicatorShown(true);
    m_view->setUniformItemSizes(true);
    m_view->setTextElideMode(Qt::ElideRight);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_empty->setMargin(emPixels(*this, 0.92));
    m_sentence->setWordWrap(true);
    m_sentence->setMargin(emPixels(*this, 0.46));
    for (QLabel* quiet : {m_empty, m_sentence}) setRole(*quiet, "caption");

    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(emPixels(*this, 0.46), emPixels(*this, 0.23), emPixels(*this, 0.46), emPixels(*this, 0.23));
    bar->addWidget(m_pause);
    bar->addStretch();
    for (QToolButton* button : {m_top, m_up, m_down, m_remove}) bar->addWidget(button);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    layout->addLayout(m_stack, 1);
    layout->addWidget(m_sentence);

    const auto onKey = [this](const QKeySequence& keys, auto act) {
        auto* action = new QAction(m_view);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, act);
        m_view->addAction(action);
    };
    onKey(Qt::ALT | Qt::Key_Up, [this] { moveBy(-1); });
    onKey(Qt::ALT | Qt::Key_Down, [this] { moveBy(1); });
    onKey(Qt::ALT | Qt::Key_Home, [this] { moveToEdge(true); });
    onKey(Qt::ALT | Qt::Key_End, [this] { moveToEdge(false); });
    onKey(Qt::Key_Delete, [this] { m_remove->click(); });
    connect(m_up, &QToolButton::clicked, this, [this] { moveBy(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { moveBy(1); });
    connect(m_top, &QToolButton::clicked, this, [this] { moveToEdge(true); });
    connect(m_remove, &QToolButton::clicked, this, [this] {
        if (const QString run = current(); !run.isEmpty()) Q_EMIT removalRequested(run);
    });
    connect(m_pause, &QToolButton::clicked, this, &QueueList::pauseRequested);
    connect(m_sentence, &QLabel::linkActivated, this, &QueueList::serveRequested);
    connect(m_model, &QueueModel::moveRequested, this, &QueueList::moveRequested);
    connect(m_view, &QListView::activated, this,
            [this](const QModelIndex& index) { Q_EMIT runActivated(index.data(QueueModel::IdRole).toString()); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &QueueList::updateButtons);
    setTheme(m_theme);
    retranslate();
}

QToolButton* QueueList::addButton(const char* icon) {
    auto* button = new QToolButton(this);
    setRole(*button, "quiet");
    m_icons.emplace_back(button, icon);
    return button;
}

void QueueList::setQueue(std::vector<QueuedRun> runs, QueueState state) {
    const QString chosen = current();
    m_state = state;
    m_model->setRuns(std::move(runs));
    setCurrent(chosen);
    m_stack->setCurrentIndex(m_model->runs().empty() ? 1 : 0);
    updateButtons();
}

QString QueueList::current() const { return m_view->currentIndex().data(QueueModel::IdRole).toString(); }

void QueueList::setCurrent(const QString& run) {
    const auto& runs = m_model->runs();
    const auto found = std::ranges::find(runs, run, &QueuedRun::run);
    const QModelIndex index = found == runs.end() ? QModelIndex() : m_model->index(static_cast<int>(found - runs.begin()));
    if (index.isValid() && index != m_view->currentIndex()) m_view->setCurrentIndex(index);
}

void QueueList::moveBy(int rows) {
    const QModelIndex index = m_view->currentIndex();
    const int place = index.row() + rows;
    if (!index.isValid() || place < 0 || place >= m_model->rowCount()) return;
    if (!(index.flags() & Qt::ItemIsDragEnabled)) return;
    Q_EMIT moveRequested(current(), place);
}

void QueueList::moveToEdge(bool top) {
    const QModelIndex index = m_view->currentIndex();
    if (index.isValid()) moveBy(top ? -index.row() : m_model->rowCount() - 1 - index.row());
}

void QueueList::updateButtons() {
    const QModelIndex index = m_view->currentIndex();
    const bool movable = index.isValid() && (index.flags() & Qt::ItemIsDragEnabled);
    m_up->setEnabled(movable && index.row() > 0);
    m_top->setEnabled(movable && index.row() > 0);
    m_down->setEnabled(movable && index.row() + 1 < m_model->rowCount());
    m_remove->setEnabled(index.isValid());
    m_pause->setChecked(m_state.paused);
    const bool works = std::ranges::any_of(m_model->runs(), [](const QueuedRun& run) { return run.state == QueuedRun::State::AtWork; });
    const bool waits = std::ranges::any_of(m_model->runs(), [](const QueuedRun& run) { return run.state == QueuedRun::State::Waits; });
    QString sentence;
    if (m_state.paused && works)
        sentence = tr("Paused: the run at work goes on, no other is started.");
    else if (m_state.paused)
        sentence = tr("Paused: no run is started.");
    else if (waits && !m_state.served)
        sentence = tr("Nobody serves the queue. <a href=\"serve\">Serve it now</a>");
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
}

void QueueList::setTheme(Theme theme) {
    m_theme = theme;
    for (const auto& [button, name] : m_icons) button->setIcon(icon(name, m_theme));
    m_model->setTheme(theme);
}

void QueueList::retranslate() {
    const auto name = [](QToolButton* button, const QString& text) {
        button->setAccessibleName(text);
        button->setToolTip(text);
    };
    name(m_pause, tr("Pause the queue: start no further run"));
    name(m_top, tr("To the top (Alt+Home)"));
    name(m_up, tr("Earlier (Alt+Up)"));
    name(m_down, tr("Later (Alt+Down)"));
    name(m_remove, tr("Take out of the queue (Delete); a run at work is stopped with a checkpoint"));
    m_view->setAccessibleName(tr("Runs in the queue"));
    m_empty->setText(
        tr("Runs that are added to the queue (Ctrl+F5) stand here and are trained one after another, also when this window is closed."));
    m_model->retranslate();
    updateButtons();
}

void QueueList::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace seekbench
