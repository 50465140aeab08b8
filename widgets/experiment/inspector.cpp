// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/experiment/inspector.h"

#include <algorithm>

#include <QtGui/QPainter>
#include <QtWidgets/QFrame>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QStyle>
#include <QtWidgets/QVBoxLayout>

#include "widgets/controls/form_section.h"
#include "widgets/experiment/node_facts.h"
#include "widgets/experiment/node_problems.h"
#include "widgets/experiment/parameter_form.h"
#include "widgets/graph/family_glyph.h"
#include "widgets/text/figures.h"
#include "widgets/text/translated.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {
namespace {

void setWrong(QWidget& widget, bool wrong) {
    widget.setProperty("state", wrong ? QStringLiteral("error") : QString());
    widget.style()->unpolish(&widget);
    widget.style()->polish(&widget);
}

QPixmap familyPixmap(const QWidget& widget, const Signature& signature, const Theme& theme) {
    const int size = emPixels(widget, 1.38);
    QPixmap picture(QSize(size, size) * widget.devicePixelRatio());
    picture.setDevicePixelRatio(widget.devicePixelRatio());
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool composite = signature.composite != nullptr;
    const Family family = composite ? Family::Structure : signature.primitive->family;
    paintFamilyGlyph(painter, QRectF(0, 0, size, size), family, composite, composite ? theme.composite() : theme.family(family));
    return picture;
}

}  // namespace

Inspector::Inspector(ExperimentDocument& document, QWidget* parent) : QWidget(parent), m_document(document) {
    auto* scroll = new QScrollArea(this);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(emPixels(*this, 0.62));
    buildHead(*column);
    buildSections(*column);
    column->addStretch(1);  // more than the description, which would like to grow
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);

    connect(&m_document, &ExperimentDocument::graphChanged, this, [this] {
        m_signatures.reset();
        refresh();
    });
    connect(&m_document, &ExperimentDocument::settingsChanged, this, &Inspector::showExperiment);
    connect(&m_document, &ExperimentDocument::reportChanged, this, &Inspector::refresh);
    connect(m_name, &QLineEdit::textEdited, this, &Inspector::checkName);
    connect(m_name, &QLineEdit::editingFinished, this, &Inspector::rename);
    connect(m_form, &ParameterForm::valueChanged, this, &Inspector::setParameter);
    connect(m_form, &ParameterForm::parameterFocused, this, [this](const QString& name) {
        if (m_focused != name) ++m_session;
        m_focused = name;
        showHelp();
    });
    connect(m_experimentName, &QLineEdit::textEdited, this, [this](const QString& text) {
        setText(&Experiment::name, text, tr("Rename the experiment"), QStringLiteral("experiment.name"));
    });
    connect(m_description, &QPlainTextEdit::textChanged, this, [this] {
        setText(&Experiment::description, m_description->toPlainText(), tr("Describe the experiment"),
                QStringLiteral("experiment.description"));
    });
    retranslate();
}

Inspector::~Inspector() {
    // Closing takes the focus from a field, which then tells its text: too late for this object.
    for (QObject* child : findChildren<QObject*>()) child->disconnect(this);
}

void Inspector::buildHead(QVBoxLayout& column) {
    m_head = new QWidget(this);
    auto* frame = new QFrame(m_head);
    setRole(*frame, "card");
    frame->setFixedSize(emPixels(*this, 2.46), emPixels(*this, 2.46));
    m_glyph = new QLabel(frame);
    m_glyph->setAlignment(Qt::AlignCenter);
    auto* inFrame = new QVBoxLayout(frame);
    inFrame->setContentsMargins(0, 0, 0, 0);
    inFrame->addWidget(m_glyph);
    m_name = new QLineEdit(m_head);
    m_nameError = new QLabel(m_head);
    setRole(*m_nameError, "error");
    m_nameError->setWordWrap(true);
    m_nameError->hide();
    m_kind = new QLabel(m_head);
    QFont bold = m_kind->font();
    bold.setBold(true);
    m_kind->setFont(bold);
    m_kind->setAlignment(Qt::AlignRight);
    m_family = new QLabel(m_head);
    setRole(*m_family, "caption");
    m_family->setAlignment(Qt::AlignRight);
    auto* kinds = new QVBoxLayout;
    kinds->setSpacing(0);
    kinds->addWidget(m_kind);
    kinds->addWidget(m_family);
    auto* row = new QHBoxLayout;
    row->setSpacing(emPixels(*this, 0.62));
    row->addWidget(frame);
    row->addWidget(m_name, 1);
    row->addLayout(kinds);
    auto* layout = new QVBoxLayout(m_head);
    const int margin = emPixels(*this, 0.92);
    layout->setContentsMargins(margin, margin, margin, 0);
    layout->addLayout(row);
    layout->addWidget(m_nameError);
    column.addWidget(m_head);
}

