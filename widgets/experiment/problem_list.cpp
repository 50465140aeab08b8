// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/experiment/problem_list.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTableView>
#include <QtWidgets/QVBoxLayout>

#include "widgets/experiment/apply_fix.h"
#include "widgets/experiment/experiment_document.h"
#include "widgets/experiment/fix_finder.h"
#include "widgets/experiment/problem_delegate.h"
#include "widgets/experiment/problem_model.h"
#include "widgets/text/figures.h"
#include "widgets/text/translated.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {

ProblemList::ProblemList(ExperimentDocument& document, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_model(new ProblemModel(this)),
      m_delegate(new ProblemDelegate(this)),
      m_finder(new FixFinder(this)),
      m_stack(new QStackedWidget(this)),
      m_view(new QTableView(this)),
      m_empty(new QLabel(this)),
      m_tick(new QLabel(this)),
      m_errors(new QLabel(this)),
      m_warnings(new QLabel(this)),
      m_checked(new QLabel(this)) {
    setRole(*m_errors, "chip-error");
    setRole(*m_warnings, "chip-warning");
    setRole(*m_checked, "caption");
    setRole(*m_empty, "second");

    m_view->setModel(m_model);
    m_view->setItemDelegate(m_delegate);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setTabKeyNavigation(false);
    m_view->setShowGrid(false);
    m_view->setMouseTracking(true);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(emPixels(*this, 2.62));
    QHeaderView& header = *m_view->horizontalHeader();
    header.setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header.setHighlightSections(false);
    header.setSectionResizeMode(ProblemModel::Sentence, QHeaderView::Stretch);
    for (const auto& [column, width] : {std::pair{ProblemModel::Place, 8.3}, std::pair{ProblemModel::Expected, 6.2},
                                        std::pair{ProblemModel::Got, 6.2}, std::pair{ProblemModel::Fixes, 22.0}})
        header.resizeSection(column, emPixels(*this, width));
    m_view->installEventFilter(this);

    auto* nothing = new QWidget(this);
    auto* nothingLayout = new QHBoxLayout(nothing);
    nothingLayout->addStretch();
    nothingLayout->addWidget(m_tick);
    nothingLayout->addWidget(m_empty);
    nothingLayout->addStretch();
    m_stack->addWidget(m_view);
    m_stack->addWidget(nothing);

    auto* bar = new QHBoxLayout;
    const int margin = emPixels(*this, 0.62);
    bar->setContentsMargins(margin, margin / 2, margin, margin / 2);
    bar->setSpacing(emPixels(*this, 0.46));
    bar->addWidget(m_errors);
    bar->addWidget(m_warnings);
    bar->addStretch();
    bar->addWidget(m_checked);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_stack);

    connect(&m_document, &ExperimentDocument::reportChanged, this, &ProblemList::showReport);
    connect(m_finder, &FixFinder::fixesFound, this, [this](const std::vector<std::vector<QuickFix>>& fixes) {
        for (std::size_t row = 0; row < fixes.size(); ++row) m_model->setFixes(row, fixes[row]);
        m_fixesCurrent = true;
        Q_EMIT fixesChanged();
    });
    connect(m_delegate, &ProblemDelegate::fixPressed, this, &ProblemList::applyFix);
    connect(m_view, &QTableView::doubleClicked, this, [this](const QModelIndex& index) { activate(index.row()); });
    setTheme(m_theme);
    retranslate();
    showReport();
}

void ProblemList::setTheme(Theme theme) {
    m_theme = theme;
    m_delegate->setTheme(theme);
    const int size = emPixels(*this, 1.23);
    m_tick->setPixmap(icon("finished", theme, Colour::Ok).pixmap(size, size));
    m_view->viewport()->update();
}

int ProblemList::errors() const { return m_model->count(Severity::Error); }
int ProblemList::warnings() const { return m_model->count(Severity::Warning); }
bool ProblemList::areFixesCurrent() const { return m_fixesCurrent && m_document.isReportCurrent(); }

