// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QtWidgets/QDialog>

#include "core/data/description/file_description.h"
#include "widgets/theme/theme.h"

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTableView;
class QTextEdit;
class QPlainTextEdit;

namespace seekbench {

class ColumnModel;
class DatasetPreview;
class FirstRowsModel;
class FormSection;
class ParameterForm;
class ValueRows;

// An ImportDialog shows what is in a file or folder of data, lets the user choose target, columns and split, and says what the choice
// means. It reads nothing: it asks for a description and is told one. Lives in the GUI thread.
class ImportDialog : public QDialog {
    Q_OBJECT

public:
    explicit ImportDialog(QWidget* parent = nullptr);

    void setTheme(Theme theme);
    // The file or folder is being looked at …
    void setReading(const QString& path);
    void setProgress(double share);
    // … and this is in it, or why nothing can be said of it.
    void setDescription(const FileDescription& description);
    void setFailed(const QString& sentence);

    const std::optional<FileDescription>& description() const { return m_description; }
    // What the user has chosen so far.
    const Choice& dataset() const { return m_draft.dataset; }
    const Split& split() const { return m_draft.split; }
    QStringList warnings() const { return m_warnings; }

Q_SIGNALS:
    void fileRequested();    // another file, or …
    void folderRequested();  // … folder is to be chosen
    // Reads it as this kind of data set; empty: as what it looks like.
    void descriptionRequested(const QString& path, const QString& kind);
    void cancelled();  // the reading
    void imported(const seekbench::Choice& dataset, const seekbench::Split& split);

protected:
    void changeEvent(QEvent* event) override;
    void reject() override;

private:
    QWidget* makeTop();
    QWidget* makeMiddle();
    QWidget* makeSettings();
    void set(const QString& place, const std::optional<ParameterValue>& value);
    void useColumn(std::size_t column, bool used);
    void showAll();
    void showKinds();
    void showColumns();
    void showForms();
    void showFindings();
    void showClasses();
    void retranslate();

    Theme m_theme;
    QString m_path;
    std::optional<FileDescription> m_description;
    Experiment m_draft;       // its data set and split are what is being chosen
    bool m_ownSplit = false;  // the user has chosen the split: a new target does not change it
    QStringList m_warnings;

    QLabel *m_pathLabel, *m_kindLabel, *m_message, *m_note, *m_empty;
    QPushButton *m_file, *m_folder, *m_cancel, *m_import, *m_close;
    QComboBox* m_kind;
    QProgressBar* m_progress;
    QWidget *m_reading, *m_body;
    QStackedWidget* m_preview;
    QTableView *m_rows, *m_columns;
    QPlainTextEdit* m_text;
    DatasetPreview* m_pictures;
    FirstRowsModel* m_rowsModel;
    ColumnModel* m_columnModel;
    FormSection *m_factSection, *m_classSection, *m_dataSection, *m_splitSection, *m_warningSection;
    ValueRows *m_facts, *m_classes;
    ParameterForm *m_dataForm, *m_splitForm;
    QLabel* m_warningText;
    QLabel *m_previewTitle, *m_columnsTitle;
};

}  // namespace seekbench
