// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QtWidgets/QWidget>

#include "widgets/trace/profile_data.h"

class QFormLayout;
class QLabel;
class QPushButton;

namespace seekbench {

// What is known about the selected slice. Lives in the GUI thread.
class SlicePanel : public QWidget {
    Q_OBJECT

public:
    explicit SlicePanel(QWidget* parent = nullptr);

    void setSlice(const SharedProfile& data, std::optional<SliceRef> slice);
    const QString& node() const { return m_node; }  // its layer's path; empty: none

Q_SIGNALS:
    void nodeActivated(const QString& path);

protected:
    void changeEvent(QEvent* event) override;

private:
    void show();

    SharedProfile m_data;
    std::optional<SliceRef> m_slice;
    QString m_node;
    QLabel* m_title;
    QWidget* m_facts;
    QFormLayout* m_form;
    QPushButton* m_onCanvas;
};

}  // namespace seekbench