std::map<std::string, QString> ProblemList::firstFixes() const {
    std::map<std::string, QString> first;
    for (const Problem& problem : m_model->problems())
        if (!problem.fixes.empty()) first.emplace(problem.diagnostic.node, translated(problem.fixes.front().label));
    return first;
}

void ProblemList::showReport() {
    const int errorsBefore = errors(), warningsBefore = warnings();
    std::vector<Problem> problems;
    for (const Diagnostic& diagnostic : m_document.report().diagnostics) problems.push_back({diagnostic, {}});
    // What is said again keeps its fixes until new ones are there, so that buttons do not flicker while one types.
    for (Problem& problem : problems) {
        const auto& old = m_model->problems();
        const auto same = std::ranges::find(old, problem.diagnostic, &Problem::diagnostic);
        if (same != old.end()) problem.fixes = same->fixes;
    }
    m_model->setProblems(std::move(problems));
    m_fixesCurrent = false;
    std::vector<Diagnostic> diagnostics;
    for (const Problem& problem : m_model->problems()) diagnostics.push_back(problem.diagnostic);
    m_finder->find(m_document.experiment(), m_document.report(), std::move(diagnostics), m_document.machineMemory());
    retranslate();
    if (errors() != errorsBefore || warnings() != warningsBefore) Q_EMIT countsChanged(errors(), warnings());
    Q_EMIT fixesChanged();
}

void ProblemList::applyFirstFix(const QString& path) {
    const auto& problems = m_model->problems();
    for (std::size_t row = 0; row < problems.size(); ++row)
        if (fromUtf8(problems[row].diagnostic.node) == path && !problems[row].fixes.empty()) return applyFix(static_cast<int>(row), 0);
}

void ProblemList::activate(int row) {
    const auto& problems = m_model->problems();
    if (row >= 0 && static_cast<std::size_t>(row) < problems.size())
        Q_EMIT placeActivated(fromUtf8(problems[static_cast<std::size_t>(row)].diagnostic.node));
}

void ProblemList::applyFix(int row, int number) {
    const auto& problems = m_model->problems();
    if (row < 0 || static_cast<std::size_t>(row) >= problems.size()) return;
    const auto& fixes = problems[static_cast<std::size_t>(row)].fixes;
    if (number < 0 || static_cast<std::size_t>(number) >= fixes.size()) return;
    if (const auto done = applyTo(m_document, fixes[static_cast<std::size_t>(number)]); !done) Q_EMIT fixFailed(translated(done.error()));
}

bool ProblemList::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_view || event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() != Qt::Key_Return && key->key() != Qt::Key_Enter) return false;
    if (key->modifiers().testFlag(Qt::AltModifier))
        applyFix(m_view->currentIndex().row(), 0);
    else
        activate(m_view->currentIndex().row());
    return true;
}

void ProblemList::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange) return;
    m_model->retranslate();
    retranslate();
    Q_EMIT fixesChanged();
}

void ProblemList::retranslate() {
    m_view->setAccessibleName(tr("Problems"));
    m_view->setToolTip(tr("Enter shows the place, Alt+Enter applies the first fix."));
    m_empty->setText(tr("No problems."));
    m_errors->setText(tr("%n error(s)", nullptr, errors()));
    m_warnings->setText(tr("%n warning(s)", nullptr, warnings()));
    m_errors->setVisible(errors() > 0);
    m_warnings->setVisible(warnings() > 0);
    m_checked->setText(
        tr("checked in %1 ms").arg(fixed(m_document.lastCheckMilliseconds(), m_document.lastCheckMilliseconds() < 10 ? 1 : 0)));
    m_checked->setVisible(m_document.isReportCurrent());
    m_stack->setCurrentIndex(m_model->rowCount() == 0 ? 1 : 0);
}

}  // namespace seekbench
