// SPDX-License-Identifier: Apache-2.0

// Every reader of data files on valid files that were damaged at random, with a fixed seed. What counts is that nothing crashes, hangs,
// reads where it must not (run it under the preset asan) or takes memory beyond what the small files can fill. Runs a fixed number of
// rounds for each reader; with SEEKBENCH_FUZZ_SECONDS so many seconds for each, see tests/fuzz/run.

#include <sys/resource.h>

#include <chrono>
#include <functional>

#include <QTemporaryDir>
#include <QTest>

#define STB_IMAGE_WRITE_STATIC
#define STB_IMAGE_WRITE_IMPLEMENTATION
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"
#include <stb/stb_image_write.h>
#pragma GCC diagnostic pop

#include "core/base/file.h"
#include "core/data/dataset.h"
#include "core/data/description/file_description.h"
#include "core/data/idx.h"
#include "core/data/readers/npy.h"
#include "core/data/readers/picture.h"
#include "core/data/readers/volume.h"
#include "tests/fuzz/mutator.h"
#include "tests/support/data_files.h"

using namespace seekbench;
using namespace seekbench::test;

namespace {

// The most memory this process has held so far, in MiB.
long mostMemory() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

std::string metaImage(const std::string& more, const std::string& file, const std::string& data) {
    return "ObjectType = Image\nNDims = 3\nDimSize = 5 4 3\nElementType = MET_SHORT\nElementSpacing = 0.5 0.5 2\nOffset = 1 2 3\n"
           "TransformMatrix = 1 0 0 0 1 0 0 0 1\n" +
           more + "ElementDataFile = " + file + "\n" + data;
}

}  // namespace