void Inspector::buildSections(QVBoxLayout& column) {
    const auto section = [&](FormSection*& place) {
        place = new FormSection(this);
        column.addWidget(place);
    };
    section(m_experimentSection);
    section(m_problemSection);
    section(m_formSection);
    section(m_factSection);
    section(m_helpSection);
    m_problems = &m_problemSection->body();
    m_form = new ParameterForm(ParameterForm::Names::Identifiers, this);
    m_formSection->body().addWidget(m_form);
    m_facts = new ValueRows(this);
    m_factSection->body().addWidget(m_facts);
    m_help = new QLabel(this);
    m_help->setWordWrap(true);
    m_help->setTextFormat(Qt::RichText);
    setRole(*m_help, "second");
    m_helpSection->body().addWidget(m_help);
    m_experimentNameLabel = new QLabel(this);
    m_experimentName = new QLineEdit(this);
    m_experimentNameLabel->setBuddy(m_experimentName);
    m_descriptionLabel = new QLabel(this);
    m_description = new QPlainTextEdit(this);
    m_description->setTabChangesFocus(true);
    m_description->setMaximumHeight(emPixels(*this, 7));
    m_descriptionLabel->setBuddy(m_description);
    for (QWidget* widget : {static_cast<QWidget*>(m_experimentNameLabel), static_cast<QWidget*>(m_experimentName),
                            static_cast<QWidget*>(m_descriptionLabel), static_cast<QWidget*>(m_description)})
        m_experimentSection->body().addWidget(widget);
}

void Inspector::setTheme(Theme theme) {
    m_theme = theme;
    m_form->setTheme(theme);
    m_shownProblems.clear();
    refresh();
}

void Inspector::setSelection(const GraphLevel& level, const NodeNames& names) {
    if (level == m_level && names == m_names) return;
    m_level = level;
    m_names = names;
    m_focused.clear();
    ++m_session;
    m_nameError->hide();
    setWrong(*m_name, false);
    if (const Node* node = onlyNode()) m_name->setText(fromUtf8(node->name));
    refresh();
}

void Inspector::setFirstFixes(const std::map<std::string, QString>& fixes) {
    m_firstFixes = fixes;
    showProblems();
}

void Inspector::focusParameter(const std::string& name) { m_form->focusField(name); }

const Node* Inspector::onlyNode() const {
    const Graph* graph = m_document.graphAt(m_level);
    return graph != nullptr && m_names.size() == 1 ? graph->find(*m_names.begin()) : nullptr;
}

const Signature* Inspector::signatureOf(const Node& node) const { return m_signatures->find(node.op); }

void Inspector::refresh() {
    if (!m_signatures) m_signatures = std::make_unique<Signatures>(m_document.experiment().library);
    const Graph* graph = m_document.graphAt(m_level);
    std::erase_if(m_names, [&](const std::string& name) { return graph == nullptr || graph->find(name) == nullptr; });
    const bool nodes = !m_names.empty();
    m_head->setVisible(nodes);
    m_formSection->setVisible(nodes);
    m_experimentSection->setVisible(!nodes && m_level.empty());
    if (nodes) {
        showHead();
        showForm();
    } else {
        showExperiment();
    }
    showFacts();
    showProblems();
    showHelp();
}

void Inspector::showHead() {
    const Node* node = onlyNode();
    m_name->setEnabled(node != nullptr);
    m_glyph->clear();
    m_family->clear();
    if (node == nullptr) {
        m_name->clear();
        m_kind->setText(tr("%n node(s)", nullptr, static_cast<int>(m_names.size())));
        return;
    }
    // What is being typed stays until it is given up or taken.
    if (!m_name->hasFocus() || !m_name->isModified()) m_name->setText(fromUtf8(node->name));
    m_kind->setText(fromUtf8(node->op));
    if (const Signature* signature = signatureOf(*node)) {
        m_glyph->setPixmap(familyPixmap(*m_glyph, *signature, m_theme));
        m_family->setText(signature->composite ? tr("Block") : translated(nameOf(signature->primitive->family)));
    }
}

