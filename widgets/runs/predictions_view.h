// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <vector>

#include <QtCore/QPointer>
#include <QtCore/QVector>
#include <QtGui/QImage>
#include <QtWidgets/QWidget>

#include "core/run/evaluation.h"
#include "core/run/predictions.h"
#include "widgets/theme/theme.h"

class QGridLayout;
class QLabel;
class QTimer;
class QToolButton;

namespace seekbench {

class EvaluationView;
class MatrixPicture;
class PictureGrid;
class RunModel;
class SegmentedControl;
class ShareBars;

// What the network said about the validation samples: pictures with verdicts, how well each class does and what it is taken for, and
// the best and the latest value of each metric. Pictures are asked for by picturesRequested() and given by setPictures(); the views
// read no files. Lives in the GUI thread.
class PredictionsView : public QWidget {
    Q_OBJECT

public:
    explicit PredictionsView(QWidget* parent = nullptr);

    // Nothing: the run has not validated, or is no classification. Pictures of the same samples are kept.
    void setPredictions(std::optional<Predictions> predictions);
    // What else the validations showed; nothing: nothing.
    void setEvaluations(std::optional<EvaluationHistory> history);
    // Pictures of samples by their index in the dataset; those not shown now are dropped.
    void setPictures(const std::map<qint64, QImage>& pictures);
    // Another dataset: the pictures are of no use any more.
    void forgetPictures();
    // Whose best and latest values are shown; nothing: none.
    void setRun(RunModel* run);
    void setTheme(Theme theme);

    PredictionOrder order() const;

Q_SIGNALS:
    void picturesRequested(QVector<qint64> indices);  // of predictions.part

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void reorder();
    void turnPage(int by);
    void showPage();
    void showClasses();
    void showFigures();
    QString className(std::int32_t number) const;

    Theme m_theme;
    std::optional<Predictions> m_predictions;
    std::vector<std::size_t> m_ordered;
    std::size_t m_first = 0;   // place in m_ordered of the first picture
    std::uint64_t m_seed = 1;  // of the random order; changes when it is turned on
    std::map<qint64, QImage> m_pictures;
    QPointer<RunModel> m_run;
    SegmentedControl* m_choice;
    QLabel* m_count;
    QToolButton* m_back;
    QToolButton* m_next;
    QLabel* m_when;
    PictureGrid* m_grid;
    QLabel* m_classTitle;
    ShareBars* m_classes;
    QLabel* m_confusionTitle;
    ShareBars* m_confusions;
    MatrixPicture* m_matrix;
    QLabel* m_figureTitle;
    QWidget* m_figures;
    QGridLayout* m_figureGrid;
    EvaluationView* m_evaluation;
    QTimer* m_update;
};

}  // namespace seekbench
