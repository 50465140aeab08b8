// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>
#include <QtWidgets/QWidget>

class QButtonGroup;

namespace seekbench {

// A row of exclusive choices, "Step | Time | Epoch". Reached by Tab, changed with the arrow keys.
class SegmentedControl : public QWidget {
    Q_OBJECT

public:
    explicit SegmentedControl(const QStringList& choices, QWidget* parent = nullptr);

    // The texts anew, when the language changes; as many as before.
    void setTexts(const QStringList& choices);
    int current() const;
    void setCurrent(int index);  // emits nothing

Q_SIGNALS:
    void chosen(int index);  // by the user

private:
    QButtonGroup* m_buttons;
};

}  // namespace seekbench
