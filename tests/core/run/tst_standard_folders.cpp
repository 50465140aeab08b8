// SPDX-License-Identifier: Apache-2.0
#include <QTemporaryDir>
#include <QTest>

#include <optional>

#include <sys/stat.h>
#include <unistd.h>

#include "core/base/file.h"
#include "core/run/run_folder.h"

using namespace seekbench;
namespace fs = std::filesystem;

// Sets environment variables for the length of a test; an empty value unsets.
class Environment {
public:
    Environment(std::initializer_list<std::pair<const char*, std::string>> variables) {
        for (const auto& [name, value] : variables) {
            m_before.emplace_back(name, qEnvironmentVariableIsSet(name) ? std::optional(qgetenv(name)) : std::nullopt);
            value.empty() ? qunsetenv(name) : qputenv(name, QByteArray::fromStdString(value));
        }
    }
    ~Environment() {
        for (const auto& [name, value] : m_before) value ? qputenv(name, *value) : qunsetenv(name);
    }

private:
    std::vector<std::pair<const char*, std::optional<QByteArray>>> m_before;
};

class tst_StandardFolders : public QObject {
    Q_OBJECT

    std::optional<QTemporaryDir> m_folder;
    std::string path(const std::string& name = {}) const { return m_folder->path().toStdString() + name; }
    static mode_t rightsOf(const fs::path& folder) {
        struct stat status {};
        return ::stat(folder.c_str(), &status) == 0 ? status.st_mode & 0777 : 0;
    }

private slots:
    void init() { m_folder.emplace(); }

    void workspaceLiesInTheDataFolder() {
        {
            const Environment environment{{"XDG_DATA_HOME", path()}};
            QCOMPARE(Workspace::defaultFolder(), fs::path(path("/seekbench")));
        }
        const Environment environment{{"XDG_DATA_HOME", ""}, {"HOME", path()}};
        QCOMPARE(Workspace::defaultFolder(), fs::path(path("/.local/share/seekbench")));
    }

    void relativeDataHomeIsIgnored() {
        const Environment environment{{"XDG_DATA_HOME", "somewhere"}, {"HOME", path()}};
        QCOMPARE(Workspace::defaultFolder(), fs::path(path("/.local/share/seekbench")));
    }

    void runtimeFolderIsForItsOwnerOnly() {
        const Environment environment{{"XDG_RUNTIME_DIR", path()}};
        const auto folder = runtimeFolder();
        QVERIFY(folder);
        QCOMPARE(*folder, fs::path(path("/seekbench")));
        QCOMPARE(rightsOf(*folder), mode_t{0700});
        QVERIFY(runtimeFolder());
    }

    void runtimeFolderFallsBackBelowTheTemporaryOne() {
        for (const std::string& runtime : {std::string(), path("/missing")}) {
            const Environment environment{{"XDG_RUNTIME_DIR", runtime}, {"TMPDIR", path()}};
            const auto folder = runtimeFolder();
            QVERIFY(folder);
            QCOMPARE(*folder, fs::path(path("/seekbench-" + std::to_string(::geteuid()))));
            QCOMPARE(rightsOf(*folder), mode_t{0700});
        }
    }

    void runtimeFolderOpenToOthersIsRefused() {
        const Environment environment{{"XDG_RUNTIME_DIR", path()}};
        fs::create_directory(path("/seekbench"));
        fs::permissions(path("/seekbench"), fs::perms(0755));
        const auto folder = runtimeFolder();
        QVERIFY(!folder);
        QVERIFY(QString::fromStdString(folder.error().english()).contains("chmod 700"));
    }

    void runtimeFolderBehindALinkIsRefused() {
        const Environment environment{{"XDG_RUNTIME_DIR", path()}};
        fs::create_directory(path("/elsewhere"));
        fs::permissions(path("/elsewhere"), fs::perms(0700));
        fs::create_directory_symlink(path("/elsewhere"), path("/seekbench"));
        QVERIFY(!runtimeFolder());
    }

    void runtimeFolderOfSomebodyElseIsRefused() {
        if (::geteuid() != 0) QSKIP("Only root can make a folder of somebody else.");
        const Environment environment{{"XDG_RUNTIME_DIR", path()}};
        fs::create_directory(path("/seekbench"));
        fs::permissions(path("/seekbench"), fs::perms(0700));
        QCOMPARE(::chown(path("/seekbench").c_str(), 12345, 12345), 0);
        QVERIFY(!runtimeFolder());
    }

    void resourcesAreFoundInTheSourceTree() {
        const Environment environment{{"SEEKBENCH_RESOURCES", ""}};
        const auto folder = resourcesFolder();
        QVERIFY(folder);
        QVERIFY(fs::equivalent(*folder, SEEKBENCH_SOURCE_DIR "/resources"));
    }

    void namedResourcesComeFirstAndAreChecked() {
        const Environment environment{{"SEEKBENCH_RESOURCES", path()}};
        QVERIFY(QString::fromStdString(resourcesFolder().error().english()).contains("SEEKBENCH_RESOURCES"));
        fs::create_directory(path("/experiments"));
        QCOMPARE(*resourcesFolder(), fs::path(path()));
    }
};

QTEST_APPLESS_MAIN(tst_StandardFolders)
#include "tst_standard_folders.moc"