std::vector<ParameterSpec> Inspector::commonSpecs() const {
    const Graph& graph = *m_document.graphAt(m_level);
    std::optional<std::vector<ParameterSpec>> common;
    for (const std::string& name : m_names) {
        const Signature* signature = signatureOf(*graph.find(name));
        if (signature == nullptr) return {};
        if (!common) {
            common = signature->parameters;
            continue;
        }
        std::erase_if(*common, [&](const ParameterSpec& spec) {
            return std::ranges::none_of(signature->parameters,
                                        [&](const ParameterSpec& other) { return FieldSpec(spec).describes(other); });
        });
    }
    return common.value_or(std::vector<ParameterSpec>{});
}

void Inspector::showForm() {
    const Graph& graph = *m_document.graphAt(m_level);
    const std::vector<ParameterSpec> specs = commonSpecs();
    const ParameterValues& first = graph.find(*m_names.begin())->parameters;
    std::set<std::string, std::less<>> mixed;
    for (const ParameterSpec& spec : specs) {
        const auto valueIn = [&](const ParameterValues& values) {
            const auto found = values.find(spec.name);
            return found == values.end() ? spec.standard : std::optional(resolvedValue(FieldSpec(spec), found->second));
        };
        for (const std::string& name : m_names)
            if (valueIn(graph.find(name)->parameters) != valueIn(first)) mixed.emplace(spec.name);
    }
    m_form->showParameters(specs, first, m_level.empty() ? ParameterField::Accepts::Values : ParameterField::Accepts::Expressions);
    m_form->setMixed(mixed);
    const Node* node = onlyNode();
    const auto facts =
        node == nullptr ? m_document.report().graph.nodes.end() : m_document.report().graph.nodes.find(pathAt(m_level, node->name));
    const Signature* signature = node == nullptr ? nullptr : signatureOf(*node);
    const bool known = signature != nullptr && facts != m_document.report().graph.nodes.end() && m_document.isReportCurrent();
    if (node == nullptr || m_document.isReportCurrent())
        m_form->setHints(known ? inputHints(*signature, node->parameters, facts->second) : ParameterForm::Texts{});
    m_formSection->setVisible(!specs.empty());
}

void Inspector::showFacts() {
    const GraphReport& whole = m_document.report().graph;
    std::vector<ValueRows::Row> rows;
    if (const Node* node = onlyNode()) {
        const auto facts = whole.nodes.find(pathAt(m_level, node->name));
        rows = factRows(signatureOf(*node), node->parameters, facts == whole.nodes.end() ? nullptr : &facts->second);
    } else if (const Graph* graph = m_document.graphAt(m_level); graph != nullptr && m_names.empty()) {
        rows = totalRows(*graph, m_document.reportAt(m_level));
    }
    m_facts->setRows(rows);
    m_factSection->setVisible(!rows.empty());
}

void Inspector::showProblems() {
    std::vector<NodeProblem> problems;
    if (const Node* node = onlyNode()) {
        const std::string path = pathAt(m_level, node->name), inside = path + "/";
        for (const Diagnostic& diagnostic : m_document.report().diagnostics) {
            if (diagnostic.node != path && !diagnostic.node.starts_with(inside)) continue;
            const auto fix = m_firstFixes.find(diagnostic.node);
            problems.push_back({diagnostic, fix == m_firstFixes.end() ? QString() : fix->second});
        }
    }
    m_problemSection->setVisible(!problems.empty());
    const QString shown = textOf(problems);
    if (shown == m_shownProblems) return;  // a button must not go while it is being pressed
    m_shownProblems = shown;
    while (QLayoutItem* item = m_problems->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const NodeProblem& problem : problems) {
        auto* card = new NodeProblemCard(problem, m_theme, m_problemSection);
        connect(card, &NodeProblemCard::fixRequested, this, &Inspector::fixRequested);
        m_problems->addWidget(card);
    }
}

void Inspector::showHelp() {
    const Node* node = onlyNode();
    const Signature* signature = node == nullptr ? nullptr : signatureOf(*node);
    const Composite* around = m_names.empty() ? m_document.compositeAt(m_level) : nullptr;
    m_helpSection->setVisible(signature != nullptr || around != nullptr);
    if (around != nullptr) {
        m_helpSection->setTitle(tr("Help on %1").arg(fromUtf8(around->id)));
        m_help->setText(translated(around->summary).toHtmlEscaped());
    }
    if (signature == nullptr) return;
    m_helpSection->setTitle(tr("Help on %1").arg(fromUtf8(node->op)));
    const std::string_view summary = signature->composite ? std::string_view(signature->composite->summary) : signature->primitive->summary;
    QString text = translated(summary).toHtmlEscaped();
    const auto spec = std::ranges::find(signature->parameters, m_focused.toStdString(), &ParameterSpec::name);
    if (spec != signature->parameters.end())
        text += QStringLiteral("<br><b>%1</b> %2").arg(m_focused.toHtmlEscaped(), translated(spec->help).toHtmlEscaped());
    m_help->setText(text);
}

