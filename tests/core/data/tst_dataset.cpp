// SPDX-License-Identifier: Apache-2.0
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <map>
#include <numeric>
#include <set>

#include "core/data/data_folders.h"
#include "core/data/dataset.h"
#include "core/data/labelled_images.h"
#include "idx_file.h"

using namespace seekbench;

namespace {

struct IdxPair {
    std::string images = idxText({3, 1, 2}, std::string("\x00\xff\x33\x66\x99\xcc", 6));
    std::string labels = idxText({3}, std::string("\x02\x00\x01", 3));
};

}  // namespace

class tst_Dataset : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::string path(const char* name) const { return m_folder.path().toStdString() + "/" + name; }

    Choice idxChoice(const IdxPair& pair, ParameterValues more = {}) {
        writePlain(path("images"), pair.images);
        writePlain(path("labels"), pair.labels);
        more["train_images"] = path("images");
        more["train_labels"] = path("labels");
        more.emplace("classes", std::int64_t{3});
        return {"idx", more};
    }
    Result<std::unique_ptr<Dataset>> openPair(const IdxPair& pair, ParameterValues more = {}) {
        return openDataset(idxChoice(pair, std::move(more)));
    }

    static Batch readAll(const Dataset& dataset, Part part) {
        std::vector<std::int64_t> indices(static_cast<std::size_t>(dataset.size(part)));
        std::iota(indices.begin(), indices.end(), 0);
        Batch batch;
        dataset.read(part, indices, batch);
        return batch;
    }

