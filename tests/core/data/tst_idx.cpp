// SPDX-License-Identifier: Apache-2.0
#include <QTemporaryDir>
#include <QTest>

#include <random>

#include "core/base/file.h"
#include "core/data/idx.h"
#include "idx_file.h"

using namespace seekbench;

namespace {
const std::string kTwoByThree = idxText({2, 3}, "abcdef");
}

class tst_Idx : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path file() const { return m_folder.path().toStdString() + "/file"; }

    // What reading a file of this content says; empty when it is read.
    std::string complaintAbout(const std::string& text) {
        writePlain(file(), text);
        const auto array = readIdx(file());
        return array ? std::string() : array.error().english();
    }

private slots:
    void readsPlainFiles() {
        writePlain(file(), kTwoByThree);
        const auto array = readIdx(file());
        QVERIFY(array);
        QCOMPARE(array->sizes, (std::vector<std::int64_t>{2, 3}));
        QCOMPARE(array->bytes, (std::vector<std::uint8_t>{'a', 'b', 'c', 'd', 'e', 'f'}));
    }

    void readsCompressedFilesToTheSameArray() {
        const std::string data(100000, '\x07');
        writeGzip(file(), idxText({100, 1000}, data));
        const auto array = readIdx(file());
        QVERIFY(array);
        QCOMPARE(array->sizes, (std::vector<std::int64_t>{100, 1000}));
        QCOMPARE(array->bytes, std::vector<std::uint8_t>(100000, 7));
    }

    void everyShorterPlainFileIsRefused() {
        for (std::size_t length = 0; length < kTwoByThree.size(); ++length)
            QVERIFY2(!complaintAbout(kTwoByThree.substr(0, length)).empty(), std::to_string(length).c_str());
    }

    void everyShorterCompressedFileIsRefused() {
        writeGzip(file(), kTwoByThree);
        const std::string whole = *readFile(file());
        for (std::size_t length = 0; length < whole.size(); ++length)
            QVERIFY2(!complaintAbout(whole.substr(0, length)).empty(), std::to_string(length).c_str());
    }

    void cutFileSaysHowMuchIsMissing() {
        QVERIFY(QString::fromStdString(complaintAbout(kTwoByThree.substr(0, 14))).contains("4 bytes are missing"));
    }

    void longerFileIsRefused() { QVERIFY(QString::fromStdString(complaintAbout(kTwoByThree + "g")).contains("goes on after its 6 bytes")); }

    void wrongMagicIsRefused() {
        for (const std::size_t byte : {0u, 1u}) {
            std::string text = kTwoByThree;
            text[byte] = 1;
            QVERIFY(QString::fromStdString(complaintAbout(text)).contains("not an IDX file"));
        }
    }

    void otherElementTypesAreRefused() {
        QVERIFY(QString::fromStdString(complaintAbout(idxText({1}, "abcd", 0x0D))).contains("elements of type 13"));
    }

    void zeroSizesAndZeroDimensionsAreRefused() {
        QVERIFY(!complaintAbout(idxText({0, 3}, "")).empty());
        QVERIFY(!complaintAbout(idxText({}, "")).empty());
    }

    void hugeSizesAreRefusedBeforeMemoryIsTaken() {
        QVERIFY(QString::fromStdString(complaintAbout(idxText({0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF}, "abc"))).contains("4294967295"));
        QVERIFY(QString::fromStdString(complaintAbout(idxText({2000, 1000, 1000}, "abc"))).contains("cannot hold"));
    }

    void flippedBitOfACompressedFileIsNoticed() {
        const std::string data = "these bytes are hard to press: 0123456789abcdefghijklmnopqrstuvwxyz";
        writeGzip(file(), idxText({static_cast<std::uint32_t>(data.size())}, data));
        std::string text = *readFile(file());
        text[text.size() - 8] ^= 1;  // of the checksum
        QVERIFY(!complaintAbout(text).empty());
    }

    void garbageIsRefusedInASentence() {
        std::mt19937 random(1);
        for (int round = 0; round < 200; ++round) {
            std::string text(random() % 64, '\0');
            for (char& byte : text) byte = static_cast<char>(random());
            QVERIFY(complaintAbout(text).ends_with("."));
        }
    }

    void foldersAndMissingFilesAreRefused() {
        QVERIFY(!readIdx(m_folder.path().toStdString()));
        QCOMPARE(readIdx(m_folder.path().toStdString() + "/none").error().code(), ErrorCode::NotFound);
    }
};

QTEST_APPLESS_MAIN(tst_Idx)
#include "tst_idx.moc"
