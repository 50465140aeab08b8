// SPDX-License-Identifier: Apache-2.0
// Reads every file of the tree against the rules, and shows with files made up here that each rule can fail.
#include <QtTest/QtTest>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/architecture/source_rules.h"

using namespace seekbench::architecture;
namespace fs = std::filesystem;

namespace {

using Rule = std::vector<std::string> (*)(const SourceFile&);

std::string textOf(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

bool isOurs(const fs::path& entry) {
    const std::string name = entry.filename().string();
    // What Seekbench writes as code is no source file of its own.
    if (name == "code" && entry.parent_path().filename() == "fixtures") return false;
    return name != ".git" && name != ".cache" && name != "LICENSES" && !name.starts_with("build") && name != "__pycache__";
}

// Every text file below the root: no build folders, no binaries (a zero byte among the first thousand).
std::vector<SourceFile> filesOf(const fs::path& root) {
    std::vector<SourceFile> files;
    for (fs::recursive_directory_iterator entry(root), end; entry != end; ++entry) {
        if (!isOurs(entry->path())) {  // .git is a folder in a clone and a file in a worktree
            if (entry->is_directory()) entry.disable_recursion_pending();
        } else if (entry->is_regular_file()) {
            SourceFile file{fs::relative(entry->path(), root).generic_string(), textOf(entry->path())};
            if (file.text.substr(0, 1000).find('\0') == std::string::npos) files.push_back(std::move(file));
        }
    }
    return files;
}

QByteArray joined(const std::vector<std::string>& violations) {
    QByteArray text;
    for (const auto& violation : violations) text += QByteArray::fromStdString(violation) + '\n';
    return text;
}

}  // namespace

class ArchitectureTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_files = filesOf(SEEKBENCH_SOURCE_DIR);
        QVERIFY2(m_files.size() > 100, "the tree was not found");
    }

    void everyFileIncludesOnlyWhatItsLayerMay() { verifyAll(layeringViolations); }
    void everySourceFileSaysItsLicence() { verifyAll(licenceViolations); }
    void noSourceFileIsLongerThanEightHundredLines() { verifyAll(lengthViolations); }
    void noFileNamesAPathOfAMachine() { verifyAll(machinePathViolations); }

    void theReadmesNameTheTwoCommands() {
        for (std::string name : {"README.md", "README.zh_CN.md"}) {
            const auto violations = readmeViolations({name, textOf(fs::path(SEEKBENCH_SOURCE_DIR) / name)});
            QVERIFY2(violations.empty(), joined(violations).constData());
        }
    }

    void aForbiddenIncludeIsFound_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("include");
        QTest::addColumn<bool>("allowed");
        const auto row = [](const char* path, const char* include, bool allowed) {
            QTest::addRow("%s: %s", path, include) << path << include << allowed;
        };
        constexpr bool kRefused = false;
        constexpr bool kAllowed = true;
        row("core/graph/graph.cpp", "<QString>", kRefused);
        row("core/graph/graph.cpp", "<QtCore/QString>", kRefused);
        row("core/graph/graph.cpp", "<torch/torch.h>", kRefused);
        row("core/graph/graph.cpp", "\"gpu/model/engine.h\"", kRefused);
        row("core/graph/graph.cpp", "<vector>", kAllowed);
        row("core/base/json.h", "<nlohmann/json.hpp>", kRefused);
        row("core/base/json.h", "<nlohmann/json_fwd.hpp>", kAllowed);
        row("core/base/json.cpp", "<nlohmann/json.hpp>", kAllowed);
        row("core/store/database.h", "<sqlite3.h>", kRefused);
        row("core/store/database.cpp", "<sqlite3.h>", kAllowed);
        row("core/protocol/packet.h", "<flatbuffers/flatbuffers.h>", kRefused);
        row("core/protocol/packet.h", "<worker_generated.h>", kRefused);
        row("core/data/idx.h", "<zlib.h>", kRefused);
        row("core/data/idx.h", "<zstd.h>", kRefused);
        row("gpu/model/module.cpp", "<torch/nn.h>", kAllowed);
        row("gpu/model/module.cpp", "<QObject>", kRefused);
        row("gpu/model/module.cpp", "<sqlite3.h>", kRefused);
        row("gpu/model/module.cpp", "<c10/cuda/CUDAGuard.h>", kRefused);
        row("gpu/cuda/plugin.cpp", "<c10/cuda/CUDAGuard.h>", kAllowed);
        row("gpu/cuda/plugin.h", "<cuda_runtime_api.h>", kRefused);
        row("widgets/plot/plot.cpp", "\"app/gui/window.h\"", kRefused);
        row("widgets/plot/plot.cpp", "\"gpu/model/engine.h\"", kRefused);
        row("widgets/plot/plot.cpp", "<qcustomplot.h>", kAllowed);
        row("app/session/recorder.cpp", "<QWidget>", kRefused);
        row("app/session/recorder.cpp", "\"widgets/plot/plot.h\"", kRefused);
        row("app/session/recorder.cpp", "<ATen/ATen.h>", kRefused);
        row("app/session/recorder.cpp", "<qcustomplot.h>", kRefused);
        row("app/session/recorder.cpp", "<QLocalSocket>", kAllowed);
        row("app/cli/main.cpp", "<torch/torch.h>", kRefused);
        row("app/gui/main.cpp", "<c10/core/Device.h>", kRefused);
        row("app/worker/main.cpp", "<QCoreApplication>", kRefused);
        row("app/worker/main.cpp", "\"gpu/model/engine.h\"", kAllowed);
        row("tests/core/tst_x.cpp", "<torch/torch.h>", kRefused);
        row("tests/gpu/tst_x.cpp", "<torch/torch.h>", kAllowed);
        row("tests/gpu/tst_x.cpp", "<QtTest/QtTest>", kRefused);
        row("tests/app/tst_x.cpp", "\"gpu/model/engine.h\"", kRefused);
        row("cellar/wine.cpp", "<vector>", kRefused);
    }
    void aForbiddenIncludeIsFound() {
        QFETCH(QString, path);
        QFETCH(QString, include);
        QFETCH(bool, allowed);
        const SourceFile file{path.toStdString(), "#pragma once\n  #  include " + include.toStdString() + "\n"};
        QCOMPARE(layeringViolations(file).empty(), allowed);
    }

    void anIncludeInACommentDoesNotCount() { QVERIFY(includesOf("// #include <torch/torch.h>\n").empty()); }

    void aMissingOrWrongLicenceIsFound() {
        QVERIFY(!licenceViolations({"core/a.cpp", "int a;\n"}).empty());
        QVERIFY(!licenceViolations({"core/a.cpp", gpl()}).empty());
        QVERIFY(!licenceViolations({"widgets/a.cpp", apache()}).empty());
        QVERIFY(!licenceViolations({"app/gui/a.h", apache()}).empty());
        QVERIFY(!licenceViolations({"tool", "#!/bin/sh\n"}).empty());
        QVERIFY(!licenceViolations({"core/a.cpp", "\n\n\n" + apache()}).empty());
        QVERIFY(!licenceViolations({"core/CMakeLists.txt", "project(x)\n"}).empty());
        QVERIFY(licenceViolations({"core/a.cpp", apache()}).empty());
        QVERIFY(licenceViolations({"app/gui/a.cpp", gpl()}).empty());
        QVERIFY(licenceViolations({"tests/widgets/tst_a.cpp", gpl()}).empty());
        QVERIFY(licenceViolations({"notes.md", "no source\n"}).empty());
    }

    void aLongFileIsFound() {
        QVERIFY(lengthViolations({"core/a.cpp", std::string(800, '\n')}).empty());
        QVERIFY(!lengthViolations({"core/a.cpp", std::string(801, '\n')}).empty());
        QVERIFY(lengthViolations({"docs/a.md", std::string(801, '\n')}).empty());
    }

    void aPathOfAMachineIsFound_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("allowed");
        // Put together here, so that this file does not break its own rule.
        const QString slash = QStringLiteral("/");
        QTest::newRow("checkout") << "cd " + slash + "work/main" << false;
        QTest::newRow("root's home") << "\"" + slash + "root/x\"" << false;
        QTest::newRow("somebody's home") << slash + "home/ada/seekbench" << false;
        QTest::newRow("system") << slash + "usr/share/datasets" << true;
        QTest::newRow("below the home") << "~/work/seekbench" << true;
        QTest::newRow("relative") << "build/work/x" << true;
    }
    void aPathOfAMachineIsFound() {
        QFETCH(QString, text);
        QFETCH(bool, allowed);
        QCOMPARE(machinePathViolations({"docs/a.md", text.toStdString()}).empty(), allowed);
    }

    void aReadmeWithoutTheCommandsIsFound() {
        QCOMPARE(readmeViolations({"README.md", "# Seekbench\n"}).size(), std::size_t{2});
        QCOMPARE(readmeViolations({"README.md", "`./run`\n" + std::string(30, '\n') + "`./test`\n"}).size(), std::size_t{1});
    }

private:
    static std::string apache() { return std::string("// SPDX-License-Identifier: ") + "Apache-2.0\n"; }
    static std::string gpl() { return std::string("// SPDX-License-Identifier: ") + "GPL-3.0-or-later\n"; }

    void verifyAll(Rule rule) {
        std::vector<std::string> all;
        for (const auto& file : m_files)
            for (auto& violation : rule(file)) all.push_back(std::move(violation));
        QVERIFY2(all.empty(), joined(all).constData());
    }

    std::vector<SourceFile> m_files;
};

QTEST_APPLESS_MAIN(ArchitectureTest)
#include "tst_architecture.moc"
