// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/plot_files.h"

#include <QtCore/QCoreApplication>
#include <QtWidgets/QFileDialog>

#include "core/base/file.h"

namespace seekbench {
namespace {

struct FormatRow {
    PlotFormat format;
    const char *ending, *filter;
};
constexpr std::array kFormats{
    FormatRow{PlotFormat::Png, "png", QT_TRANSLATE_NOOP("PlotFiles", "Pictures (*.png)")},
    FormatRow{PlotFormat::Svg, "svg", QT_TRANSLATE_NOOP("PlotFiles", "Drawings (*.svg)")},
    FormatRow{PlotFormat::Csv, "csv", QT_TRANSLATE_NOOP("PlotFiles", "Figures (*.csv)")},
};

}  // namespace

void exportPlot(WindowSession& session, QWidget* parent, SeriesPlot* plot, PlotFormat format) {
    const FormatRow& row = *std::ranges::find(kFormats, format, &FormatRow::format);
    const QString ending = QLatin1String(row.ending);
    // The plot as it is now: it may change while the user looks for a place.
    const QByteArray content = plot->exported(format);
    auto* dialog =
        new QFileDialog(parent, QCoreApplication::translate("PlotFiles", "Export the plot"),
                        plot->accessibleName() + QLatin1Char('.') + ending, QCoreApplication::translate("PlotFiles", row.filter));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(ending);
    QObject::connect(dialog, &QFileDialog::fileSelected, &session, [&session, content](const QString& path) {
        const auto written =
            writeFileAtomically(path.toStdString(), std::string_view(content.constData(), static_cast<std::size_t>(content.size())));
        if (written)
            Q_EMIT session.reported(QCoreApplication::translate("PlotFiles", "%1 is written.").arg(path));
        else
            Q_EMIT session.failed(written.error());
    });
    dialog->open();
}

}  // namespace seekbench
