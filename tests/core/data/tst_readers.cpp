// SPDX-License-Identifier: Apache-2.0
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <numeric>

#define STB_IMAGE_WRITE_STATIC
#define STB_IMAGE_WRITE_IMPLEMENTATION
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"
#include <stb/stb_image_write.h>
#pragma GCC diagnostic pop

#include "core/base/file.h"
#include "core/data/readers/bounded_cache.h"
#include "core/data/readers/npy.h"
#include "core/data/readers/picture.h"
#include "core/data/readers/volume.h"
#include "core/data/readers/zip_archive.h"
#include "tests/support/data_files.h"

using namespace seekbench;
using namespace seekbench::test;

namespace {

constexpr const char* kItk = "/usr/share/doc/insighttoolkit5-examples/examples/Data/";

std::vector<double> numbersOf(const NumberArray& array) {
    std::vector<double> numbers(static_cast<std::size_t>(array.elements()));
    toDoubles(array.bytes, array.type, numbers.data());
    return numbers;
}

std::vector<float> valuesOf(const Volume& volume) {
    std::vector<float> values(static_cast<std::size_t>(volume.header.voxels()));
    volume.read(0, values);
    return values;
}

double sumOf(const Volume& volume) {
    double sum = 0;
    for (const float value : valuesOf(volume)) sum += double{value};
    return sum;
}

// A header of 2 x 2 x 1 voxels, with more lines before the last one.
std::string metaText(const std::string& more = "ElementType = MET_UCHAR\n", const std::string& file = "LOCAL") {
    return "ObjectType = Image\nNDims = 3\nDimSize = 2 2 1\n" + more + "ElementDataFile = " + file + "\n";
}

}  // namespace

class tst_Readers : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path path(const std::string& name) const { return m_folder.path().toStdString() + "/" + name; }

    Result<NumberArray> npy(const std::string& bytes) {
        writeData(path("a.npy"), bytes);
        return readNpy(path("a.npy"));
    }
    Result<Volume> meta(const std::string& text) {
        writeData(path("a.mha"), text);
        return readVolume(path("a.mha"));
    }
    Result<Volume> nifti(const NiftiFile& file) {
        writeData(path("a.nii"), file.text());
        return readVolume(path("a.nii"));
    }
    template <class T>
    static QString complaint(const Result<T>& result) {
        return result ? QString() : QString::fromStdString(result.error().english());
    }

