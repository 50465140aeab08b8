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

// Asks where to, and writes it there.
void save(WindowSession& session, QWidget* parent, const char* title, const QString& name, const FormatRow& row,
          const QByteArray& content) {
    auto* dialog =
        new QFileDialog(parent, QCoreApplication::translate("PlotFiles", title), name + QLatin1Char('.') + QLatin1String(row.ending),
                        QCoreApplication::translate("PlotFiles", row.filter));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QLatin1String(row.ending));
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

const FormatRow& rowOf(PlotFormat format) { return *std::ranges::find(kFormats, format, &FormatRow::format); }

}  // namespace

void exportPlot(WindowSession& session, QWidget* parent, SeriesPlot* plot, PlotFormat format) {
    // The plot as it is now: it may change while the user looks for a place.
    save(session, parent, QT_TRANSLATE_NOOP("PlotFiles", "Export the plot"), plot->accessibleName(), rowOf(format), plot->exported(format));
}

void saveTable(WindowSession& session, QWidget* parent, const QString& name, const QByteArray& csv) {
    save(session, parent, QT_TRANSLATE_NOOP("PlotFiles", "Save the table"), name, rowOf(PlotFormat::Csv), csv);
}

}  // namespace seekbench
