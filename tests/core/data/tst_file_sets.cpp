// SPDX-License-Identifier: Apache-2.0

// The data sets on files that the tests write, and on real ones where their packages are installed.

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/data/dataset.h"
#include "core/data/readers/byte_source.h"
#include "tests/support/data_files.h"

using namespace seekbench;
using namespace seekbench::test;
namespace fs = std::filesystem;

namespace {

Batch readSamples(const Dataset& dataset, Part part, const std::vector<std::int64_t>& indices) {
    Batch batch;
    dataset.read(part, indices, batch);
    return batch;
}
Batch readAll(const Dataset& dataset, Part part) {
    std::vector<std::int64_t> indices(static_cast<std::size_t>(dataset.size(part)));
    std::iota(indices.begin(), indices.end(), 0);
    return readSamples(dataset, part, indices);
}

// A BMP file of one colour.
std::string bmp(int side, std::uint8_t red, std::uint8_t green, std::uint8_t blue) {
    std::string rows;
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) rows += raw<std::uint8_t>({blue, green, red});
        rows.resize((rows.size() + 3) / 4 * 4);
    }
    return "BM" + raw<std::uint32_t>({static_cast<std::uint32_t>(54 + rows.size()), 0, 54, 40}) + raw<std::int32_t>({side, side}) +
           raw<std::uint16_t>({1, 24}) + raw<std::uint32_t>({0, static_cast<std::uint32_t>(rows.size()), 0, 0, 0, 0}) + rows;
}

std::string volumeText(int width, int height, int depth, const std::string& data, const std::string& more = "") {
    return "ObjectType = Image\nNDims = 3\nDimSize = " + std::to_string(width) + " " + std::to_string(height) + " " +
           std::to_string(depth) + "\nElementType = MET_SHORT\n" + more + "ElementDataFile = LOCAL\n" + data;
}

const auto kWhole = [](std::int64_t number) { return ParameterValue(number); };

}  // namespace

class tst_FileSets : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    fs::path root() const { return m_folder.path().toStdString(); }
    static QString complaint(const Result<std::unique_ptr<Dataset>>& result) {
        return result ? QString() : QString::fromStdString(result.error().english());
    }