private slots:
    // --- NumPy ---

    void everyElementTypeOfNumpyIsRead() {
        const auto check = [&](const char* descr, const std::string& data, std::vector<double> expected) {
            const auto array = npy(npyOf(descr, false, "(2,)", data));
            QVERIFY2(array, complaint(array).toUtf8());
            QCOMPARE(numbersOf(*array), expected);
        };
        check("|b1", raw<std::uint8_t>({1, 0}), {1, 0});
        check("|u1", raw<std::uint8_t>({200, 3}), {200, 3});
        check("|i1", raw<std::int8_t>({-5, 3}), {-5, 3});
        check("<u2", raw<std::uint16_t>({60000, 3}), {60000, 3});
        check(">i2", raw<std::int16_t>({-300, 3}, std::endian::big), {-300, 3});
        check("<i4", raw<std::int32_t>({-70000, 3}), {-70000, 3});
        check(">u4", raw<std::uint32_t>({4000000000u, 3}, std::endian::big), {4000000000.0, 3});
        check("<i8", raw<std::int64_t>({-5, 1LL << 40}), {-5, 1099511627776.0});
        check("<f2", raw<std::uint16_t>({0x3C00, 0xC100}), {1, -2.5});
        check(">f4", raw<float>({0.5f, -3}, std::endian::big), {0.5, -3});
        check("<f8", raw<double>({0.1, -3}), {0.1, -3});
    }

    void fortranOrderIsTurned() {
        const auto array = npy(npyOf("|u1", true, "(2, 3)", raw<std::uint8_t>({1, 4, 2, 5, 3, 6})));
        QCOMPARE(array->sizes, (std::vector<std::int64_t>{2, 3}));
        QCOMPARE(numbersOf(*array), (std::vector<double>{1, 2, 3, 4, 5, 6}));
    }

    void allVersionsOfTheNumpyFormatAreRead() {
        for (const char version : {1, 2, 3}) QVERIFY(npy(npyOf("|u1", false, "(1,)", "a", version)));
        QVERIFY(complaint(npy(npyOf("|u1", false, "(1,)", "a", 4))).contains("version 4"));
    }

    void hostileNumpyHeadersAreRefused() {
        const auto refused = [&](const char* descr, const char* shape, const std::string& data, const char* reason) {
            const QString text = complaint(npy(npyOf(descr, false, shape, data)));
            QVERIFY2(text.contains(reason), text.toUtf8());
        };
        refused("|O", "(1,)", "12345678", "type \"|O\"");
        refused("<U3", "(1,)", "123456789012", "is not read");
        refused("|u1", "(1000000000000,)", "a", "too large");
        refused("|u1", "(4000000000,)", "a", "announces");
        refused("|u1", "(9223372036854775807, 9223372036854775807)", "a", "too large");
        refused("|u1", "(-1,)", "a", "below 1");
        refused("|u1", "(99999999999999999999,)", "a", "not one of plain numbers");
        refused("|u1", "(3,)", "ab", "announces 3 bytes");
        refused("|u1", "(1,)", "ab", "announces 1 bytes");
        refused("|u1", "(__import__('os'),)", "a", "not one of plain numbers");
    }

    void everyShorterNumpyFileIsRefused() {
        const std::string whole = npyOf("<f4", false, "(2, 2)", raw<float>({1, 2, 3, 4}));
        for (std::size_t length = 0; length < whole.size(); ++length) QVERIFY(!npy(whole.substr(0, length)));
    }

    void arraysOfArchivesAreFoundByName() {
        const std::string x = npyOf("|u1", false, "(2,)", "\x07\x08"), y = npyOf("|u1", false, "(1,)", std::string(1, '\x09'));
        for (const Packed packed : {Packed::Stored, Packed::Deflated}) {
            writeData(path("a.npz"), zipOf({{"x.npy", x}, {"y.npy", y}}, packed));
            QCOMPARE(numbersOf(*readNpy(path("a.npz"), "x")), (std::vector<double>{7, 8}));
            QCOMPARE(numbersOf(*readNpy(path("a.npz"), "y")), (std::vector<double>{9}));
            QVERIFY(complaint(readNpy(path("a.npz"))).contains("x, y"));
            QVERIFY(complaint(readNpy(path("a.npz"), "z")).contains("no array \"z\""));
        }
    }

    void damagedArchivesAreRefused() {
        const std::string whole = zipOf({{"x.npy", npyOf("|u1", false, "(100,)", std::string(100, 'x'))}}, Packed::Deflated);
        for (std::size_t length = 0; length < whole.size(); ++length) {
            writeData(path("a.npz"), whole.substr(0, length));
            QVERIFY(!readNpy(path("a.npz")));
        }
        std::string flipped = whole;
        flipped[14] ^= 1;  // of the local header's checksum: the directory's counts
        writeData(path("a.npz"), flipped);
        QVERIFY(readNpy(path("a.npz")));
        flipped[whole.find("PK\x01\x02") + 16] ^= 1;
        writeData(path("a.npz"), flipped);
        QVERIFY(complaint(readNpy(path("a.npz"))).contains("checksum"));
    }

    void sizesOfArchivesThatCannotBeAreRefusedBeforeMemoryIsTaken() {
        std::string archive = zipOf({{"x.npy", npyOf("|u1", false, "(100,)", std::string(100, 'x'))}}, Packed::Deflated);
        archive.replace(archive.find("PK\x01\x02") + 24, 4, "\xF0\xFF\xFF\xEF");
        writeData(path("a.npz"), archive);
        QVERIFY(complaint(readNpy(path("a.npz"))).contains("cannot hold"));
    }

    // --- MetaImage ---

    void voxelsOfEveryPlaceAndPackingAreTheSame() {
        const std::string data = raw<std::int16_t>({1, -2, 300, 4}), type = "ElementType = MET_SHORT\n";
        writeData(path("v.raw"), data);
        writeData(path("v.zraw"), zlibOf(data));
        const std::vector<float> expected{1, -2, 300, 4};
        QCOMPARE(valuesOf(*meta(metaText(type) + data)), expected);
        QCOMPARE(valuesOf(*meta(metaText(type + "CompressedData = True\n") + zlibOf(data))), expected);
        QCOMPARE(valuesOf(*meta(metaText(type, "v.raw"))), expected);
        QCOMPARE(valuesOf(*meta(metaText(type + "CompressedData = True\n", "v.zraw"))), expected);
        QCOMPARE(valuesOf(*meta(metaText(type + "BinaryDataByteOrderMSB = True\n") + raw<std::int16_t>({1, -2, 300, 4}, std::endian::big))),
                 expected);
        writeData(path("v.raw"), "some header" + data);
        QCOMPARE(valuesOf(*meta(metaText(type + "HeaderSize = -1\n", "v.raw"))), expected);
        QCOMPARE(valuesOf(*meta(metaText(type + "HeaderSize = 11\n", "v.raw"))), expected);
    }

    void everyElementTypeOfMetaImageIsRead() {
        const auto check = [&](const char* type, const std::string& data) {
            const auto volume = meta(metaText("ElementType = " + std::string(type) + "\n") + data);
            QVERIFY2(volume, complaint(volume).toUtf8());
            QCOMPARE(valuesOf(*volume), (std::vector<float>{1, 2, 3, 100}));
        };
        check("MET_CHAR", raw<std::int8_t>({1, 2, 3, 100}));
        check("MET_UCHAR", raw<std::uint8_t>({1, 2, 3, 100}));
        check("MET_USHORT", raw<std::uint16_t>({1, 2, 3, 100}));
        check("MET_INT", raw<std::int32_t>({1, 2, 3, 100}));
        check("MET_UINT", raw<std::uint32_t>({1, 2, 3, 100}));
        check("MET_LONG_LONG", raw<std::int64_t>({1, 2, 3, 100}));
        check("MET_FLOAT", raw<float>({1, 2, 3, 100}));
        check("MET_DOUBLE", raw<double>({1, 2, 3, 100}));
    }

    void placesOfVoxelsFollowTheHeader() {
        // A quarter turn around z: columns grow along y, rows along -x.
        const auto volume = meta(metaText("ElementType = MET_UCHAR\nElementSpacing = 2 3 4\nOffset = 10 20 30\n"
                                          "TransformMatrix = 0 1 0 -1 0 0 0 0 1\n") +
                                 "abcd");
        QVERIFY2(volume, complaint(volume).toUtf8());
        const Point index{1, 2, 5}, place = volume->header.placeOf(index);
        QCOMPARE(place, (Point{10 - 2 * 3, 20 + 1 * 2, 30 + 5 * 4}));
        const Point back = volume->header.indexOf(place);
        for (std::size_t i = 0; i < 3; ++i) QVERIFY(std::abs(back[i] - index[i]) < 1e-12);
    }

    void hostileMetaImageHeadersAreRefused_data() {
        QTest::addColumn<QString>("lines");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* lines, const char* reason) {
            QTest::addRow("%s", QByteArray(lines).replace('\n', ' ').constData()) << lines << reason;
        };
        row("ElementType = MET_UCHAR\nDimSize = 1000000 1000000 1000000\n", "are read");
        row("ElementType = MET_UCHAR\nDimSize = 1000 1000 1000\n", "announces 1000000000 bytes");
        row("ElementType = MET_UCHAR\nDimSize = -2 2 1\n", "are read");
        row("ElementType = MET_UCHAR\nDimSize = 0 2 1\n", "are read");
        row("ElementType = MET_UCHAR\nDimSize = 2 2\n", "holds 2 numbers");
        row("ElementType = MET_UCHAR\nDimSize = 99999999999999999999 1 1\n", "numbers are wanted");
        row("ElementType = MET_UCHAR\nNDims = 1000000000\n", "dimensions");
        row("ElementType = MET_UCHAR\nElementNumberOfChannels = 9223372036854775807\n", "are read");
        row("ElementType = MET_UCHAR\nElementSpacing = nan 1 1\n", "distance between voxels");
        row("ElementType = MET_UCHAR\nElementSpacing = 0 1 1\n", "distance between voxels");
        row("ElementType = MET_UCHAR\nOffset = inf 1 1\n", "not a number");
        row("ElementType = MET_UCHAR\nTransformMatrix = 1 0 0 1 0 0 0 0 1\n", "in one plane");
        row("ElementType = MET_UCHAR\nTransformMatrix = 5 0 0 0 1 0 0 0 1\n", "unit vectors");
        row("ElementType = MET_STRING\n", "MET_STRING");
        row("", "ElementType");
        row("ElementType = MET_UCHAR\nHeaderSize = -7\n", "HeaderSize");
        row("ElementType = MET_UCHAR\nBinaryData = False\n", "written as text");
        row("ElementType = MET_UCHAR\nObjectType = Mesh\n", "Mesh");
        row("ElementType = MET_UCHAR\nCompressedData = True\n", "compressed");
    }
    void hostileMetaImageHeadersAreRefused() {
        QFETCH(QString, lines);
        QFETCH(QString, reason);
        const QString text = complaint(meta(metaText(lines.toStdString()) + "abcd"));
        QVERIFY2(text.contains(reason), text.toUtf8());
        QVERIFY(text.endsWith('.'));
    }

    void voxelsThatAreNotThereAreMissed() {
        const std::string type = "ElementType = MET_UCHAR\n";
        QVERIFY(complaint(meta(metaText(type, "gone.raw"))).contains("gone.raw"));
        QVERIFY(complaint(meta(metaText(type, "LIST"))).contains("several files"));
        QVERIFY(complaint(meta(metaText(type) + "abc")).contains("announces 4 bytes"));
        const std::string packed = zlibOf(std::string(4, 'x'));
        for (std::size_t length = 0; length < packed.size(); ++length)
            QVERIFY(!meta(metaText(type + "CompressedData = True\n") + packed.substr(0, length)));
        QVERIFY(complaint(meta(metaText(type + "CompressedData = True\n") + zlibOf(std::string(5, 'x')))).contains("more than"));
    }

    // Expected values: SimpleITK 2 (ITK 5), run once on the files of Debian's insighttoolkit5-examples 5.2.1 when this was written; the
    // place is that of voxel (30, 40, 2) or the nearest one inside.
    void realMetaImagesAreReadAsItkReadsThem_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<double>("sum");
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("x");
        QTest::addColumn<double>("y");
        const auto row = [](const char* file, double sum, double value, double x, double y) {
            QTest::addRow("%s", file) << file << sum << value << x << y;
        };
        row("BrainProtonDensity3Slices.mha", 14725708, 138, 30, 40);
        row("BrainProtonDensitySliceBorder20.mhd", 4861905, 10, 30, 40);
        row("BrainProtonDensitySliceBorder20DirectionMinus30.mhd", 4861905, 10, 45.980762, 19.641016);
        row("BrainProtonDensitySliceBorder20DirectionPlus30.mhd", 4861905, 10, 5.980762, 49.641016);
        row("BrainProtonDensitySliceShifted13x17y.mhd", 4861905, 1, 30, 40);
        row("BrainT1SliceBorder20DirectionPlus30.mhd", 2671939, 10, 5.980762, 49.641016);
        row("BayesianClassifierInitializerMemberships.mhd", 524.3352218635287, 0, 30, 40);
        row("CorpusCallosumMeanShape.mha", 22673.183735847473, 29.483781814575195, 2.5, 29.5);
        row("CorpusCallosumMode1.mha", 39.073218777542934, -0.575697124004364, 2.5, 29.5);
        row("RatLungSlice1.mha", 857357, 5, 30, 40);
        row("ResampleImageFilterInput2x3.mha", 809810, 170, 60, 120);
        row("itkBrainSliceComplex.mha", 4860107, 155, 30, 40);
        row("KmeansTest_T1UCharRaw.nii.gz", 19533798, 0, -60, -248);
        row("KmeansTest_T1RawSkullStrip.nii.gz", 754913, 0, -60, -248);
    }
    void realMetaImagesAreReadAsItkReadsThem() {
        QFETCH(QString, file);
        QFETCH(double, sum);
        QFETCH(double, value);
        QFETCH(double, x);
        QFETCH(double, y);
        const std::filesystem::path name = kItk + file.toStdString();
        if (!std::filesystem::exists(name)) QSKIP("Debian's package insighttoolkit5-examples is not installed.");
        const auto volume = readVolume(name);
        QVERIFY2(volume, complaint(volume).toUtf8());
        const auto [depth, height, width] = volume->header.sizes;
        const std::int64_t column = std::min<std::int64_t>(30, width - 1), row = std::min<std::int64_t>(40, height - 1),
                           slice = std::min<std::int64_t>(2, depth - 1);
        float at = 0;
        volume->read((slice * height + row) * width + column, {&at, 1});
        QCOMPARE(at, static_cast<float>(value));
        QVERIFY(std::abs(sumOf(*volume) - sum) < 1e-6 * std::abs(sum));
        const Point place = volume->header.placeOf({static_cast<double>(column), static_cast<double>(row), static_cast<double>(slice)});
        // ITK turns NIfTI's axes to its own: x and y with the other sign.
        QVERIFY2(std::abs(place[0] - x) < 1e-4 && std::abs(place[1] - y) < 1e-4, qPrintable(QString("%1 %2").arg(place[0]).arg(place[1])));
    }

    // --- NIfTI ---

    void bothNiftiVersionsAndOrdersAreRead() {
        for (const int version : {1, 2})
            for (const std::endian order : {std::endian::little, std::endian::big})
                for (const bool packed : {false, true}) {
                    NiftiFile file{.version = version, .order = order, .data = raw<std::int16_t>({0, 1, 2, 3, 4, 5, 6, -7}, order)};
                    writeData(path("b.nii.gz"), packed ? gzipOf(file.text()) : file.text());
                    const auto volume = readVolume(path("b.nii.gz"));
                    QVERIFY2(volume, complaint(volume).toUtf8());
                    QCOMPARE(valuesOf(*volume), (std::vector<float>{0, 1, 2, 3, 4, 5, 6, -7}));
                    QCOMPARE(volume->header.placeOf({1, 1, 1}), (Point{12, 23, 34}));
                }
    }

    void quaternionTurnsTheAxes() {
        const auto volume = nifti({.sform = false, .data = std::string(16, '\0')});
        QVERIFY2(volume, complaint(volume).toUtf8());
        const Point place = volume->header.placeOf({1, 0, 0}), other = volume->header.placeOf({0, 1, 0});
        QVERIFY(std::abs(place[0] - 10) < 1e-5 && std::abs(place[1] - 22) < 1e-5);
        QVERIFY(std::abs(other[0] - 7) < 1e-5 && std::abs(other[1] - 20) < 1e-5);
    }

    void niftiValuesAreScaled() {
        const auto volume = nifti({.slope = 0.5, .intercept = -1, .data = raw<std::int16_t>({0, 1, 2, 3, 4, 5, 6, 7})});
        QCOMPARE(valuesOf(*volume)[3], 0.5f);
        std::vector<std::int64_t> whole(8);
        volume->readWhole(0, whole);
        QCOMPARE(whole[4], 1);
    }

    void hostileNiftiHeadersAreRefused() {
        const std::string data(16, 'x');
        QVERIFY(complaint(nifti({.width = 32767, .height = 32767, .depth = 32767, .data = data})).contains("are read"));
        QVERIFY(complaint(nifti({.version = 2, .width = INT64_MAX, .height = INT64_MAX, .data = data})).contains("are read"));
        QVERIFY(complaint(nifti({.width = 1000, .height = 1000, .depth = 100, .data = data})).contains("announces"));
        QVERIFY(complaint(nifti({.width = -1, .data = data})).contains("are read"));
        QVERIFY(complaint(nifti({.datatype = 128, .data = data})).contains("type 128"));
        QVERIFY(complaint(nifti({.slope = NAN, .data = data})).contains("scale"));
        std::string text = NiftiFile{.data = data}.text();
        text.replace(280, 4, raw(NAN));
        writeData(path("a.nii"), text);
        QVERIFY(complaint(readVolume(path("a.nii"))).contains("distance between voxels"));
        const std::string packed = gzipOf(NiftiFile{.data = data}.text());
        for (std::size_t length = 0; length < packed.size(); ++length) {
            writeData(path("a.nii.gz"), packed.substr(0, length));
            QVERIFY(!readVolume(path("a.nii.gz")));
        }
        writeData(path("a.nii.gz"), gzipOf(NiftiFile{.width = 32000, .height = 32000, .depth = 1, .data = data}.text()));
        QVERIFY(complaint(readVolume(path("a.nii.gz"))).contains("cannot hold"));
    }

    // Reference: SimpleITK, as above.
    void theRealBrainHasItsVoxels() {
        const std::filesystem::path folder = "/usr/share/mricron/templates";
        if (!std::filesystem::exists(folder / "ch2.nii.gz")) QSKIP("Debian's package mricron-data is not installed.");
        const auto head = readVolume(folder / "ch2.nii.gz"), brain = readVolume(folder / "ch2bet.nii.gz");
        QVERIFY(head && brain);
        QCOMPARE(head->header.sizes, (std::array<std::int64_t, 3>{181, 217, 181}));
        QCOMPARE(sumOf(*head), 317151210.0);
        QCOMPARE(std::ranges::count_if(valuesOf(*brain), [](float value) { return value != 0; }), 1737193);  // 24.4 %
        QCOMPARE(head->header.placeOf({80, 100, 90}), (Point{-10, -25, 19}));
    }

    void samplingBetweenVoxelsIsLinear() {
        auto volume = meta(metaText("ElementType = MET_FLOAT\n") + raw<float>({0, 10, 100, 110}));
        float value = 0;
        volume->sample({0.25, 0.5, 0}, {1, 1, 1}, {1, 1, 1}, -1, &value);
        QCOMPARE(value, 52.5f);
        volume->sample({-0.75, 0, 0}, {1, 1, 1}, {1, 1, 1}, -1, &value);
        QCOMPARE(value, -1.0f);
        std::vector<float> box(9);
        volume->sample({0.5, 0.5, 0}, {1, 1, 1}, {1, 3, 3}, -1, box.data());
        QCOMPARE(box[4], 55.0f);
        QCOMPARE(box[0], 0.0f);  // half a voxel outside is still its own
    }

    // --- pictures ---

    void picturesAreReadScaledAndCut() {
        // 4 x 2 pixels: left half red, right half blue.
        std::vector<std::uint8_t> pixels;
        for (int y = 0; y < 2; ++y)
            for (int x = 0; x < 4; ++x)
                pixels.insert(pixels.end(), {static_cast<std::uint8_t>(x < 2 ? 255 : 0), 0, static_cast<std::uint8_t>(x < 2 ? 0 : 255)});
        stbi_write_png(path("p.png").c_str(), 4, 2, 3, pixels.data(), 12);
        const auto same = readPicture(path("p.png"), 3, 2, 4, Fitting::Crop);
        QVERIFY2(same, complaint(same).toUtf8());
        QCOMPARE(same->bytes,
                 (std::vector<std::uint8_t>{255, 255, 0, 0, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 0, 0, 255, 255}));
        const auto cut = readPicture(path("p.png"), 3, 2, 2, Fitting::Crop);
        QCOMPARE(cut->bytes, (std::vector<std::uint8_t>{255, 0, 255, 0, 0, 0, 0, 0, 0, 255, 0, 255}));
        const auto grey = readPicture(path("p.png"), 1, 2, 4, Fitting::Crop);
        QCOMPARE(grey->bytes.size(), std::size_t{8});
        QVERIFY(grey->bytes[0] > grey->bytes[3]);  // red is brighter than blue
        std::vector<std::uint8_t> even(8 * 8, 90);
        stbi_write_jpg(path("p.jpg").c_str(), 8, 8, 1, even.data(), 95);
        const auto jpeg = readPicture(path("p.jpg"), 1, 5, 3, Fitting::Stretch);
        QVERIFY2(jpeg, complaint(jpeg).toUtf8());
        for (const std::uint8_t pixel : jpeg->bytes) QVERIFY(std::abs(pixel - 90) <= 2);
    }

    void pictureOfPromisesIsRefused() {
        std::vector<std::uint8_t> pixels(16, 9);
        stbi_write_png(path("p.png").c_str(), 4, 4, 1, pixels.data(), 4);
        std::string bytes = *readFile(path("p.png"));
        bytes.replace(16, 8, raw<std::uint32_t>({8000, 8000}, std::endian::big));
        bytes.replace(29, 4, raw(zipChecksum(bytes.substr(12, 17)), std::endian::big));
        writeData(path("big.png"), bytes);
        QVERIFY(complaint(readPicture(path("big.png"), 1, 4, 4, Fitting::Crop)).contains("8000 x 8000"));
        writeData(path("no.png"), "no picture at all");
        QVERIFY(complaint(readPicture(path("no.png"), 1, 4, 4, Fitting::Crop)).contains("no PNG"));
        QVERIFY(!readPicture(path("gone.png"), 1, 4, 4, Fitting::Crop));
    }

    void cacheStaysWithinItsBound() {
        BoundedCache<std::string> cache(100);
        int made = 0;
        const auto get = [&](std::int64_t key) {
            return **cache.get(
                key, [&]() -> Result<std::string> { return ++made, std::string(30, static_cast<char>('a' + key)); },
                [](const std::string& text) { return text.size(); });
        };
        for (const std::int64_t key : {0, 1, 2, 0}) QCOMPARE(get(key)[0], static_cast<char>('a' + key));
        QCOMPARE(made, 3);
        get(3);  // pushes out 1, which was used longest ago
        QVERIFY(cache.bytes() <= 100);
        get(0);
        QCOMPARE(made, 4);
        get(1);
        QCOMPARE(made, 5);
    }
};

QTEST_APPLESS_MAIN(tst_Readers)
#include "tst_readers.moc"
