// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/graph_editor.h"

#include <array>

#include <QtCore/QEvent>
#include <QtWidgets/QFrame>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include "core/experiment/training_check.h"
#include "widgets/controls/segmented_control.h"
#include "widgets/graph/editor/graph_keyboard.h"
#include "widgets/graph/editor/level_bar.h"
#include "widgets/graph/editor/minimap.h"
#include "widgets/graph/editor/name_field.h"
#include "widgets/graph/graph_view.h"
#include "widgets/graph/palette/operator_search.h"
#include "widgets/graph/profile/time_bar.h"
#include "widgets/text/figures.h"
#include "widgets/text/translated.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {
namespace {

// What "Show" offers, in its order.
constexpr std::array kValues{NodeValue::Shape,  NodeValue::Parameters, NodeValue::MultiplyAdds,
                             NodeValue::Memory, NodeValue::Time,       NodeValue::Kernel};

}  // namespace

GraphEditor::GraphEditor(ExperimentDocument& document, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_gestures(document),
      m_scene(new GraphScene(this)),
      m_view(new GraphView(*m_scene, this)),
      m_keyboard(new GraphKeyboard(*m_scene, *m_view, this)),
      m_minimap(new Minimap(*m_scene, *m_view)),
      m_levelBar(new LevelBar(this)),
      m_show(new QLabel(this)),
      m_values(new SegmentedControl(QStringList(kValues.size()), this)),
      m_layOut(new QToolButton(this)),
      m_fit(new QToolButton(this)),
      m_totals(new QLabel(this)),
      m_timeBar(new TimeBar(this)),
      m_search(new OperatorSearch(this)),
      m_nameField(new NameField(m_view)) {
    auto* bar = new QFrame(this);
    setRole(*bar, "bar");
    auto* barLayout = new QHBoxLayout(bar);
    const int space = emPixels(*this, 0.62);
    barLayout->setContentsMargins(space, 0, space, 0);
    barLayout->setSpacing(emPixels(*this, 0.46));
    bar->setFixedHeight(emPixels(*this, 2.62));
    setRole(*m_show, "second");
    barLayout->addWidget(m_levelBar);
    barLayout->addSpacing(emPixels(*this, 0.92));
    barLayout->addStretch(1);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_show, m_values, m_layOut, m_fit}) barLayout->addWidget(widget);

    auto* footer = new QFrame(this);
    setRole(*footer, "footer");
    auto* footerLayout = new QHBoxLayout(footer);
    footerLayout->setContentsMargins(emPixels(*this, 0.92), 0, emPixels(*this, 0.92), 0);
    footer->setFixedHeight(emPixels(*this, 2));
    setRole(*m_totals, "second");
    m_totals->setTextFormat(Qt::RichText);
    footerLayout->addWidget(m_totals, 1);
    footerLayout->addWidget(m_timeBar, 1);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(m_view, 1);
    layout->addWidget(footer);
    setFocusProxy(m_view);

    connect(m_levelBar, &LevelBar::depthChosen, this, [this](int depth) {
        setLevel({level().begin(), level().begin() + std::min<std::ptrdiff_t>(depth, std::ssize(level()))});
    });
    connect(m_values, &SegmentedControl::chosen, this, [this](int index) { setNodeValue(kValues[static_cast<std::size_t>(index)]); });
    connect(m_timeBar, &TimeBar::slicesRequested, this, &GraphEditor::slicesRequested);
    connect(m_layOut, &QToolButton::clicked, this, &GraphEditor::layOut);
    connect(m_fit, &QToolButton::clicked, this, &GraphEditor::fit);
    connect(m_view, &GraphView::zoomChanged, this, &GraphEditor::zoomChanged);
    connect(m_search, &OperatorSearch::operatorChosen, this, [this](const QString& id) {
        m_view->setFocus(Qt::OtherFocusReason);
        if (m_take && finish(m_take(id.toStdString()))) Q_EMIT operatorUsed(id);
    });
    connect(m_search, &OperatorSearch::cancelled, this, [this] { m_view->setFocus(Qt::OtherFocusReason); });
    connectScene();
    connectKeyboard();
    connect(&m_document, &ExperimentDocument::opened, this, [this] {
        m_gestures.setLevel({});
        fitSoon();
    });
    connect(&m_document, &ExperimentDocument::graphChanged, this, &GraphEditor::follow);
    connect(&m_document, &ExperimentDocument::settingsChanged, this, &GraphEditor::refresh);
    connect(&m_document, &ExperimentDocument::reportChanged, this, &GraphEditor::refresh);
    setTheme(m_theme);
    retranslate();
    follow();
}

