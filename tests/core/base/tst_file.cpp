// SPDX-License-Identifier: Apache-2.0
#include <sys/wait.h>
#include <unistd.h>

#include <QTemporaryDir>
#include <QTest>

#include "core/base/file.h"

using namespace seekbench;

namespace {

// What a child process, born by fork, finds out; its exit status.
template <class Question>
int inAnotherProcess(Question question) {
    const pid_t child = ::fork();
    if (child == 0) ::_exit(question());
    int status = 0;
    ::waitpid(child, &status, 0);
    return WEXITSTATUS(status);
}

std::size_t filesIn(const std::filesystem::path& folder) {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator()));
}

}  // namespace

class TestFile : public QObject {
    Q_OBJECT
private slots:
    void init() {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_folder = std::filesystem::path(m_temporary->path().toStdString()) / "实验 🧪 with spaces";
        QVERIFY(bool(makeFolder(m_folder)));
    }

    void writingReplacesTheWholeContent() {
        QVERIFY(bool(writeFileAtomically(m_folder / "a", "a long first content")));
        QVERIFY(bool(writeFileAtomically(m_folder / "a", "short")));
        QCOMPARE(readFile(m_folder / "a").valueOr(""), std::string("short"));
        QCOMPARE(filesIn(m_folder), std::size_t{1});
    }
    void aFailedWriteLeavesTargetAndFolderAsTheyWere() {
        QVERIFY(bool(makeFolder(m_folder / "target" / "not empty")));
        QVERIFY(!writeFileAtomically(m_folder / "target", "x"));  // a folder cannot be replaced by a file
        QVERIFY(std::filesystem::is_directory(m_folder / "target"));
        QCOMPARE(filesIn(m_folder), std::size_t{1});
        QCOMPARE(writeFileAtomically(m_folder / "none" / "a", "x").error().code(), ErrorCode::NotFound);
    }
    void aFullDiskIsToldAsSuch() {
        if (!std::filesystem::exists("/dev/full")) QSKIP("there is no /dev/full here");
        auto file = File::open("/dev/full", File::Mode::Append);
        QVERIFY(bool(file));
        QCOMPARE(file->write(std::string_view("x")).error().code(), ErrorCode::OutOfSpace);
    }
    void readersNeverSeeHalfAFile() {
        const std::string first(300'000, 'a'), second(300'000, 'b');
        QVERIFY(bool(writeFileAtomically(m_folder / "a", first)));
        const pid_t writer = ::fork();
        if (writer == 0) {
            for (int i = 0; i < 50; ++i)
                if (!writeFileAtomically(m_folder / "a", i % 2 ? first : second)) ::_exit(1);
            ::_exit(0);
        }
        int status = 0, reads = 0;
        while (::waitpid(writer, &status, WNOHANG) == 0) {
            const std::string content = readFile(m_folder / "a").valueOr("");
            QVERIFY(content == first || content == second);
            ++reads;
        }
        QVERIFY(WIFEXITED(status) && WEXITSTATUS(status) == 0 && reads > 0);
    }
    void longFilesAreNotRead() {
        QVERIFY(bool(writeFileAtomically(m_folder / "a", "12345")));
        QVERIFY(bool(readFile(m_folder / "a", 5)));
        QCOMPARE(readFile(m_folder / "a", 4).error().code(), ErrorCode::InvalidInput);
        QVERIFY(!readFile("/dev/zero", 1 << 20));
    }
    void readingBeyondTheEndGivesLess() {
        auto file = File::open(m_folder / "a", File::Mode::Append);
        QVERIFY(bool(file) && bool(file->write(std::string_view("12345"))) && bool(file->write(std::string_view("67"))));
        std::array<std::byte, 4> bytes{};
        QCOMPARE(file->readAt(2, bytes).valueOr(99), std::size_t{4});
        QCOMPARE(static_cast<char>(bytes[0]), '3');
        QCOMPARE(file->readAt(5, bytes).valueOr(99), std::size_t{2});
        QCOMPARE(file->readAt(100, bytes).valueOr(99), std::size_t{0});
        QVERIFY(bool(file->truncate(3)));
        QCOMPARE(file->size().valueOr(99), std::uint64_t{3});
    }
    void anExclusiveLockExcludesEverybody() {
        const auto path = m_folder / "run.lock";
        QVERIFY(!FileLock::isHeld(path));
        const auto lock = FileLock::acquire(path, FileLock::Kind::Exclusive);
        QVERIFY(bool(lock));
        for (const auto kind : {FileLock::Kind::Exclusive, FileLock::Kind::Shared}) {
            QCOMPARE(FileLock::acquire(path, kind).error().code(), ErrorCode::Busy);
            QCOMPARE(inAnotherProcess([&] { return FileLock::acquire(path, kind) ? 1 : 2; }), 2);
        }
        QCOMPARE(inAnotherProcess([&] { return FileLock::isHeld(path) ? 1 : 2; }), 1);
        QCOMPARE(FileLock::ownerOf(path), std::optional<std::int64_t>(::getpid()));
    }
    void sharedLocksExcludeExclusiveOnesOnly() {
        const auto path = m_folder / "run.lock";
        const auto first = FileLock::acquire(path, FileLock::Kind::Shared), second = FileLock::acquire(path, FileLock::Kind::Shared);
        QVERIFY(first && second);
        QVERIFY(!FileLock::acquire(path, FileLock::Kind::Exclusive));
        QVERIFY(FileLock::isHeld(path));
    }
    void aLockEndsWithItsObject() {
        const auto path = m_folder / "run.lock";
        { QVERIFY(bool(FileLock::acquire(path, FileLock::Kind::Exclusive))); }
        QVERIFY(!FileLock::isHeld(path));
        QVERIFY(bool(FileLock::acquire(path, FileLock::Kind::Exclusive)));
    }
    void aLockEndsWithItsProcess() {
        const auto path = m_folder / "run.lock";
        const auto keepAndDie = [&] {
            static auto lock = FileLock::acquire(path, FileLock::Kind::Exclusive);
            return lock ? 0 : 1;
        };
        QCOMPARE(inAnotherProcess(keepAndDie), 0);
        QVERIFY(!FileLock::isHeld(path));
    }
    void lookingAtALockDoesNotEndIt() {
        const auto path = m_folder / "run.lock";
        const auto lock = FileLock::acquire(path, FileLock::Kind::Exclusive);
        QVERIFY(FileLock::isHeld(path) && FileLock::ownerOf(path));  // both open and close the file
        QCOMPARE(inAnotherProcess([&] { return FileLock::isHeld(path) ? 1 : 2; }), 1);
    }
    void rubbishInALockFileIsNoOwner() {
        for (const char* text : {"", "me", "-3", "0"}) {
            QVERIFY(bool(writeFileAtomically(m_folder / "run.lock", text)));
            QVERIFY(!FileLock::ownerOf(m_folder / "run.lock"));
        }
    }

private:
    std::unique_ptr<QTemporaryDir> m_temporary;
    std::filesystem::path m_folder;
};

QTEST_APPLESS_MAIN(TestFile)
#include "tst_file.moc"
