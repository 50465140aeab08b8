// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/evaluation/evaluation_view.h"

#include <algorithm>

#include <QtCore/QEvent>
#include <QtCore/QSignalBlocker>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QSlider>
#include <QtWidgets/QVBoxLayout>

#include "core/run/gradient_range.h"
#include "widgets/evaluation/evaluation_pictures.h"
#include "widgets/evaluation/line_chart.h"
#include "widgets/text/figures.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {
namespace {

constexpr int kColumns = 3;
constexpr std::size_t kWorstShown = 6;
constexpr int kLowestSize = -44, kHighestSize = 20;  // powers of two that are drawn

void clear(QLayout& layout) {
    while (QLayoutItem* item = layout.takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

}  // namespace

EvaluationView::EvaluationView(QWidget* parent)
    : QWidget(parent),
      m_when(new QLabel(this)),
      m_legend(new QLabel(this)),
      m_worst(new QLabel(this)),
      m_slider(new QSlider(Qt::Horizontal, this)),
      m_grid(new QWidget(this)),
      m_gridLayout(new QGridLayout(m_grid)),
      m_worstGrid(new QWidget(this)),
      m_worstLayout(new QGridLayout(m_worstGrid)),
      m_charts(new QVBoxLayout),
      m_text(new QPlainTextEdit(this)) {
    for (QLabel* quiet : {m_when, m_legend, m_worst}) {
        setRole(*quiet, "caption");
        quiet->setTextFormat(Qt::PlainText);
        quiet->setWordWrap(true);
    }
    for (QGridLayout* grid : {m_gridLayout, m_worstLayout}) {
        grid->setContentsMargins(0, 0, 0, 0);
        grid->setSpacing(6);
    }
    m_text->setReadOnly(true);
    m_text->setMinimumHeight(emPixels(*this, 12));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_when, m_slider, m_grid, m_legend}) column->addWidget(widget);
    column->addLayout(m_charts);
    column->addWidget(m_text);
    column->addWidget(m_worst);
    column->addWidget(m_worstGrid);
    connect(m_slider, &QSlider::valueChanged, this, &EvaluationView::showAll);
    retranslate();
}

void EvaluationView::setHistory(std::optional<EvaluationHistory> history) {
    const bool atNewest = m_slider->value() == m_slider->maximum();
    const std::int64_t before = shown() != nullptr ? shown()->step : -1;
    m_history = std::move(history);
    const int last = m_history ? static_cast<int>(m_history->validations.size()) - 1 : 0;
    {
        const QSignalBlocker quiet(m_slider);
        m_slider->setRange(0, std::max(last, 0));
        m_slider->setValue(last);
        if (!atNewest && m_history)
            for (int i = 0; i <= last; ++i)
                if (m_history->validations[static_cast<std::size_t>(i)].step == before) m_slider->setValue(i);
    }
    showAll();
}

void EvaluationView::setPictures(const std::map<qint64, QImage>& pictures) {
    for (const auto& [index, picture] : pictures) m_pictures[index] = picture;
    if (shown() == nullptr) return;
    if (!shown()->boxes.empty()) showPictures();
    showWorst();
}

void EvaluationView::forgetPictures() {
    m_pictures.clear();
    m_asked.clear();
}

void EvaluationView::setTheme(Theme theme) {
    m_theme = theme;
    showAll();
}

const Evaluation* EvaluationView::shown() const {
    const auto place = static_cast<std::size_t>(m_slider->value());
    return m_history && place < m_history->validations.size() ? &m_history->validations[place] : nullptr;
}

void EvaluationView::showAll() {
    setVisible(shown() != nullptr);
    clear(*m_gridLayout);
    clear(*m_charts);
    if (shown() == nullptr) return;
    m_when->setText(tr("Epoch %1, step %2").arg(countText(shown()->epoch), countText(shown()->step)));
    m_slider->setVisible(m_slider->maximum() > 0);
    showPictures();
    showCurves();
    showTexts();
    showWorst();
}

