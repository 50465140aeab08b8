// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/form_section.h"

#include <QtWidgets/QFrame>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

#include "widgets/theme/style_sheet.h"

namespace seekbench {

FormSection::FormSection(QWidget* parent) : QWidget(parent), m_title(new QLabel(this)), m_body(new QVBoxLayout) {
    auto* line = new QFrame(this);
    setRole(*line, "line");
    setRole(*m_title, "section");
    const int margin = emPixels(*this, 0.92), gap = emPixels(*this, 0.46);
    m_body->setContentsMargins(margin, 0, margin, gap);
    m_body->setSpacing(gap);
    m_title->setContentsMargins(margin, 0, margin, 0);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    layout->addWidget(line);
    layout->addWidget(m_title);
    layout->addLayout(m_body);
}

void FormSection::setTitle(const QString& title) { m_title->setText(title); }

ValueRows::ValueRows(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this)) {
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(emPixels(*this, 0.62));
    m_grid->setVerticalSpacing(emPixels(*this, 0.31));
    m_grid->setColumnMinimumWidth(0, emPixels(*this, 7.1));
    m_grid->setColumnStretch(2, 1);
}

void ValueRows::setRows(const std::vector<Row>& rows) {
    if (rows == m_rows) return;
    m_rows = rows;
    while (m_labels.size() < rows.size()) {
        const Labels labels{new QLabel(this), new QLabel(this), new QLabel(this)};
        const int line = static_cast<int>(m_labels.size());
        setRole(*labels.name, "second");
        setRole(*labels.note, "caption");
        labels.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_grid->addWidget(labels.name, line, 0, Qt::AlignTop);
        m_grid->addWidget(labels.value, line, 1);
        m_grid->addWidget(labels.note, line, 2);
        m_labels.push_back(labels);
    }
    for (std::size_t i = 0; i < m_labels.size(); ++i) {
        const Labels& labels = m_labels[i];
        const bool used = i < rows.size();
        for (QLabel* label : {labels.name, labels.value, labels.note}) label->setVisible(used);
        if (!used) continue;
        labels.name->setText(rows[i].name);
        labels.value->setText(rows[i].value);
        labels.note->setText(rows[i].note);
        labels.note->setVisible(!rows[i].note.isEmpty());
        if (const char* role = rows[i].mono ? "mono" : ""; labels.value->property("role").toString() != QLatin1String(role))
            setRole(*labels.value, role);
    }
}

}  // namespace seekbench
