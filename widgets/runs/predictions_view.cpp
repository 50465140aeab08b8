// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/predictions_view.h"

#include <algorithm>
#include <cmath>

#include <QtCore/QTimer>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QToolButton>

#include "core/run/metric.h"
#include "widgets/controls/segmented_control.h"
#include "widgets/evaluation/evaluation_view.h"
#include "widgets/evaluation/matrix_picture.h"
#include "widgets/runs/picture_grid.h"
#include "widgets/runs/run_model.h"
#include "widgets/runs/share_bars.h"
#include "widgets/text/figures.h"
#include "widgets/text/translated.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {
namespace {

constexpr std::size_t kPage = PictureGrid::kColumns * PictureGrid::kRows;
constexpr std::size_t kConfusions = 5;
constexpr int kUpdateMilliseconds = 250;

QLabel* sectionTitle(QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::RichText);
    label->setMinimumWidth(1);
    return label;
}

QString heading(const QString& title, const QString& remark) {
    return QStringLiteral("<b>%1</b>&nbsp;&nbsp;%2").arg(title.toHtmlEscaped(), remark.toHtmlEscaped());
}

}  // namespace

PredictionsView::PredictionsView(QWidget* parent)
    : QWidget(parent),
      m_choice(new SegmentedControl({QString(), QString(), QString(), QString()}, this)),
      m_count(new QLabel(this)),
      m_back(new QToolButton(this)),
      m_next(new QToolButton(this)),
      m_when(new QLabel(this)),
      m_grid(new PictureGrid(this)),
      m_classTitle(sectionTitle(this)),
      m_classes(new ShareBars(this)),
      m_confusionTitle(sectionTitle(this)),
      m_confusions(new ShareBars(this)),
      m_matrix(new MatrixPicture(this)),
      m_figureTitle(sectionTitle(this)),
      m_figures(new QWidget(this)),
      m_figureGrid(new QGridLayout(m_figures)),
      m_evaluation(new EvaluationView(this)),
      m_update(new QTimer(this)) {
    for (QLabel* quiet : {m_count, m_when}) setRole(*quiet, "caption");
    m_when->setWordWrap(true);
    m_figureGrid->setContentsMargins(0, 0, 0, 0);
    m_figureGrid->setHorizontalSpacing(8);
    m_figureGrid->setVerticalSpacing(4);
    m_figureGrid->setColumnStretch(0, 1);
    m_choice->setCurrent(1);

    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(10, 8, 10, 12);
    column->setSpacing(8);
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_choice);
    row->addStretch(1);
    column->addLayout(row);
    auto* pages = new QHBoxLayout;
    pages->setSpacing(4);
    pages->addWidget(m_when, 1);
    pages->addWidget(m_count);
    pages->addWidget(m_back);
    pages->addWidget(m_next);
    column->addLayout(pages);
    column->addWidget(m_grid);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_classTitle, m_classes, m_figureTitle, m_figures, m_confusionTitle,
                                                           m_confusions, m_matrix, m_evaluation})
        column->addWidget(widget);
    column->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    setMinimumWidth(emPixels(*this, 25));  // four pictures beside each other, and figures that are not cut off

    m_update->setSingleShot(true);
    m_update->setInterval(kUpdateMilliseconds);
    connect(m_choice, &SegmentedControl::chosen, this, [this] {
        ++m_seed;  // random again is another choice
        m_first = 0;
        reorder();
    });
    connect(m_back, &QToolButton::clicked, this, [this] { turnPage(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { turnPage(1); });
    connect(m_evaluation, &EvaluationView::picturesRequested, this, &PredictionsView::picturesRequested);
    connect(m_update, &QTimer::timeout, this, &PredictionsView::showFigures);
    setTheme(m_theme);
    retranslate();
}

PredictionOrder PredictionsView::order() const { return static_cast<PredictionOrder>(m_choice->current()); }

void PredictionsView::setPredictions(std::optional<Predictions> predictions) {
    m_predictions = std::move(predictions);
    reorder();
    showClasses();
}

void PredictionsView::setEvaluations(std::optional<EvaluationHistory> history) {
    m_evaluation->setHistory(std::move(history));
    showPage();
}

void PredictionsView::reorder() {
    m_ordered = m_predictions ? orderedSamples(*m_predictions, order(), m_seed) : std::vector<std::size_t>();
    if (m_first >= m_ordered.size()) m_first = 0;
    showPage();
}

void PredictionsView::turnPage(int by) {
    if (by < 0)
        m_first -= std::min(m_first, kPage);
    else if (m_first + kPage < m_ordered.size())
        m_first += kPage;
    showPage();
}

void PredictionsView::setPictures(const std::map<qint64, QImage>& pictures) {
    for (const auto& [index, picture] : pictures) m_pictures[index] = picture;
    m_evaluation->setPictures(pictures);
    showPage();
}

void PredictionsView::forgetPictures() {
    m_pictures.clear();
    m_evaluation->forgetPictures();
    showPage();
}

void PredictionsView::setRun(RunModel* run) {
    if (run == m_run) return;
    if (m_run) m_run->disconnect(m_update);
    m_run = run;
    if (run)
        connect(run, &RunModel::changed, m_update, [this] {
            if (!m_update->isActive()) m_update->start();
        });
    showFigures();
}

QString PredictionsView::className(std::int32_t number) const {
    const auto& names = m_predictions->classNames;
    const auto place = static_cast<std::size_t>(number);
    return place < names.size() ? translated(std::string_view(names[place])) : countText(number);
}

void PredictionsView::showPage() {
    std::vector<PictureGrid::Cell> cells;
    QVector<qint64> missing;
    std::map<qint64, QImage> kept;
    const std::size_t last = std::min(m_first + kPage, m_ordered.size());
    for (std::size_t i = m_first; i < last; ++i) {
        const Prediction& sample = m_predictions->samples[m_ordered[i]];
        const auto picture = m_pictures.find(sample.index);
        if (picture == m_pictures.end())
            missing.append(sample.index);
        else
            kept.insert(*picture);
        cells.push_back({picture == m_pictures.end() ? QImage() : picture->second, className(sample.predicted), className(sample.target),
                         sample.probability, sample.isCorrect(), sample.index});
    }
    m_pictures = std::move(kept);
    m_grid->setVisible(!cells.empty());
    m_grid->setCells(std::move(cells));
    const auto count = [](std::size_t number) { return countText(static_cast<std::int64_t>(number)); };
    m_count->setText(!m_predictions ? QString()
                     : m_first == 0 ? tr("%1 of %2").arg(count(last), count(m_ordered.size()))
                                    : tr("%1 – %2 of %3").arg(count(m_first + 1), count(last), count(m_ordered.size())));
    m_back->setEnabled(m_first > 0);
    m_next->setEnabled(last < m_ordered.size());
    if (!m_predictions)
        m_when->setText(tr("After the first validation of a classification its samples stand here with what the network says about them."));
    else if (m_ordered.empty())
        m_when->setText(tr("No sample was wrong."));
    else
        m_when->setText(tr("Epoch %1, validation set").arg(countText(m_predictions->epoch)));
    // A run that is no classification has pictures of its own below.
    const bool answers = m_predictions || m_evaluation->shown() == nullptr;
    for (QWidget* widget : std::initializer_list<QWidget*>{m_choice, m_when, m_count, m_back, m_next}) widget->setVisible(answers);
    if (!missing.isEmpty()) Q_EMIT picturesRequested(missing);
}

void PredictionsView::showClasses() {
    const bool any = m_predictions && !m_predictions->samples.empty();
    for (QWidget* widget : std::initializer_list<QWidget*>{m_classTitle, m_classes, m_confusionTitle, m_confusions, m_matrix})
        widget->setVisible(any);
    if (!any) return;
    const auto shares = classShares(*m_predictions);
    const Share overall = wilsonShare(m_predictions->correct(), static_cast<std::int64_t>(m_predictions->samples.size()));
    double lowest = 1;
    std::int64_t fewest = shares.front().count, most = fewest;
    for (const Share& share : shares) {
        lowest = std::min(lowest, share.low);
        fewest = std::min(fewest, share.count);
        most = std::max(most, share.count);
    }
    std::vector<ShareBars::Row> rows;
    for (std::size_t number = 0; number < shares.size(); ++number) {
        const Share& share = shares[number];
        const QString name = className(static_cast<std::int32_t>(number));
        // Worse than the whole beyond what chance explains: the intervals do not touch.
        const bool stands = share.count > 0 && share.high < overall.low;
        const QString tip =
            tr("%1: %2 % of %3, 95 % interval %4 to %5 %")
                .arg(name, percentText(share.value(), 1), countText(share.count), percentText(share.low, 1), percentText(share.high, 1));
        rows.push_back({name, share.count > 0 ? percentText(share.value(), 1) : QStringLiteral("–"), share.value(),
                        std::pair(share.low, share.high), stands, tip});
    }
    // Accuracies lie close together: an axis from below the worst shows the differences; from zero when something is near it.
    m_classes->setRows(std::move(rows), std::max(0.0, std::floor((lowest - 0.1) * 10) / 10), 1);
    const QString per = fewest == most ? countText(most) : tr("%1 to %2").arg(countText(fewest), countText(most));
    m_classTitle->setText(heading(tr("Accuracy of classes"), tr("n = %1 each, 95 % interval").arg(per)));

    QStringList names;
    for (std::size_t number = 0; number < shares.size(); ++number) names.append(className(static_cast<std::int32_t>(number)));
    m_matrix->setPredictions(*m_predictions, std::move(names));
    m_matrix->setVisible(m_matrix->classes() > 1);

    const auto list = confusions(*m_predictions, kConfusions);
    std::vector<ShareBars::Row> confused;
    for (const Confusion& confusion : list) {
        const QString name = QStringLiteral("%1 → %2").arg(className(confusion.target), className(confusion.predicted));
        confused.push_back({name, countText(confusion.count), static_cast<double>(confusion.count), {}, false, {}});
    }
    m_confusions->setRows(std::move(confused), 0, list.empty() ? 1 : static_cast<double>(list.front().count));
    m_confusionTitle->setText(heading(tr("Most often confused"), list.empty() ? tr("nothing was") : tr("true → predicted, times")));
}

void PredictionsView::showFigures() {
    while (QLayoutItem* item = m_figureGrid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const RunModel* run = m_run;
    m_figureTitle->setVisible(run != nullptr);
    m_figures->setVisible(run != nullptr);
    if (!run) return;
    int row = 0;
    const auto add = [&](int column, const QString& text, bool quiet, bool strong = false) {
        auto* label = new QLabel(text, m_figures);
        label->setTextFormat(Qt::PlainText);
        if (quiet) setRole(*label, "caption");
        QFont font = label->font();
        font.setBold(strong);
        label->setFont(font);
        if (column == 0) {  // gives way to the figures
            label->setMinimumWidth(1);
            label->setToolTip(text);
            m_figureGrid->addWidget(label, row, column);
        } else {
            m_figureGrid->addWidget(label, row, column, Qt::AlignRight);
        }
    };
    const QStringList headings{tr("Metric"), tr("Best"), tr("Epoch"), tr("Latest")};
    for (int column = 0; column < headings.size(); ++column) add(column, headings[column], true);
    const auto addSeries = [&](std::string_view name, const QString& label, bool higherIsBetter, bool isShare) {
        const Series* series = run->series(name);
        if (!series || series->isEmpty()) return;
        const auto best = higherIsBetter ? series->highest() : series->lowest();
        const auto text = [&](double value) { return isShare ? tr("%1 %", "share").arg(percentText(value)) : fixed(value, 4); };
        ++row;
        add(0, label, false);
        add(1, best ? text(series->values()[*best]) : QStringLiteral("–"), false, true);
        const auto perEpoch = series->stepsPerEpoch();
        add(2, best && perEpoch > 0 ? countText((series->at(*best).step + perEpoch - 1) / perEpoch) : QStringLiteral("–"), false);
        add(3, text(series->last().value), false);
    };
    for (const SeriesKind& kind : seriesKinds())
        if (kind.name == series::kValidationLoss || kind.name == series::kEpochTrainLoss)
            addSeries(kind.name, translated(kind.label), false, false);
    for (const MetricKind& metric : metricKinds()) {
        const bool higher = metric.better != SeriesKind::Better::Lower, share = metric.scale == MetricKind::Scale::Share;
        addSeries("val." + std::string(metric.id), tr("Validation: %1").arg(translated(metric.label)), higher, share);
        addSeries("train." + std::string(metric.id), tr("Training: %1").arg(translated(metric.label)), higher, share);
    }
    m_figureTitle->setText(heading(tr("Best and latest"), QString()));
    if (row == 0) {
        m_figureTitle->hide();
        m_figures->hide();
    }
}

void PredictionsView::setTheme(Theme theme) {
    m_theme = theme;
    m_grid->setTheme(theme);
    m_classes->setTheme(theme);
    m_confusions->setTheme(theme);
    m_matrix->setTheme(theme);
    m_evaluation->setTheme(theme);
    m_back->setIcon(icon("chevron_left", theme));
    m_next->setIcon(icon("chevron_right", theme));
}

void PredictionsView::retranslate() {
    m_choice->setTexts({tr("All"), tr("Random"), tr("Wrong"), tr("Unsure")});
    m_choice->setAccessibleName(tr("Which samples"));
    m_back->setAccessibleName(tr("Samples before"));
    m_back->setToolTip(tr("Samples before"));
    m_next->setAccessibleName(tr("Next samples"));
    m_next->setToolTip(tr("Next samples"));
    m_classes->setAccessibleName(tr("Accuracy of classes"));
    m_confusions->setAccessibleName(tr("Most often confused"));
    showPage();
    showClasses();
    showFigures();
}

void PredictionsView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace seekbench