GraphEditor::~GraphEditor() = default;

void GraphEditor::connectScene() {
    connect(m_scene, &QGraphicsScene::selectionChanged, this, &GraphEditor::selectionChanged);
    connect(m_scene, &QGraphicsScene::selectionChanged, this, &GraphEditor::showTimeBar);
    connect(m_scene, &GraphScene::nodesMoved, this, [this](const auto& positions) { finish(m_gestures.move(positions)); });
    connect(m_scene, &GraphScene::edgeRequested, this, [this](const Edge& edge) { finish(m_gestures.connect(edge)); });
    connect(m_scene, &GraphScene::edgeDetached, this, [this](const Edge& edge) { finish(m_gestures.disconnect(edge)); });
    connect(m_scene, &GraphScene::edgeRerouted, this, [this](const Edge& from, const Edge& to) { finish(m_gestures.reroute(from, to)); });
    connect(m_scene, &GraphScene::nodeDroppedOnEdge, this,
            [this](const QString& name, const Edge& edge, const Position& at) { finish(m_gestures.putOn(name.toStdString(), edge, at)); });
    connect(m_scene, &GraphScene::wireDropped, this, &GraphEditor::searchFor);
    connect(m_scene, &GraphScene::operatorDropped, this, &GraphEditor::drop);
    connect(m_scene, &GraphScene::nodeActivated, this, &GraphEditor::activate);
    connect(m_scene, &GraphScene::emptyActivated, this, &GraphEditor::searchAt);
    connect(m_scene, &GraphScene::fixActivated, this, &GraphEditor::requestFix);
}

void GraphEditor::connectKeyboard() {
    m_keyboard->setFits([this](const Edge& edge) { return fits(edge); });
    connect(m_keyboard, &GraphKeyboard::edgeRequested, this, [this](const Edge& edge) { finish(m_gestures.connect(edge)); });
    connect(m_keyboard, &GraphKeyboard::nodesMoved, this, [this](const auto& positions) {
        // Steps of one move are one step of undo, as long as the same nodes move.
        QString key = QStringLiteral("move");
        for (const auto& [name, position] : positions) key += QLatin1Char('/') + fromUtf8(name);
        finish(m_gestures.move(positions, key));
    });
    connect(m_keyboard, &GraphKeyboard::searchRequested, this, &GraphEditor::searchOperator);
    connect(m_view, &GraphView::spacePressed, this, &GraphEditor::searchOperator);
    connect(m_keyboard, &GraphKeyboard::activated, this, &GraphEditor::activate);
    connect(m_keyboard, &GraphKeyboard::removeRequested, this, &GraphEditor::removeSelection);
    connect(m_keyboard, &GraphKeyboard::renameRequested, this, &GraphEditor::renameSelected);
    connect(m_keyboard, &GraphKeyboard::levelUpRequested, this, &GraphEditor::levelUp);
    connect(m_keyboard, &GraphKeyboard::fixRequested, this, &GraphEditor::requestFix);
    connect(m_keyboard, &GraphKeyboard::hinted, this, &GraphEditor::messageReported);
}

void GraphEditor::setTheme(Theme theme) {
    m_theme = theme;
    m_scene->setTheme(theme);
    m_minimap->setTheme(theme);
    m_levelBar->setTheme(theme);
    m_search->setTheme(theme);
    m_timeBar->setTheme(theme);
    m_layOut->setIcon(icon("layout", theme));
    m_fit->setIcon(icon("fit", theme));
    showTotals();
}

void GraphEditor::setLevel(const GraphLevel& level) {
    if (level == m_gestures.level() || m_document.graphAt(level) == nullptr) return;
    // Coming back from inside a node, that node is where one was.
    const GraphLevel before = m_gestures.level();
    m_search->dismiss();
    const bool up = level.size() < before.size() && std::equal(level.begin(), level.end(), before.begin());
    m_gestures.setLevel(level);
    refresh();
    select(up ? NodeNames{before[level.size()]} : NodeNames{});
    m_view->fit();
    Q_EMIT levelChanged();
}

void GraphEditor::follow() {
    GraphLevel level = m_gestures.level();
    while (m_document.graphAt(level) == nullptr) level.pop_back();  // undo may have taken it away
    if (level == m_gestures.level()) return refresh();
    m_gestures.setLevel(level);
    refresh();
    m_view->fit();
    Q_EMIT levelChanged();
}

