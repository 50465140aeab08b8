// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QFrame>

#include "core/base/error.h"
#include "widgets/theme/theme.h"

class QLabel;
class QToolButton;

namespace seekbench {

// A line under the tool bar that says what went wrong and what to do, until it is closed or something newer has happened. Nothing waits
// for it and nothing is covered by it. Escape closes it.
class MessageLine : public QFrame {
    Q_OBJECT

public:
    explicit MessageLine(QWidget* parent = nullptr);

    void show(const Error& error);
    QString text() const;
    void setTheme(const Theme& theme);
    void retranslate();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QLabel *m_glyph, *m_text;
    QToolButton* m_close;
    Error m_error;
};

}  // namespace seekbench