private slots:
    void init() {
        qputenv("SEEKBENCH_DATA", m_folder.path().toUtf8());
        for (const auto& entry : fs::directory_iterator(root())) fs::remove_all(entry);
    }
    void cleanup() { qunsetenv("SEEKBENCH_DATA"); }

    // --- CIFAR ---

    void cifarRecordsAreReadInBothVersions() {
        std::string pixels(3072, '\0');
        pixels[1024] = '\xFF';  // green of the first pixel
        fs::create_directories(root() / "cifar-10-batches-bin");
        for (const char* name : {"data_batch_1.bin", "data_batch_2.bin", "data_batch_3.bin", "data_batch_4.bin", "data_batch_5.bin"})
            writeData(root() / "cifar-10-batches-bin" / name, '\x07' + pixels + '\x02' + pixels);
        writeData(root() / "cifar-10-batches-bin/test_batch.bin", '\x09' + pixels);
        const auto ten = openDataset({"cifar10", {{"mean", 0.0}, {"std", 1.0}}});
        QVERIFY2(ten, complaint(ten).toUtf8());
        QCOMPARE((*ten)->size(Part::Train), 10);
        const Batch batch = readSamples(**ten, Part::Train, {1, 0});
        QCOMPARE(batch.target.integers, (std::vector<std::int64_t>{2, 7}));
        QCOMPARE(batch.inputs[0].sizes, (std::vector<std::int64_t>{2, 3, 32, 32}));
        QCOMPARE(std::ranges::count(batch.inputs[0].floats, 1.0f), 2);
        QCOMPARE(batch.inputs[0].floats[1024], 1.0f);
        QCOMPARE(*(*ten)->stratumOf(Part::Test, 0), 9);

        fs::create_directories(root() / "cifar-100-binary");
        writeData(root() / "cifar-100-binary/train.bin", std::string("\x03\x60", 2) + pixels);
        writeData(root() / "cifar-100-binary/test.bin", std::string("\x04\x61", 2) + pixels);
        QCOMPARE(readAll(**openDataset({"cifar100", {}}), Part::Train).target.integers.at(0), 0x60);
        QCOMPARE(readAll(**openDataset({"cifar100", {{"labels", std::string("coarse")}}}), Part::Test).target.integers.at(0), 4);

        writeData(root() / "cifar-100-binary/test.bin", std::string("\x04\x61", 2) + pixels.substr(1));
        QVERIFY(complaint(openDataset({"cifar100", {}})).contains("3073 bytes"));
        writeData(root() / "cifar-10-batches-bin/test_batch.bin", '\x0A' + pixels);
        QVERIFY(complaint(openDataset({"cifar10", {}})).contains("label 10"));
        fs::remove(root() / "cifar-10-batches-bin/test_batch.bin");
        QVERIFY(complaint(openDataset({"cifar10", {}})).contains("binary version"));
    }

    // --- folders of pictures ---

    void foldersAreClassesAndPartsAreFolders() {
        for (const char* folder : {"p/train/cat", "p/train/dog/more", "p/test/dog"}) fs::create_directories(root() / folder);
        writeData(root() / "p/train/cat/a.bmp", bmp(6, 255, 0, 0));
        writeData(root() / "p/train/dog/more/b.BMP", bmp(3, 0, 255, 0));
        writeData(root() / "p/train/dog/notes.txt", "no picture");
        writeData(root() / "p/test/dog/c.bmp", bmp(4, 0, 0, 255));
        const Choice choice{"image_folder", {{"folder", std::string("p")}, {"size", Integers{4, 4}}}};
        const auto dataset = openDataset(choice);
        QVERIFY2(dataset, complaint(dataset).toUtf8());
        QCOMPARE((*dataset)->spec().classNames, (std::vector<std::string>{"cat", "dog"}));
        QCOMPARE((*dataset)->size(Part::Train), 2);
        QCOMPARE((*dataset)->size(Part::Test), 1);
        const Batch train = readAll(**dataset, Part::Train), again = readAll(**dataset, Part::Train);
        QCOMPARE(train, again);  // read and from the cache
        QCOMPARE(train.target.integers, (std::vector<std::int64_t>{0, 1}));
        QCOMPARE(train.inputs[0].floats[0], 1.0f);            // red of the cat
        QCOMPARE(train.inputs[0].floats[3 * 16 + 16], 1.0f);  // green of the dog
        QCOMPARE(readAll(**dataset, Part::Test).inputs[0].floats[2 * 16], 1.0f);

        const std::string before = (*dataset)->fingerprint();
        QCOMPARE((*openDataset(choice))->fingerprint(), before);
        writeData(root() / "p/train/cat/a.bmp", bmp(6, 254, 0, 0));
        QVERIFY((*openDataset(choice))->fingerprint() != before);

        fs::create_directories(root() / "p/test/bird");
        QVERIFY(complaint(openDataset(choice)).contains("bird"));
        QVERIFY(complaint(openDataset({"image_folder", {{"folder", std::string("q")}}})).contains("no folder q"));
    }

    void pictureThatGoesMissingIsThrownAndNotMadeUp() {
        for (const char* folder : {"p/cat", "p/dog"}) fs::create_directories(root() / folder);
        writeData(root() / "p/cat/a.bmp", bmp(6, 255, 0, 0));
        writeData(root() / "p/dog/b.bmp", bmp(6, 255, 0, 0));
        const auto dataset = openDataset({"image_folder", {{"folder", std::string("p")}}});
        QVERIFY2(dataset, complaint(dataset).toUtf8());
        fs::remove(root() / "p/dog/b.bmp");
        QVERIFY_THROWS_EXCEPTION(ReadFailure, readSamples(**dataset, Part::Train, {1}));
    }

    // --- arrays ---

    void arraysBecomeSamples() {
        writeData(root() / "x.npy", npyOf("<f4", false, "(3, 2)", raw<float>({1, 2, 3, 4, 5, 6})));
        writeData(root() / "y.npy", npyOf("|u1", false, "(3,)", raw<std::uint8_t>({0, 1, 1})));
        writeData(root() / "v.npz", zipOf({{"v.npy", npyOf("<f8", false, "(3,)", raw<double>({0.5, 1, 1.5}))}}, Packed::Deflated));
        ParameterValues values{{"inputs", std::string("x.npy")}, {"targets", std::string("y.npy")}, {"classes", kWhole(2)}};
        const auto classes = openDataset({"npy", values});
        QVERIFY2(classes, complaint(classes).toUtf8());
        const Batch batch = readSamples(**classes, Part::Train, {2, 0});
        QCOMPARE(batch.inputs[0].floats, (std::vector<float>{5, 6, 1, 2}));
        QCOMPARE(batch.target.integers, (std::vector<std::int64_t>{1, 0}));
        QCOMPARE((*classes)->spec().targetKind, TargetKind::Class);
        values["targets"] = std::string("v.npz");
        QVERIFY(complaint(openDataset({"npy", values})).contains("real numbers"));
        values["target"] = std::string("values");
        const auto regression = openDataset({"npy", values});
        QVERIFY2(regression, complaint(regression).toUtf8());
        QCOMPARE(readAll(**regression, Part::Train).target.sizes, (std::vector<std::int64_t>{3, 1}));
        QCOMPARE((*regression)->spec().target.shape, (Shape{1}));
    }

    void arraysThatDoNotFitAreRefused() {
        writeData(root() / "x.npy", npyOf("<f4", false, "(3, 2)", raw<float>({1, 2, 3, 4, 5, NAN})));
        writeData(root() / "y.npy", npyOf("|u1", false, "(2,)", raw<std::uint8_t>({0, 1})));
        writeData(root() / "z.npy", npyOf("|u1", false, "(3,)", raw<std::uint8_t>({0, 1, 9})));
        writeData(root() / "w.npy", npyOf("<f4", false, "(3, 2)", raw<float>({1, 2, 3, 4, 5, 6})));
        const auto open = [](const char* inputs, const char* targets) {
            return complaint(
                openDataset({"npy", {{"inputs", std::string(inputs)}, {"targets", std::string(targets)}, {"classes", kWhole(3)}}}));
        };
        QVERIFY(open("x.npy", "y.npy").contains("3 inputs and 2 targets"));
        QVERIFY(open("x.npy", "z.npy").contains("no number"));
        QVERIFY(open("w.npy", "z.npy").contains("class 9"));
        QVERIFY(open("w.npy", "w.npy").contains("2 dimensions"));
    }

    // --- volumes with masks ---

    Choice volumeChoice(ParameterValues more = {}) {
        // 4 x 4 x 8 voxels: the value is the number of the slice, the mask is non-zero (7) in the odd ones.
        std::string image, mask;
        for (std::int16_t slice = 0; slice < 8; ++slice)
            for (int i = 0; i < 16; ++i) {
                image += raw(slice);
                mask += raw<std::int16_t>(slice % 2 ? 7 : 0);
            }
        writeData(root() / "i.mha", volumeText(4, 4, 8, image));
        writeData(root() / "m.mha", volumeText(4, 4, 8, mask));
        more.emplace("images", std::string("i.mha"));
        more.emplace("masks", std::string("m.mha"));
        more.emplace("crop", Integers{2, 3, 3});
        more.emplace("normalise", std::string("none"));
        return {"volume_segmentation", more};
    }

    void maskLiesOnItsVoxelsAndPartsAreSlabs() {
        const auto dataset = openDataset(volumeChoice({{"test_share", 0.25}, {"train_samples", kWhole(200)}}));
        QVERIFY2(dataset, complaint(dataset).toUtf8());
        for (const Part part : {Part::Train, Part::Test}) {
            const Batch batch = readAll(**dataset, part);
            for (std::size_t i = 0; i < batch.target.integers.size(); ++i) {
                const float slice = batch.inputs[0].floats[i];
                QCOMPARE(batch.target.integers[i], static_cast<std::int64_t>(slice) % 2);
                QVERIFY(part == Part::Train ? slice < 6 : slice >= 6);
            }
        }
        QCOMPARE((*dataset)->spec().target.shape, (Shape{2, 3, 3}));
        QCOMPARE(readSamples(**dataset, Part::Train, {5, 9}).inputs[0].floats.size(), std::size_t{36});
        QVERIFY(readSamples(**dataset, Part::Train, {5}) == readSamples(**openDataset(volumeChoice()), Part::Train, {5}));
    }

    void foregroundIsFoundAsOftenAsAskedFor() {
        const auto middles = [&](double foreground) {
            const auto dataset = openDataset(volumeChoice({{"foreground", foreground}, {"train_samples", kWhole(400)}}));
            const Batch batch = readAll(**dataset, Part::Train);
            std::int64_t inside = 0;
            for (std::size_t sample = 0; sample < 400; ++sample) inside += batch.target.integers[sample * 18 + 9 + 4];
            return inside;
        };
        QVERIFY(middles(1) == 400);
        QVERIFY(middles(0) > 120 && middles(0) < 320);
    }

    void volumesAreStandardisedOverWhatTrains() {
        const auto dataset =
            openDataset(volumeChoice({{"normalise", std::string("volume")}, {"train_samples", kWhole(3000)}, {"foreground", 0.0}}));
        QVERIFY2(dataset, complaint(dataset).toUtf8());
        // Slices 0 to 5: mean 2.5, variance 35/12.
        const auto values = readAll(**dataset, Part::Test).inputs[0].floats;
        QVERIFY(std::abs(*std::ranges::min_element(values) - (6 - 2.5f) / std::sqrt(35.0f / 12)) < 1e-5f);
        const auto window = openDataset(volumeChoice({{"normalise", std::string("window")}, {"low", 2.0}, {"high", 4.0}}));
        for (const float value : readAll(**window, Part::Train).inputs[0].floats) QVERIFY(value == 0 || value == 0.5f || value == 1);
    }

    void volumesThatDoNotFitAreRefused() {
        QVERIFY(complaint(openDataset(volumeChoice({{"labels", std::string("value")}}))).contains("class 7"));
        QVERIFY(complaint(openDataset(volumeChoice({{"crop", Integers{2, 5, 3}}}))).contains("does not fit"));
        QVERIFY(complaint(openDataset(volumeChoice({{"crop", Integers{5, 3, 3}}}))).contains("too few"));
        Choice other = volumeChoice();
        writeData(root() / "m.mha", volumeText(4, 8, 4, std::string(256, 'x')));
        QVERIFY(complaint(openDataset(other)).contains("on the same grid"));
        other.parameters["masks"] = std::string("gone.nii");
        QVERIFY(complaint(openDataset(other)).contains("gone.nii"));
    }

    void realBrainIsCut() {
        const auto dataset = openDataset({"brain_mask", {{"train_samples", kWhole(64)}, {"foreground", 0.0}}});
        if (!dataset) {
            QVERIFY(complaint(dataset).contains("mricron-data"));
            QSKIP("Debian's package mricron-data is not installed.");
        }
        const Batch batch = readAll(**dataset, Part::Train);
        QCOMPARE(batch.inputs[0].sizes, (std::vector<std::int64_t>{64, 1, 32, 32, 32}));
        const double share =
            static_cast<double>(std::ranges::count(batch.target.integers, 1)) / static_cast<double>(batch.target.integers.size());
        QVERIFY2(share > 0.1 && share < 0.6, qPrintable(QString::number(share)));  // 24 % of all, more without the air around
    }

    // --- LUNA16 ---

    // Two scans of 24 voxels in all directions, 0.5 mm wide and 1 mm deep, with a bright ball in each.
    void writeLuna() {
        for (const auto& [subset, series] : {std::pair{"subset0", "1.2.3"}, std::pair{"subset9", "1.2.4"}}) {
            fs::create_directories(root() / "luna" / subset);
            std::string data;
            for (int z = 0; z < 24; ++z)
                for (int y = 0; y < 24; ++y)
                    for (int x = 0; x < 24; ++x) {
                        const double mm[] = {(x - 12) * 0.5, (y - 14) * 0.5, (z - 10) * 1.0};
                        data += raw<std::int16_t>(mm[0] * mm[0] + mm[1] * mm[1] + mm[2] * mm[2] <= 9 ? 400 : -1000);
                    }
            writeData(
                root() / "luna" / subset / (std::string(series) + ".mhd"),
                volumeText(24, 24, 24, data, "ElementSpacing = 0.5 0.5 1\nOffset = -100 -50 -300\nTransformMatrix = 1 0 0 0 1 0 0 0 1\n"));
        }
        // World: offset + index * spacing.
        writeData(root() / "luna/annotations.csv",
                  "seriesuid,coordX,coordY,coordZ,diameter_mm\r\n1.2.3,-94,-43,-290,6\r\n1.2.4,-94,-43,-290,6\r\n9.9.9,0,0,0,3\r\n");
        writeData(root() / "luna/candidates.csv",
                  "seriesuid,coordX,coordY,coordZ,class\n1.2.3,-94,-43,-290,1\n1.2.3,-90,-48,-280,0\n"
                  "1.2.3,-97,-48,-281,0\n1.2.4,-94,-43,-290,1\n");
    }
    static Choice luna(ParameterValues more = {}) {
        more.emplace("folder", std::string("luna"));
        more.emplace("patch", Integers{9, 9, 9});
        return {"luna16", more};
    }

    void worldPlacesBecomeVoxels() {
        writeLuna();
        const auto dataset = openDataset(luna({{"negatives", 1.0}}));
        QVERIFY2(dataset, complaint(dataset).toUtf8());
        QCOMPARE((*dataset)->size(Part::Train), 2);
        QCOMPARE((*dataset)->size(Part::Test), 1);
        const Batch batch = readAll(**dataset, Part::Train);
        QCOMPARE(batch.target.integers, (std::vector<std::int64_t>{1, 0}));
        // The middle of the ball lies in the middle of the patch, at a voxel distance of 1 mm in all directions: 123 voxels within 3 mm.
        const auto patch = std::span(batch.inputs[0].floats).first(729);
        QCOMPARE(patch[364], 1.0f);
        QCOMPARE(std::ranges::count(patch, 1.0f), 123);
        QCOMPARE(std::ranges::count(std::span(batch.inputs[0].floats).subspan(729), 1.0f), 0);
        QCOMPARE(*(*dataset)->groupOf(Part::Test, 0), 1);
    }

    void masksOfNodulesLieOnTheirVoxels() {
        writeLuna();
        const auto dataset = openDataset(luna({{"task", std::string("masks")}, {"negatives", 2.0}}));
        QVERIFY2(dataset, complaint(dataset).toUtf8());
        const Batch batch = readAll(**dataset, Part::Train);
        QCOMPARE(batch.target.sizes, (std::vector<std::int64_t>{3, 9, 9, 9}));
        for (std::size_t i = 0; i < 729; ++i) QCOMPARE(batch.target.integers[i], batch.inputs[0].floats[i] == 1.0f ? 1 : 0);
    }

    void brokenTablesAreRefused() {
        writeLuna();
        for (const char* line : {"1.2.3,1,2\n", "1.2.3,nan,1,1,1\n", "1.2.3,1,1,1e300,1\n", "1.2.3,a,b,c,d\n"}) {
            writeData(root() / "luna/candidates.csv", "seriesuid,coordX,coordY,coordZ,class\n" + std::string(line));
            QVERIFY(complaint(openDataset(luna())).contains("Line 2"));
        }
        fs::remove(root() / "luna/candidates.csv");
        QVERIFY(!openDataset(luna()));
    }
};

QTEST_APPLESS_MAIN(tst_FileSets)
#include "tst_file_sets.moc"