class TestFuzzReaders : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path path(const char* name) const { return m_folder.path().toStdString() + "/" + name; }

    // Calls `read` on damaged versions of the files; it returns whether the file was read.
    void fuzz(const char* name, const std::vector<std::string>& originals,
              const std::function<Result<void>(const std::filesystem::path&)>& read) {
        for (const std::string& original : originals) {
            writeData(path(name), original);
            const auto good = read(path(name));
            QVERIFY2(good, good ? "" : good.error().english().c_str());
        }
        const int seconds = qEnvironmentVariableIntValue("SEEKBENCH_FUZZ_SECONDS");
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
        constexpr int kRounds = 500;
        const long before = mostMemory();
        Mutator mutator;
        std::size_t passed = 0, refused = 0;
        for (int round = 0; round < kRounds || std::chrono::steady_clock::now() < end; ++round) {
            const std::string& original = originals[mutator.below(originals.size())];
            const auto view = std::as_bytes(std::span(original));
            test::Bytes bytes(view.begin(), view.end());
            if (mutator.below(3) == 0)
                mutator.mutateNumber(bytes);
            else
                mutator.mutate(bytes);
            writeData(path(name), {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
            const auto result = read(path(name));
            if (!result) QVERIFY2(result.error().english().ends_with('.'), result.error().english().c_str());
            (result ? passed : refused)++;
        }
        qInfo("%s: %zu read, %zu refused", name, passed, refused);
        QVERIFY(refused > 100);
        const long grown = mostMemory() - before;
        QVERIFY2(grown < 256, qPrintable(QString("%1 MiB").arg(grown)));
    }

    template <class T>
    static Result<void> outcome(const Result<T>& result) {
        if (!result) return result.error();
        return {};
    }

private slots:
    void numpyArrays() {
        fuzz("a.npy",
             {npyOf("<f4", false, "(3, 4)", std::string(48, 'x')), npyOf(">i2", true, "(2, 3, 4)", std::string(48, 'x'), 2),
              npyOf("|b1", false, "(5,)", std::string("\x01\x00\x01\x00\x01", 5), 3)},
             [](const auto& file) { return outcome(readNpy(file)); });
    }
    void numpyArchives() {
        const std::vector<std::pair<std::string, std::string>> files{{"x.npy", npyOf("<f4", false, "(3, 4)", std::string(48, 'x'))},
                                                                     {"y.npy", npyOf("|u1", false, "(3,)", "abc")}};
        fuzz("a.npz", {zipOf(files, Packed::Stored), zipOf(files, Packed::Deflated)},
             [](const auto& file) { return outcome(readNpy(file, "x")); });
    }
    void metaImages() {
        const std::string data(120, 'x');
        writeData(path("voxels.raw"), data);
        fuzz("a.mha",
             {metaImage("", "LOCAL", data), metaImage("CompressedData = True\n", "LOCAL", zlibOf(data)),
              metaImage("HeaderSize = -1\n", "voxels.raw", "")},
             [](const auto& file) { return outcome(readVolume(file)); });
    }
    void niftiVolumes() {
        const std::string data(16, 'x');
        fuzz("a.nii",
             {NiftiFile{.data = data}.text(), NiftiFile{.version = 2, .data = data}.text(),
              NiftiFile{.order = std::endian::big, .sform = false, .data = data}.text()},
             [](const auto& file) { return outcome(readVolume(file)); });
    }
    void packedNiftiVolumes() {
        fuzz("a.nii.gz", {gzipOf(NiftiFile{.data = std::string(16, 'x')}.text())},
             [](const auto& file) { return outcome(readVolume(file)); });
    }
    void pictures() {
        std::vector<std::uint8_t> pixels;
        for (int i = 0; i < 16 * 12 * 3; ++i) pixels.push_back(static_cast<std::uint8_t>(i * 37));
        stbi_write_png(path("p.png").c_str(), 16, 12, 3, pixels.data(), 48);
        stbi_write_jpg(path("p.jpg").c_str(), 16, 12, 3, pixels.data(), 80);
        stbi_write_bmp(path("p.bmp").c_str(), 16, 12, 3, pixels.data());
        fuzz("p", {*readFile(path("p.png")), *readFile(path("p.jpg")), *readFile(path("p.bmp"))},
             [](const auto& file) { return outcome(readPicture(file, 3, 8, 8, Fitting::Crop)); });
    }
    // What a person drops on the window: of whatever kind it looks after the damage.
    void descriptions() {
        std::string table = "day,size,colour,label\n";
        for (int i = 0; i < 40; ++i)
            table +=
                "2024-01-0" + std::to_string(1 + i % 9) + "," + std::to_string(i * 7 % 31) + (i % 2 ? ",\"re\"\"d\",1\n" : ",blue,0\n");
        fuzz("a.dat",
             {table, npyOf("<f4", false, "(3, 4)", std::string(48, 'x')), gzipOf(table),
              std::string("\0\0\x08\x02\0\0\0\x02\0\0\0\x03", 12) + "abcdef"},
             [](const auto& file) { return outcome(describeFile(file)); });
    }
    void idxFiles() {
        fuzz("a.idx", {std::string("\0\0\x08\x02\0\0\0\x02\0\0\0\x03", 12) + "abcdef"},
             [](const auto& file) { return outcome(readIdx(file)); });
    }
    void cifarRecords() {
        qputenv("SEEKBENCH_DATA", m_folder.path().toUtf8());
        const std::string record = std::string("\x03\x09", 2) + std::string(3072, 'x');
        std::filesystem::create_directories(path("cifar-100-binary"));
        writeData(path("cifar-100-binary/test.bin"), record);
        fuzz("cifar-100-binary/train.bin", {record + record}, [](const auto&) { return outcome(openDataset({"cifar100", {}})); });
    }
    void nodulesOfLuna16() {
        qputenv("SEEKBENCH_DATA", m_folder.path().toUtf8());
        std::filesystem::create_directories(path("luna/subset0"));
        writeData(path("luna/subset0/1.2.mhd"), metaImage("", "LOCAL", std::string(120, 'x')));
        writeData(path("luna/annotations.csv"), "seriesuid,coordX,coordY,coordZ,diameter_mm\n1.2,2,3,4,5.5\n");
        const Choice choice{"luna16", {{"folder", std::string("luna")}, {"patch", Integers{4, 4, 4}}}};
        fuzz("luna/candidates.csv", {"seriesuid,coordX,coordY,coordZ,class\n1.2,2,3,4,1\n1.2,1.5,-3,0.25,0\n"},
             [&](const auto&) -> Result<void> {
                 const auto dataset = openDataset(choice);
                 if (!dataset) return dataset.error();
                 Batch batch;
                 for (std::int64_t index = 0; index < (*dataset)->size(Part::Train); ++index)
                     (*dataset)->read(Part::Train, {&index, 1}, batch);
                 return {};
             });
    }
};

QTEST_APPLESS_MAIN(TestFuzzReaders)
#include "tst_fuzz_readers.moc"
