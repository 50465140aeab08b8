// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/code_files.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFileInfo>
#include <QtWidgets/QFileDialog>

#include "core/base/file.h"

namespace seekbench {

void saveCode(WindowSession& session, QWidget* parent, const QString& code, const QString& suggestion) {
    const QString ending = QFileInfo(suggestion).suffix();
    const QString filter = ending == QLatin1String("py") ? QCoreApplication::translate("CodeFiles", "Python (*.py)")
                                                         : QCoreApplication::translate("CodeFiles", "C++ (*.h)");
    auto* dialog = new QFileDialog(parent, QCoreApplication::translate("CodeFiles", "Save the code"), suggestion, filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(ending);
    // The code as it is now: it may change while the user looks for a place.
    QObject::connect(dialog, &QFileDialog::fileSelected, &session, [&session, text = code.toStdString()](const QString& path) {
        const auto written = writeFileAtomically(path.toStdString(), text);
        if (written)
            Q_EMIT session.reported(QCoreApplication::translate("CodeFiles", "%1 is written.").arg(path));
        else
            Q_EMIT session.failed(written.error());
    });
    dialog->open();
}

}  // namespace seekbench