void EvaluationView::addPicture(QGridLayout& grid, const QImage& picture, const QString& caption) {
    const int extent = emPixels(*this, 7);
    auto* label = new QLabel(grid.parentWidget());
    // Whole pixels, as in the grid of samples.
    label->setPixmap(QPixmap::fromImage(picture.scaled(extent, extent, Qt::KeepAspectRatio, Qt::FastTransformation)));
    label->setToolTip(caption);
    label->setAccessibleName(caption);
    const int place = grid.count();
    grid.addWidget(label, place / kColumns, place % kColumns);
}

void EvaluationView::showPictures() {
    clear(*m_gridLayout);
    const Evaluation& evaluation = *shown();
    for (const MaskPicture& mask : evaluation.masks)
        addPicture(*m_gridLayout, maskImage(mask, m_theme),
                   mask.slice < 0 ? tr("Sample %1: %2 % of the masks is right").arg(countText(mask.index), percentText(rightShare(mask), 0))
                                  : tr("Sample %1, slice %2: %3 % of the masks is right")
                                        .arg(countText(mask.index), countText(mask.slice), percentText(rightShare(mask), 0)));
    QVector<qint64> wanted;
    for (const BoxPicture& boxes : evaluation.boxes) {
        const auto picture = m_pictures.find(boxes.index);
        wanted.append(boxes.index);
        addPicture(*m_gridLayout, boxImage(picture == m_pictures.end() ? QImage() : picture->second, boxes, m_theme, emPixels(*this, 7)),
                   tr("Sample %1: true boxes dashed, detections solid").arg(countText(boxes.index)));
    }
    m_grid->setVisible(m_gridLayout->count() > 0);
    m_legend->setVisible(!evaluation.masks.empty());
    ask(wanted);
}

void EvaluationView::ask(const QVector<qint64>& indices) {
    QVector<qint64> missing;
    for (const qint64 index : indices)
        if (!m_pictures.contains(index) && std::ranges::find(m_asked, index) == m_asked.end()) missing.append(index);
    if (missing.isEmpty()) return;
    m_asked.insert(m_asked.end(), missing.begin(), missing.end());
    Q_EMIT picturesRequested(missing);
}

// Where the samples are pictures; a row of a table would be a strip of grey that tells nobody anything.
void EvaluationView::showWorst() {
    clear(*m_worstLayout);
    QVector<qint64> wanted;
    for (const WorstSample& sample : shown()->worst) {
        if (static_cast<std::size_t>(wanted.size()) == kWorstShown) break;
        wanted.append(sample.index);
        const auto picture = m_pictures.find(sample.index);
        if (picture != m_pictures.end() && picture->second.height() > 1)
            addPicture(*m_worstLayout, picture->second, tr("Sample %1, loss %2").arg(countText(sample.index), fixed(sample.loss, 3)));
    }
    m_worstGrid->setVisible(m_worstLayout->count() > 0);
    ask(wanted);
}

LineChart& EvaluationView::addChart(const QString& title) {
    auto* chart = new LineChart(this);
    chart->setTheme(m_theme);
    chart->setToolTip(title);
    m_charts->addWidget(chart);
    return *chart;
}

