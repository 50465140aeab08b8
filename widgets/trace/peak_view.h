// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QtWidgets/QWidget>

#include "core/trace/analysis/memory_peak.h"
#include "core/trace/formats/trace_export.h"

class QLabel;
class QPushButton;
class QTableView;

namespace seekbench {

class ProfileTable;

// Who holds the memory at the peak of a profile: the categories, and the layers that made it grow. Lives in the GUI thread.
class PeakView : public QWidget {
    Q_OBJECT

public:
    explicit PeakView(QWidget* parent = nullptr);

    void setPeak(std::optional<MemoryPeak> peak);
    QString caption() const;
    CsvTable csv() const;  // both tables in one
    QTableView& categories() { return *m_categories; }
    QTableView& layers() { return *m_layers; }

Q_SIGNALS:
    void momentRequested(std::int64_t time);
    void layerActivated(const QString& path);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showPeak();

    std::optional<MemoryPeak> m_peak;
    QLabel* m_caption;
    QPushButton* m_go;
    ProfileTable *m_categoryRows, *m_layerRows;
    QTableView *m_categories, *m_layers;
};

}  // namespace seekbench
