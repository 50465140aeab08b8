// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/segmented_control.h"

#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QToolButton>

#include "widgets/theme/style_sheet.h"

namespace seekbench {

SegmentedControl::SegmentedControl(const QStringList& choices, QWidget* parent) : QWidget(parent), m_buttons(new QButtonGroup(this)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (int i = 0; i < choices.size(); ++i) {
        auto* button = new QToolButton(this);
        button->setCheckable(true);
        button->setChecked(i == 0);
        button->setProperty("place", i == 0 ? QStringLiteral("first") : i + 1 == choices.size() ? QStringLiteral("last") : QString());
        setRole(*button, "segment");
        m_buttons->addButton(button, i);
        layout->addWidget(button);
    }
    setTexts(choices);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_buttons, &QButtonGroup::idClicked, this, &SegmentedControl::chosen);
}

void SegmentedControl::setTexts(const QStringList& choices) {
    for (int i = 0; i < choices.size(); ++i) m_buttons->button(i)->setText(choices[i]);
}

int SegmentedControl::current() const { return m_buttons->checkedId(); }
void SegmentedControl::setCurrent(int index) { m_buttons->button(index)->setChecked(true); }

}  // namespace seekbench