void EvaluationView::showCurves() {
    const LineChart::Range share{0, 1};
    for (const EvaluationCurve& curve : shown()->curves) {
        if (curve.id == kPrecisionRecallCurve)
            addChart(tr("Precision over recall"))
                .setLines({{tr("all thresholds"), curve.points}}, tr("recall"), tr("precision"), share, share);
        else if (curve.id == kCostCurve)
            addChart(tr("Cost curve"))
                .setLines({{tr("best threshold"), curve.points}, {tr("without a model"), {{0, 0}, {0.5, 0.5}, {1, 0}}, true}},
                          tr("share of misses in the cost"), tr("normalised cost"), share, {0, 0.5});
        else if (curve.id == kFrocCurve)
            addChart(tr("Objects found"))
                .setLines({{tr("all thresholds"), curve.points}}, tr("false positives per scan"), tr("sensitivity"), {0, 8}, share);
    }
    showGradients();
    for (const ForecastPicture& forecast : shown()->forecasts) {
        LineChart::Line came{tr("what came"), {}}, said{tr("forecast"), {}, true};
        for (std::size_t i = 0; i < forecast.actual.size(); ++i) {
            came.points.push_back({static_cast<double>(i), forecast.actual[i]});
            said.points.push_back({static_cast<double>(i), forecast.predicted[i]});
        }
        addChart(tr("Forecast from sample %1").arg(countText(forecast.index))).setLines({came, said}, tr("place"), tr("value"));
    }
}

// Zeros and what is not finite have no place among the powers of two; the sentence counts them.
void EvaluationView::showGradients() {
    const EvaluationCurve *plain = shown()->curve(kGradientCurve), *scaled = shown()->curve(kScaledGradientCurve);
    if (plain == nullptr || plain->points.empty()) return;
    double highest = 0;
    const auto lineOf = [&](const QString& name, const EvaluationCurve& curve) {
        LineChart::Line line{name, sizesBetween(curve.points, kLowestSize, kHighestSize)};
        for (const CurvePoint& point : line.points) highest = std::max(highest, point.y);
        return line;
    };
    std::vector<LineChart::Line> lines{lineOf(tr("as they are"), *plain)};
    if (scaled != nullptr) lines.push_back(lineOf(tr("times the loss scale"), *scaled));
    for (const double border : {-24.0, 16.0})
        lines.push_back({border < 0 ? tr("ends of fp16") : QString(), {{border, 0}, {border, highest}}, true});
    addChart(tr("How large the gradients are, and what fp16 holds of them"))
        .setLines(std::move(lines), tr("size as a power of two"), tr("share of the gradients"), {kLowestSize, kHighestSize}, {0, highest});
    const auto sentence = [](const HalfShares& shares) {
        return tr("%1 % would be lost in fp16, %2 % would keep only some digits, %3 % would be too large.")
            .arg(percentText(shares.lost, 1), percentText(shares.subnormal, 1), percentText(shares.tooLarge, 1));
    };
    QString text = tr("Gradients as they are: %1").arg(sentence(halfSharesOf(plain->points)));
    if (scaled != nullptr) text += QLatin1Char('\n') + tr("Times the loss scale: %1").arg(sentence(halfSharesOf(scaled->points)));
    auto* caption = new QLabel(text, this);
    setRole(*caption, "caption");
    caption->setTextFormat(Qt::PlainText);
    caption->setWordWrap(true);
    m_charts->addWidget(caption);
}

void EvaluationView::showTexts() {
    QStringList texts;
    for (const SampledText& text : shown()->texts)
        texts.append(QStringLiteral("[%1]%2").arg(fromUtf8(text.prompt), fromUtf8(text.continuation)));
    m_text->setVisible(!texts.isEmpty());
    m_text->setPlainText(texts.join(QStringLiteral("\n\n")));
    QStringList worst;
    for (const WorstSample& sample : shown()->worst)
        if (static_cast<std::size_t>(worst.size()) < kWorstShown)
            worst.append(tr("%1 (%2)", "sample (loss)").arg(countText(sample.index), fixed(sample.loss, 3)));
    m_worst->setVisible(!worst.isEmpty());
    m_worst->setText(tr("Samples with the highest loss: %1").arg(worst.join(QStringLiteral(", "))));
}

void EvaluationView::retranslate() {
    m_slider->setAccessibleName(tr("Which validation"));
    m_slider->setToolTip(tr("Goes back over the last validations"));
    m_legend->setText(tr("Green: right; blue: missed; red: wrongly found"));
    m_text->setAccessibleName(tr("Sampled text, the given beginning in brackets"));
    showAll();
}

void EvaluationView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace seekbench
