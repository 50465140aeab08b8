// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/experiment/node_problems.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include "widgets/controls/form_section.h"
#include "widgets/graph/node_style.h"
#include "widgets/text/figures.h"
#include "widgets/text/translated.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {

QString textOf(const std::vector<NodeProblem>& problems) {
    QString text;
    for (const NodeProblem& problem : problems)
        text += fromUtf8(english(problem.diagnostic)) + QLatin1Char('|') + problem.fix + QLatin1Char('\n');
    return text;
}

NodeProblemCard::NodeProblemCard(const NodeProblem& problem, const Theme& theme, QWidget* parent) : QFrame(parent) {
    const Diagnostic& diagnostic = problem.diagnostic;
    const bool error = diagnostic.severity == Severity::Error;
    setRole(*this, error ? "card-error" : "card-warning");
    auto* layout = new QVBoxLayout(this);
    const int margin = emPixels(*this, 0.62), glyph = emPixels(*this, 1.23);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(emPixels(*this, 0.46));
    auto* sign = new QLabel(this);
    sign->setPixmap(icon(error ? "error" : "warning", theme, error ? Colour::Error : Colour::Warning).pixmap(glyph, glyph));
    sign->setAccessibleName(error ? tr("Error") : tr("Warning"));
    auto* sentence = new QLabel(translated(diagnostic.message), this);
    sentence->setWordWrap(true);
    sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* row = new QHBoxLayout;
    row->addWidget(sign, 0, Qt::AlignTop);
    row->addWidget(sentence, 1);
    layout->addLayout(row);
    std::vector<ValueRows::Row> shapes;
    if (diagnostic.expected) shapes.push_back({tr("expected"), shapeText(*diagnostic.expected), {}, true});
    if (diagnostic.got) shapes.push_back({tr("got"), shapeText(*diagnostic.got), {}, true});
    if (!shapes.empty()) {
        auto* rows = new ValueRows(this);
        rows->setRows(shapes);
        layout->addWidget(rows);
    }
    if (problem.fix.isEmpty()) return;
    auto* button = new QPushButton(icon("quick_fix", theme, Colour::Text), problem.fix, this);
    button->setProperty("size", QStringLiteral("small"));
    button->setToolTip(problem.fix);
    layout->addWidget(button, 0, Qt::AlignLeft);
    connect(button, &QPushButton::clicked, this, [this, path = fromUtf8(diagnostic.node)] { Q_EMIT fixRequested(path); });
}

}  // namespace seekbench
