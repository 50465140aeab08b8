// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Words for tests of the widgets around an ExperimentDocument.

#include <QtTest/QtTest>
#include <QtWidgets/QAbstractSpinBox>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLineEdit>

#include "core/data/dataset.h"
#include "tests/support/graph_text.h"
#include "widgets/experiment/experiment_document.h"
#include "widgets/theme/style_sheet.h"
#include "widgets/theme/theme.h"

namespace seekbench {

// A document on generated pictures of one channel and 8 × 8 pixels in four classes.
struct PictureDocument : ExperimentDocument {
    explicit PictureDocument(const std::string& graph, const Library& library = {}) {
        Experiment experiment;
        experiment.name = "pictures";
        experiment.graph = graphOf(graph);
        experiment.library = library;
        experiment.dataset = {"synthetic", {{"shape", Integers{1, 8, 8}}, {"classes", std::int64_t{4}}}};
        open(std::move(experiment));
    }
    bool waitForReport() {
        return QTest::qWaitFor([this] { return isReportCurrent(); });
    }
    const ParameterValues& parametersOf(const std::string& node) const { return experiment().graph.nodes.at(node).parameters; }
};

inline const char* const kSoundGraph = R"(
    image Input {"shape": [1, 8, 8]}
    conv Conv2d {"in_channels": 1, "out_channels": 6, "kernel_size": [3, 3], "padding": [1, 1]}
    relu ReLU
    flat Flatten
    fc Linear {"in_features": 384, "out_features": 4}
    out Output
    image -> conv -> relu -> flat -> fc -> out)";

// Presses the left button in the middle of a widget, of a check box on its mark.
inline void click(QWidget* widget) {
    const bool mark = qobject_cast<QCheckBox*>(widget) != nullptr;
    QTest::mouseClick(widget, Qt::LeftButton, {}, mark ? QPoint(8, widget->height() / 2) : widget->rect().center());
}

// Writes into a line as a user does, instead of what stands there.
inline void type(QWidget* field, const char* text) {
    auto* line = qobject_cast<QLineEdit*>(field);
    if (line == nullptr) line = field->findChild<QLineEdit*>();
    line->setFocus();
    line->selectAll();
    // The line of a spin box gets its keys from the box.
    QWidget* target = qobject_cast<QAbstractSpinBox*>(line->parentWidget());
    QTest::keyClicks(target == nullptr ? line : target, QString::fromUtf8(text));
}

// What to type into a field for a number: `usual`, or what comes after the least that `spec` allows.
inline QByteArray numberFor(const ParameterSpec& spec, QByteArray usual) {
    return usual.toDouble() >= spec.minimum ? usual : QByteArray::number(static_cast<qint64>(std::ceil(spec.minimum)) + 1);
}

// The application looks as it does in the window. Pictures are kept in $SEEKBENCH_PICTURES when that is set.
inline void dress(Theme theme) {
    qApp->setStyle(QStringLiteral("Fusion"));
    qApp->setPalette(theme.palette());
    qApp->setStyleSheet(styleSheet(theme, qApp->font()));
}
inline void keepPicture(QWidget& widget, const QString& name) {
    const QString folder = qEnvironmentVariable("SEEKBENCH_PICTURES");
    if (folder.isEmpty()) return;
    QTest::qWait(60);  // layouts settle
    widget.grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png"));
}

}  // namespace seekbench