private slots:
    void init() { qputenv("SEEKBENCH_DATA", m_folder.path().toUtf8()); }
    void cleanup() { qunsetenv("SEEKBENCH_DATA"); }

    void idsAndParametersOfTheRegistryAreUnique() {
        std::set<std::string_view> ids;
        for (const DatasetKind& row : datasetKinds()) {
            QVERIFY(ids.insert(row.kind.id).second);
            QCOMPARE(findDatasetKind(row.kind.id), &row);
            std::set<std::string_view> names{"kind"};  // the field beside the parameters in an experiment file
            for (const ParameterSpec& spec : row.kind.parameters) QVERIFY(names.insert(spec.name).second);
        }
        QVERIFY(!findDatasetKind("unknown"));
    }

    void readsSamplesInTheOrderAskedFor() {
        const auto dataset = openPair({});
        QVERIFY(dataset);
        Batch batch;
        const std::vector<std::int64_t> indices{2, 0};
        (*dataset)->read(Part::Train, indices, batch);
        QCOMPARE(batch.inputs.at(0).sizes, (std::vector<std::int64_t>{2, 1, 1, 2}));
        QCOMPARE(batch.inputs.at(0).floats, (std::vector<float>{0x99 / 255.0f, 0xcc / 255.0f, 0.0f, 1.0f}));
        QCOMPARE(batch.target.sizes, (std::vector<std::int64_t>{2}));
        QCOMPARE(batch.target.integers, (std::vector<std::int64_t>{1, 2}));
    }

    void meanIsTakenAwayBeforeDividing() {
        const auto dataset = openPair({}, {{"mean", 0.5}, {"std", 0.25}});
        QCOMPARE(readAll(**dataset, Part::Train).inputs[0].floats[1], 2.0f);
        QCOMPARE(readAll(**dataset, Part::Train).inputs[0].floats[0], -2.0f);
    }

    void reusedBatchEqualsAFreshOne() {
        const auto dataset = openPair({});
        Batch reused;
        const std::vector<std::int64_t> many{0, 1, 2}, one{1};
        (*dataset)->read(Part::Train, many, reused);
        (*dataset)->read(Part::Train, one, reused);
        Batch fresh;
        (*dataset)->read(Part::Train, one, fresh);
        QCOMPARE(reused, fresh);
    }

    void specOfOpenedFilesIsComplete() {
        const auto dataset = openPair({});
        const SampleSpec& spec = (*dataset)->spec();
        QCOMPARE(spec.inputs.at(0).shape, (Shape{1, 1, 2}));
        QCOMPARE(spec.classes, 3);
        QCOMPARE(spec.trainSamples, 3);
        QCOMPARE((*dataset)->size(Part::Test), 0);
    }

    void fingerprintFollowsTheBytes() {
        const auto fingerprint = [&](const IdxPair& pair, ParameterValues more = {}) {
            return (*openPair(pair, std::move(more)))->fingerprint();
        };
        const std::string original = fingerprint({});
        QCOMPARE(fingerprint({}), original);
        QCOMPARE(fingerprint({}, {{"mean", 0.3}}), original);
        IdxPair otherPixel, otherLabel, otherShape;
        otherPixel.images.back() ^= 1;
        otherLabel.labels.back() ^= 1;
        otherShape.images = idxText({3, 2, 1}, otherShape.images.substr(16));
        for (const IdxPair& pair : {otherPixel, otherLabel, otherShape}) QVERIFY(fingerprint(pair) != original);
    }

    void filesThatDoNotBelongTogetherAreRefused() {
        IdxPair fewer, swapped, tooManyClasses;
        fewer.labels = idxText({2}, std::string(2, '\0'));
        std::swap(swapped.images, swapped.labels);
        tooManyClasses.labels = idxText({3}, "\x01\x02\x03");
        for (const IdxPair& pair : {fewer, swapped, tooManyClasses}) {
            const auto dataset = openPair(pair);
            QVERIFY(!dataset);
            QCOMPARE(dataset.error().code(), ErrorCode::InvalidInput);
        }
    }

    void oneTestFileAloneIsRefused() { QVERIFY(!openPair({}, {{"test_images", path("images")}})); }

    void relativeFilesAreFoundInTheDataFolder() {
        Choice choice = idxChoice({});
        choice.parameters["train_images"] = std::string("images");
        QVERIFY(openDataset(choice));
        choice.parameters["train_images"] = std::string("missing");
        const auto missing = openDataset(choice);
        QCOMPARE(missing.error().code(), ErrorCode::NotFound);
        QVERIFY(QString::fromStdString(missing.error().english()).contains(m_folder.path()));
    }

    void fashionMnistInTheDataFolderComesFirst() {
        std::filesystem::create_directory(path("fashion-mnist"));
        for (const char* name : {"train-images-idx3-ubyte", "t10k-images-idx3-ubyte"})
            writeGzip(path("fashion-mnist/") + name + ".gz", idxText({1, 28, 28}, std::string(784, '\x49')));
        for (const char* name : {"train-labels-idx1-ubyte", "t10k-labels-idx1-ubyte"})
            writePlain(path("fashion-mnist/") + name, idxText({1}, std::string(1, '\x09')));
        const auto dataset = openDataset({"fashion-mnist", {}});
        std::filesystem::remove_all(path("fashion-mnist"));
        QVERIFY(dataset);
        QCOMPARE((*dataset)->size(Part::Train), 1);
        // (73/255 − 0.2860)/0.3530
        QVERIFY(std::abs(readAll(**dataset, Part::Train).inputs[0].floats[0] - 0.000778) < 1e-5);
    }

    void missingFilesNameEveryPlace() {
        const auto found = findDataFile("none", {path("a"), path("b")});
        QVERIFY(QString::fromStdString(found.error().english()).contains(QString::fromStdString(path("a") + ", " + path("b"))));
    }

    void realFashionMnistHasItsPublishedNumbers() {
        const auto dataset = openDataset({"fashion-mnist", {}});
        if (!dataset) {
            QVERIFY(QString::fromStdString(dataset.error().english()).contains("dataset-fashion-mnist"));
            QSKIP("Debian's package dataset-fashion-mnist is not installed.");
        }
        QCOMPARE((*dataset)->size(Part::Train), 60000);
        QCOMPARE((*dataset)->size(Part::Test), 10000);
        QCOMPARE((*dataset)->spec().classNames.at(9), std::string("Ankle boot"));
        // Normalised with the published mean and deviation: about 0 and 1.
        const Batch all = readAll(**dataset, Part::Train);
        double sum = 0, squares = 0;
        for (const float value : all.inputs[0].floats) {
            sum += double{value};
            squares += double{value} * double{value};
        }
        const auto count = static_cast<double>(all.inputs[0].floats.size());
        QVERIFY(std::abs(sum / count) < 0.001);
        QVERIFY(std::abs(squares / count - 1) < 0.001);
        QCOMPARE(all.target.integers.at(0), 9);
    }

    void describedSpecIsThatOfTheOpenedDataset() {
        for (const char* id :
             {"fashion-mnist", "synthetic", "synthetic-regression", "generated_nodules", "generated_boxes", "brain_mask"}) {
            const DatasetKind* kind = findDatasetKind(id);
            const SampleSpec described = kind->describe(ResolvedParameters::from(kind->kind.parameters, {}).parameters);
            const auto dataset = openDataset({id, {}});
            if (!dataset) continue;  // files that are not there
            QCOMPARE((*dataset)->spec().inputs, described.inputs);
            QCOMPARE((*dataset)->spec().target, described.target);
            QCOMPARE((*dataset)->spec().classNames, described.classNames);
            QCOMPARE((*dataset)->size(Part::Train), described.trainSamples);
            QCOMPARE((*dataset)->size(Part::Test), described.testSamples);
        }
    }

    void generatedSamplesAreReproducibleAndPartsDiffer() {
        const Choice choice{"synthetic", {{"shape", Integers{4}}, {"train_samples", std::int64_t{8}}, {"test_samples", std::int64_t{8}}}};
        const auto first = openDataset(choice), second = openDataset(choice);
        QCOMPARE((*first)->fingerprint(), (*second)->fingerprint());
        QVERIFY(readAll(**first, Part::Train) != readAll(**first, Part::Test));
        Choice other = choice;
        other.parameters["seed"] = std::int64_t{1};
        QVERIFY((*openDataset(other))->fingerprint() != (*first)->fingerprint());
    }

    void generatedLanguageRepeatsItsMotifs() {
        const auto dataset =
            openDataset({"synthetic-language", {{"noise", 0.0}, {"longest_motif", std::int64_t{5}}, {"length", std::int64_t{40}}}});
        QVERIFY(bool(dataset));
        Batch batch;
        (*dataset)->read(Part::Train, std::vector<std::int64_t>{3, 8}, batch);
        QCOMPARE(batch.inputs[0].sizes, (Integers{2, 40}));
        QCOMPARE(batch.target.sizes, (Integers{2, 40}));
        for (std::size_t sample : {0, 1}) {
            const auto token = [&](std::size_t place) { return batch.inputs[0].integers.at(sample * 40 + place); };
            for (std::size_t place = 0; place + 1 < 40; ++place) QCOMPARE(batch.target.integers.at(sample * 40 + place), token(place + 1));
            const auto repeats = [&](std::size_t period) {
                for (std::size_t place = 0; place + period < 40; ++place)
                    if (token(place) != token(place + period)) return false;
                return true;
            };
            QVERIFY(repeats(2) || repeats(3) || repeats(4) || repeats(5));
        }
    }
    void generatedSentencesShareTheirTopicWhenTheirClassSaysSo() {
        const auto dataset =
            openDataset({"synthetic-sentences",
                         {{"noise", 0.0}, {"vocabulary", std::int64_t{43}}, {"topics", std::int64_t{4}}, {"length", std::int64_t{12}}}});
        QVERIFY(bool(dataset));
        std::vector<std::int64_t> indices(50);
        std::iota(indices.begin(), indices.end(), 0);
        Batch batch;
        (*dataset)->read(Part::Test, indices, batch);
        std::int64_t same = 0;
        for (std::size_t sample = 0; sample < 50; ++sample) {
            const auto token = [&](std::size_t place) { return batch.inputs[0].integers.at(sample * 12 + place); };
            const auto topic = [&](std::size_t place) { return (token(place) - 3) / 10; };
            QCOMPARE(token(0), 1);
            QCOMPARE(token(5), 2);
            QCOMPARE(token(11), 2);
            for (std::size_t place : {2, 3, 4}) QCOMPARE(topic(place), topic(1));
            for (std::size_t place : {7, 8, 9, 10}) QCOMPARE(topic(place), topic(6));
            QCOMPARE(std::int64_t{topic(1) == topic(6)}, batch.target.integers.at(sample));
            for (std::size_t place = 0; place < 12; ++place)
                QCOMPARE(batch.inputs[1].integers.at(sample * 12 + place), std::int64_t{place > 5});
            same += batch.target.integers[sample];
        }
        QVERIFY(same > 10 && same < 40);
        QVERIFY(!openDataset({"synthetic-sentences", {{"vocabulary", std::int64_t{8}}, {"topics", std::int64_t{6}}}}));
    }
    void generatedTokensDependOnSeedAndIndexAlone() {
        for (const char* id : {"synthetic-language", "synthetic-sentences"}) {
            const auto dataset = openDataset({id, {}}), other = openDataset({id, {{"seed", std::int64_t{1}}}});
            Batch one, two, test, another;
            (*dataset)->read(Part::Train, std::vector<std::int64_t>{7}, one);
            (*dataset)->read(Part::Train, std::vector<std::int64_t>{2, 7}, two);
            (*dataset)->read(Part::Test, std::vector<std::int64_t>{7}, test);
            (*other)->read(Part::Train, std::vector<std::int64_t>{7}, another);
            const auto& tokens = two.inputs[0].integers;
            QVERIFY(std::equal(one.inputs[0].integers.begin(), one.inputs[0].integers.end(), tokens.begin() + 64));
            QVERIFY(one.inputs != test.inputs && one.inputs != another.inputs);
            QVERIFY((*dataset)->fingerprint() != (*other)->fingerprint());
        }
    }
    void generatedSampleWithoutNoiseIsThePatternOfItsClass() {
        const auto dataset = openDataset({"synthetic", {{"shape", Integers{5}}, {"noise", 0.0}, {"classes", std::int64_t{2}}}});
        const Batch batch = readAll(**dataset, Part::Train);
        std::map<std::int64_t, std::set<std::vector<float>>> patterns;
        for (std::size_t i = 0; i < batch.target.integers.size(); ++i) {
            const auto first = batch.inputs[0].floats.begin() + static_cast<std::ptrdiff_t>(i * 5);
            patterns[batch.target.integers[i]].insert(std::vector<float>(first, first + 5));
        }
        QCOMPARE(patterns.size(), std::size_t{2});
        QCOMPARE(patterns[0].size(), std::size_t{1});
        QVERIFY(patterns[0] != patterns[1]);
    }

    void generatedRegressionIsLinear() {
        const auto dataset = openDataset({"synthetic-regression", {{"features", std::int64_t{1}}, {"noise", 0.0}}});
        const Batch batch = readAll(**dataset, Part::Train);
        const double slope = double{batch.target.floats[0]} / double{batch.inputs[0].floats[0]};
        for (std::size_t i = 0; i < batch.target.floats.size(); ++i)
            QVERIFY(std::abs(double{batch.target.floats[i]} - slope * double{batch.inputs[0].floats[i]}) < 1e-5);
    }

    void tooLargeGeneratedDatasetsAreRefused() {
        QVERIFY(!openDataset({"synthetic", {{"shape", Integers{1000000, 1000000, 1000000}}}}));
        QVERIFY(!openDataset({"synthetic", {{"shape", Integers{10000}}, {"classes", std::int64_t{100000}}}}));
        QVERIFY(!openDataset({"synthetic-regression", {{"features", std::int64_t{1000000}}, {"outputs", std::int64_t{1000000}}}}));
    }

    void unknownDatasetsAndParametersAreRefused() {
        QVERIFY(!openDataset({"unknown", {}}));
        QVERIFY(!openDataset({"synthetic", {{"colour", true}}}));
    }
};

QTEST_APPLESS_MAIN(tst_Dataset)
#include "tst_dataset.moc"
