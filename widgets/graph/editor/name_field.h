// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QtWidgets/QLineEdit>

namespace seekbench {

// The field in which a node is renamed in its place. Enter takes the name, Esc or going elsewhere gives it up; a name that is refused
// stays open with an error edge. Lives in the GUI thread, as a child of what it lies on.
class NameField : public QLineEdit {
    Q_OBJECT

public:
    // Says whether a name is taken.
    using Accept = std::function<bool(const QString&)>;

    explicit NameField(QWidget* parent);
    void open(const QRect& place, const QString& name, Accept accept);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void take();
    void close();
    Accept m_accept;
};

}  // namespace seekbench
