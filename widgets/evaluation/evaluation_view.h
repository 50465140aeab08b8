// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <vector>

#include <QtCore/QVector>
#include <QtGui/QImage>
#include <QtWidgets/QWidget>

#include "core/run/evaluation.h"
#include "widgets/theme/theme.h"

class QGridLayout;
class QLabel;
class QPlainTextEdit;
class QSlider;
class QVBoxLayout;

namespace seekbench {

class LineChart;

// What the last validations of a run showed: masks over slices, boxes over pictures, forecasts beside what came, curves over all
// thresholds, sampled text and the samples with the highest loss; a slider goes back over the epochs. What a run does not have is
// not there. Pictures under boxes are asked for by picturesRequested(). Lives in the GUI thread.
class EvaluationView : public QWidget {
    Q_OBJECT

public:
    explicit EvaluationView(QWidget* parent = nullptr);

    // Nothing: the run has not validated, or has nothing of the kind. The newest is shown, unless an older one had been chosen.
    void setHistory(std::optional<EvaluationHistory> history);
    // Pictures of samples by their index in the dataset.
    void setPictures(const std::map<qint64, QImage>& pictures);
    void forgetPictures();
    void setTheme(Theme theme);
    // The one that is shown; nullptr: none.
    const Evaluation* shown() const;
    QSlider& slider() { return *m_slider; }

Q_SIGNALS:
    void picturesRequested(QVector<qint64> indices);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showAll();
    void showPictures();
    void showCurves();
    void showGradients();
    void showTexts();
    void showWorst();
    // Of those samples the pictures that are not here; each is asked for once.
    void ask(const QVector<qint64>& indices);
    void addPicture(QGridLayout& grid, const QImage& picture, const QString& caption);
    LineChart& addChart(const QString& title);
    void retranslate();

    Theme m_theme;
    std::optional<EvaluationHistory> m_history;
    std::map<qint64, QImage> m_pictures;
    std::vector<std::int64_t> m_asked;
    QLabel *m_when, *m_legend, *m_worst;
    QSlider* m_slider;
    QWidget* m_grid;
    QGridLayout* m_gridLayout;
    QWidget* m_worstGrid;
    QGridLayout* m_worstLayout;
    QVBoxLayout* m_charts;
    QPlainTextEdit* m_text;
};

}  // namespace seekbench
