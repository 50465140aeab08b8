// SPDX-License-Identifier: Apache-2.0
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <numeric>
#include <set>

#include "core/data/dataset.h"
#include "core/data/text/generated_text.h"
#include "core/data/text/text_dataset.h"
#include "idx_file.h"

using namespace seekbench;

namespace {

Batch read(const Dataset& dataset, Part part, std::int64_t count, std::int64_t begin = 0) {
    std::vector<std::int64_t> indices(static_cast<std::size_t>(count));
    std::iota(indices.begin(), indices.end(), begin);
    Batch batch;
    dataset.read(part, indices, batch);
    return batch;
}

std::string textOf(const SampleSpec& spec, std::span<const std::int64_t> tokens) {
    std::string text;
    for (const std::int64_t token : tokens) text += spec.classNames.at(static_cast<std::size_t>(token));
    return text;
}

}  // namespace

class GeneratedTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::string write(const std::string& text) {
        const std::string path = m_folder.path().toStdString() + "/text.txt";
        writePlain(path, text);
        return path;
    }

private slots:
    void everyGeneratorComesAgainAndIsAsDescribed() {
        for (const char* id : {"generated_market", "generated_transactions", "generated_pairs", "text"}) {
            const DatasetKind* kind = findDatasetKind(id);
            QVERIFY2(kind, id);
            const SampleSpec described = kind->describe(ResolvedParameters::from(kind->kind.parameters, {}).parameters);
            const auto first = openDataset({id, {}}), second = openDataset({id, {}}),
                       other = openDataset({id, {{"seed", std::int64_t{9}}}});
            QVERIFY2(first && second && other, id);
            QCOMPARE((*first)->spec().inputs, described.inputs);
            QCOMPARE((*first)->spec().target, described.target);
            QCOMPARE((*first)->spec().classes, described.classes);
            QCOMPARE((*first)->spec().targetKind, described.targetKind);
            QCOMPARE((*first)->fingerprint(), (*second)->fingerprint());
            QVERIFY((*first)->fingerprint() != (*other)->fingerprint());
            const Batch batch = read(**first, Part::Train, 20);
            QCOMPARE(batch, read(**second, Part::Train, 20));
            QVERIFY(batch != read(**other, Part::Train, 20));
            // One by one as all at once, and into a batch that was used before.
            Batch reused = read(**first, Part::Train, 20, 7);
            (*first)->read(Part::Train, std::vector<std::int64_t>{3}, reused);
            QCOMPARE(reused, read(**first, Part::Train, 1, 3));
        }
    }

    void frauds() {
        const auto dataset = openDataset({"generated_transactions", {{"hidden", 0.0}, {"train_samples", std::int64_t{20000}}}});
        const Batch batch = read(**dataset, Part::Train, 20000);
        std::int64_t found = 0, frauds = 0, abroad = 0;
        for (std::size_t i = 0; i < 20000; ++i) {
            const float* last = batch.inputs[0].floats.data() + (i * 16 + 15) * 6;
            const bool byRule = last[4] == 1 && last[5] == 0 && last[1] < 1.0f / 24 && last[0] > 3;
            frauds += batch.target.integers[i];
            abroad += last[4] == 1;
            found += byRule == (batch.target.integers[i] == 1);
        }
        QCOMPARE(frauds, 40);    // 0.2 %
        QCOMPARE(found, 20000);  // the rule decides every sample
        QVERIFY(abroad > 1000);  // and one sign alone does not
        QCOMPARE((*dataset)->groupOf(Part::Train, 19), std::optional<std::int64_t>(0));
        QVERIFY((*dataset)->groupOf(Part::Train, 20) != (*dataset)->groupOf(Part::Train, 0));
        QVERIFY((*dataset)->groupOf(Part::Test, 0) != (*dataset)->groupOf(Part::Train, 0));
        QCOMPARE((*dataset)->baselines(Part::Train, std::vector<std::int64_t>{0, 1}).at(0).rule, std::string_view("majority"));
    }

    void hiddenFraudsLookHonest() {
        const auto dataset =
            openDataset({"generated_transactions", {{"hidden", 0.5}, {"fraud_share", 0.5}, {"train_samples", std::int64_t{2000}}}});
        const Batch batch = read(**dataset, Part::Train, 2000);
        std::int64_t visible = 0, frauds = 0;
        for (std::size_t i = 0; i < 2000; ++i) {
            const float* last = batch.inputs[0].floats.data() + (i * 16 + 15) * 6;
            frauds += batch.target.integers[i];
            visible += last[4] == 1 && last[5] == 0 && last[1] < 1.0f / 24 && last[0] > 3;
        }
        QCOMPARE(frauds, 1000);
        QVERIFY(std::abs(visible - 500) < 70);  // standard deviation 16
    }

    // Without noise the three views are functions of the same thing: equal words, equal picture.
    void viewsOfAPairTellTheSame() {
        const auto dataset = openDataset({"generated_pairs", {{"noise", 0.0}}});
        const Batch batch = read(**dataset, Part::Train, 2000);
        QCOMPARE(batch.inputs[0].sizes, (std::vector<std::int64_t>{2000, 1, 16, 16}));
        QCOMPARE(batch.inputs[1].sizes, (std::vector<std::int64_t>{2000, 8}));
        QCOMPARE(batch.inputs[2].sizes, (std::vector<std::int64_t>{2000, 1, 256}));
        QCOMPARE(batch.target.integers[17], 17);
        std::map<std::vector<std::int64_t>, std::vector<float>> pictures;
        std::set<std::vector<float>> different;
        for (std::size_t i = 0; i < 2000; ++i) {
            const auto word = batch.inputs[1].integers.begin() + static_cast<std::ptrdiff_t>(i * 8);
            const auto pixel = batch.inputs[0].floats.begin() + static_cast<std::ptrdiff_t>(i * 256);
            const std::vector<float> picture(pixel, pixel + 256);
            const auto known = pictures.emplace(std::vector<std::int64_t>(word + 1, word + 8), picture).first;
            QCOMPARE(picture, known->second);
            QVERIFY(std::ranges::any_of(picture, [](float value) { return value > 0; }));
            different.insert(picture);
        }
        QVERIFY(pictures.size() > 450 && different.size() > 450);  // of 512 things
    }

    void sentencesKeepToTheirGrammar() {
        const GeneratedText text = generatedText(50000, 1);
        QVERIFY(text.text.size() >= 50000);
        QCOMPARE(generatedText(50000, 1).text, text.text);
        const QString whole = QString::fromStdString(text.text);
        const QString phrase =
            "the (?:(?:old|small|red|quiet|young|green|cold|brave) )?"
            "(?:cat|dog|bird|girl|king|farmer|tree|ship|stone|river|horse|lamp)";
        const QString verb = "(?:see|find|want|follow|hear|know|leave|need)";
        const QString rest = "(?: (?:near|behind|under) the [a-z]+)?\\.";
        const QRegularExpression one("^" + phrase + "(?:, which " + verb + "s " + phrase + "s?,)? " + verb + "s " + phrase + "s?" + rest +
                                     "$");
        const QRegularExpression many("^" + phrase + "s(?:, which " + verb + " " + phrase + "s?,)? " + verb + " " + phrase + "s?" + rest +
                                      "$");
        for (const QString& sentence : whole.split('\n', Qt::SkipEmptyParts))
            QVERIFY2(one.match(sentence).hasMatch() || many.match(sentence).hasMatch(), qPrintable(sentence));
        for (const char letter : text.text) QVERIFY(generatedTextAlphabet().find(letter) != std::string_view::npos);
        // Less than one letter in two is news.
        QVERIFY(text.nats > 0 && text.nats / static_cast<double>(text.text.size()) < 0.5);
    }

    void targetIsTheNextToken() {
        const auto dataset = openDataset(
            {"text",
             {{"path", write("hello world, 你好!")}, {"length", std::int64_t{5}}, {"stride", std::int64_t{2}}, {"test_share", 0.0}}});
        QVERIFY2(dataset, dataset ? "" : dataset.error().english().c_str());
        const SampleSpec& spec = (*dataset)->spec();
        QCOMPARE(spec.targetKind, TargetKind::ClassMap);
        QCOMPARE((*dataset)->size(Part::Train), 6);  // 16 characters: 0 to 5, 2 to 7, … 10 to 15
        const Batch batch = read(**dataset, Part::Train, 6);
        QCOMPARE(textOf(spec, std::span(batch.inputs[0].integers).subspan(5, 5)), std::string("llo w"));
        QCOMPARE(textOf(spec, std::span(batch.target.integers).subspan(5, 5)), std::string("lo wo"));
        QCOMPARE(textOf(spec, std::span(batch.target.integers).last(5)), std::string(", 你好!"));
        QVERIFY(spec.inTime);  // pieces overlap
    }

    void bytesAreNumberedByThemselves() {
        const auto dataset = openDataset(
            {"text", {{"path", write("abcdefgh")}, {"level", std::string("byte")}, {"length", std::int64_t{2}}, {"test_share", 0.0}}});
        QCOMPARE((*dataset)->spec().classes, 256);
        QCOMPARE(read(**dataset, Part::Train, 1).inputs[0].integers, (std::vector<std::int64_t>{'a', 'b'}));
        QVERIFY(!(*dataset)->spec().inTime);
    }

    void theEndOfTheTextIsTheTestPart() {
        const auto dataset = openDataset({"text", {{"path", write("aaaaaaaabb")}, {"length", std::int64_t{1}}, {"test_share", 0.2}}});
        QCOMPARE((*dataset)->size(Part::Train), 7);
        QCOMPARE((*dataset)->size(Part::Test), 1);
        QCOMPARE(read(**dataset, Part::Test, 1).target.integers[0], 1);
    }

    void hiddenTokensAreTheTargets() {
        const auto dataset = openDataset({"text", {{"objective", std::string("masked_token")}, {"length", std::int64_t{100}}}});
        const std::int64_t mask = (*dataset)->spec().classes - 1;
        QCOMPARE((*dataset)->spec().classNames.back(), std::string("[mask]"));
        const auto plain = openDataset({"text", {{"length", std::int64_t{100}}}});
        const Batch hidden = read(**dataset, Part::Train, 1000), open = read(**plain, Part::Train, 1000);
        std::int64_t chosen = 0, masked = 0, kept = 0;
        for (std::size_t i = 0; i < hidden.target.integers.size(); ++i) {
            const std::int64_t token = open.inputs[0].integers[i], shown = hidden.inputs[0].integers[i];
            if (hidden.target.integers[i] == -100) {
                QCOMPARE(shown, token);
                continue;
            }
            QCOMPARE(hidden.target.integers[i], token);
            ++chosen;
            masked += shown == mask;
            kept += shown == token;
        }
        QVERIFY(std::abs(chosen - 15000) < 1500);
        QVERIFY(std::abs(static_cast<double>(masked) / static_cast<double>(chosen) - 0.8) < 0.02);
        QVERIFY(std::abs(static_cast<double>(kept) / static_cast<double>(chosen) - 0.1) < 0.03);
    }

    void textsThatAreTooShortOrNoTextAreRefused() {
        QVERIFY(!openDataset({"text", {{"path", write("short")}}}));
        QVERIFY(!openDataset({"text", {{"path", write(std::string("a\0b", 3))}}}));
        QVERIFY(!openDataset({"text", {{"path", write("\xFF\xFF\xFF\xFF\xFF\xFF")}, {"encoding", std::string("utf-8")}}}));
    }
};

QTEST_APPLESS_MAIN(GeneratedTest)
#include "tst_generated.moc"