void GraphEditor::refresh() {
    m_scene->setMemory(m_document.memoryAt(level()));
    std::set<std::string, std::less<>> frozen;
    for (const auto& [name, node] : m_gestures.graph().nodes)
        if (isFrozen(pathAt(level(), name), m_document.experiment().training.frozen)) frozen.insert(name);
    m_scene->setFrozen(std::move(frozen));
    refreshTimes();
    m_scene->setPlan(m_plan, level());
    if (level().empty())
        m_scene->show(m_gestures.graph(), m_gestures.library(), m_document.report().graph);
    else
        m_scene->show(m_gestures.graph(), m_gestures.library(), m_document.reportAt(level()));
    showTotals();
}

void GraphEditor::setPlan(std::shared_ptr<const KernelPlan> plan, const QString& words) {
    m_plan = std::move(plan);
    m_planWords = words;
    if (m_value == NodeValue::Kernel) refresh();
}

void GraphEditor::showTotals() {
    showTimeBar();
    const Composite* composite = m_document.compositeAt(level());
    m_levelBar->setPath(fromUtf8(m_document.experiment().name), level(),
                        composite == nullptr ? QString() : translated(std::string_view(composite->label)), m_gestures.uses());
    if (m_value == NodeValue::Kernel) return m_totals->setText(m_planWords.toHtmlEscaped());
    const GraphReport& whole = m_document.report().graph;
    const Cost total = level().empty() ? whole.total : m_document.reportAt(level()).total;
    const auto bold = [&](const QString& figure) {
        return QStringLiteral("<b style=\"color:%1\">%2</b>").arg(m_theme[Colour::Text].name(), figure);
    };
    QStringList parts{tr("%1 parameters").arg(bold(countText(total.parameters))),
                      tr("%1 multiply-adds per sample").arg(bold(countText(total.multiplyAdds, true))),
                      tr("activations %1 per sample").arg(bold(bytesText(total.activationBytes)))};
    if (const auto& memory = m_document.memory(); memory && level().empty())
        parts.append(tr("about %1 of memory at the peak").arg(bold(bytesText(memory->peak()))));
    if (whole.hasErrors()) parts.append(tr("as far as the shapes are known"));
    m_totals->setText(m_gestures.graph().nodes.empty() ? QString() : parts.join(QStringLiteral(" &nbsp;·&nbsp; ")));
}

void GraphEditor::setFixes(std::map<std::string, QString> fixes) {
    m_fixes = std::move(fixes);
    showFixes();
}

void GraphEditor::showFixes() {
    const std::string prefix = pathAt(level(), {});
    std::map<std::string, QString> here;
    for (const auto& [path, label] : m_fixes)
        if (path.starts_with(prefix)) here.emplace(path.substr(prefix.size()), label);
    m_scene->setFixes(std::move(here));
}

void GraphEditor::setNodeValue(NodeValue value) {
    m_value = value;
    m_values->setCurrent(static_cast<int>(std::ranges::find(kValues, value) - kValues.begin()));
    m_scene->setNodeValue(value);
    refresh();
    Q_EMIT nodeValueChanged(value);
}

void GraphEditor::fitSoon() {
    // Not before the layouts have given the view its size.
    if (isVisible()) QMetaObject::invokeMethod(m_view, &GraphView::fit, Qt::QueuedConnection);
}

void GraphEditor::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (!event->spontaneous() && !m_shown) {
        m_shown = true;
        fitSoon();
    }
}

void GraphEditor::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    }
    QWidget::changeEvent(event);
}

void GraphEditor::retranslate() {
    m_show->setText(tr("Show"));
    m_values->setTexts({tr("Shape"), tr("Parameters"), tr("MACs"), tr("Memory"), tr("Time"), tr("Kernel")});
    m_values->setAccessibleName(tr("What the nodes show"));
    m_layOut->setToolTip(tr("Lay out the graph"));
    m_layOut->setAccessibleName(tr("Lay out the graph"));
    m_fit->setToolTip(tr("Show the whole graph (F)"));
    m_fit->setAccessibleName(tr("Show the whole graph"));
    m_totals->setAccessibleName(tr("Totals of the model"));
    m_view->setAccessibleName(tr("Model graph"));
    m_minimap->setAccessibleName(tr("Overview of the graph"));
    m_nameField->setAccessibleName(tr("Name of the node"));
    m_view->setHint(tr("Drag an operator here, or press Tab to search one."));
    showTotals();
}

}  // namespace seekbench