void Inspector::showExperiment() {
    const Experiment& experiment = m_document.experiment();
    if (const QString name = fromUtf8(experiment.name); m_experimentName->text() != name) m_experimentName->setText(name);
    if (const QString text = fromUtf8(experiment.description); m_description->toPlainText() != text) {
        const QSignalBlocker quiet(m_description);
        m_description->setPlainText(text);
    }
}

void Inspector::checkName() {
    const Graph* graph = m_document.graphAt(m_level);
    const Node* node = onlyNode();
    if (node == nullptr) return;
    const std::string name = m_name->text().toStdString();
    QString complaint;
    if (const auto allowed = checkNodeName(name); !allowed)
        complaint = translated(allowed.error().what());
    else if (name != node->name && graph->find(name) != nullptr)
        complaint = tr("There is a node with the name \"%1\" already.").arg(m_name->text());
    m_nameError->setText(complaint);
    m_nameError->setVisible(!complaint.isEmpty());
    setWrong(*m_name, !complaint.isEmpty());
}

void Inspector::rename() {
    const Node* node = onlyNode();
    if (node == nullptr || !m_name->isModified()) return;
    const std::string from = node->name, to = m_name->text().toStdString();
    m_name->setModified(false);
    if (m_nameError->isVisible() || from == to) {
        m_name->setText(fromUtf8(from));
        return checkName();
    }
    // Before the document says that it has changed, so that the node stays selected.
    m_names = {to};
    const auto done = m_document.edit(m_level, {{RenameNode{from, to}}}, tr("Rename %1 to %2").arg(fromUtf8(from), fromUtf8(to)));
    if (done) return Q_EMIT nodeRenamed(fromUtf8(from), fromUtf8(to));
    m_names = {from};
    refresh();
    Q_EMIT editFailed(translated(done.error()));
}

void Inspector::setParameter(const QString& name, const std::optional<ParameterValue>& value) {
    const Graph* graph = m_document.graphAt(m_level);
    if (graph == nullptr || m_names.empty()) return;
    const std::string parameter = name.toStdString();
    Edit edit;
    QStringList names;
    for (const std::string& node : m_names) {
        names.append(fromUtf8(node));
        const ParameterValues& values = graph->find(node)->parameters;
        const auto now = values.find(parameter);
        const bool same = value ? now != values.end() && now->second == *value : now == values.end();
        if (!same) edit.steps.push_back(SetParameter{node, parameter, value});
    }
    const QString text = names.size() == 1 ? tr("Set %1 of %2").arg(name, names.front())
                                           : tr("Set %1 of %n node(s)", nullptr, static_cast<int>(names.size())).arg(name);
    const QString key =
        QStringLiteral("parameter %1 %2 %3 %4").arg(m_session).arg(fromUtf8(pathAt(m_level, {})), names.join(QLatin1Char('/')), name);
    const auto done = m_document.edit(m_level, edit, text, key);
    if (!done) Q_EMIT editFailed(translated(done.error()));
    refresh();  // where nothing changed, a field that was cleared shows its default again
}

void Inspector::setText(std::string Experiment::*field, const QString& text, const QString& undoText, const QString& mergeKey) {
    m_document.changeSettings([&](Experiment& experiment) { experiment.*field = text.toStdString(); }, undoText, mergeKey);
}

void Inspector::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void Inspector::retranslate() {
    m_name->setAccessibleName(tr("Name of the node"));
    m_name->setToolTip(tr("Name of the node; weights and problems use it."));
    m_formSection->setTitle(tr("Parameters"));
    m_factSection->setTitle(tr("Shape and cost"));
    m_problemSection->setTitle(tr("Problems"));
    m_experimentSection->setTitle(tr("Experiment"));
    m_experimentNameLabel->setText(tr("Name"));
    m_descriptionLabel->setText(tr("Description"));
    m_shownProblems.clear();
    refresh();
}

}  // namespace seekbench
