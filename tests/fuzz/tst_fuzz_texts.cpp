// SPDX-License-Identifier: Apache-2.0

// Damaged tables, price files and texts, with a fixed seed so that a failure comes back. What counts is that nothing crashes, hangs or
// reads where it must not: run it under the preset asan. $SEEKBENCH_FUZZ_SECONDS: how long for each reader.

#include <algorithm>
#include <cmath>
#include <fstream>
#include <random>

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include "core/data/dataset.h"
#include "core/data/indicators/indicator.h"

using namespace seekbench;

namespace {

// Changes a text as people and programs do: bytes, words that numbers must not be, cut and doubled stretches.
class TextDamage {
public:
    std::size_t below(std::size_t limit) { return limit ? m_random() % limit : 0; }
    void apply(std::string& text) {
        for (std::size_t changes = 1 + below(2); changes > 0; --changes) {
            const std::size_t place = below(text.size() + 1);
            switch (below(6)) {
                case 0:
                    if (place < text.size()) text[place] = static_cast<char>(m_random());
                    break;
                case 1: text.insert(place, kTelling[below(std::size(kTelling))]); break;
                case 2: text.resize(place); break;
                case 3: text.erase(place, 1 + below(16)); break;
                case 4: text.insert(place, std::string(text, place, 1 + below(40))); break;
                default: {
                    const std::size_t digit = text.find_first_of("0123456789", place);
                    if (digit != std::string::npos) text.replace(digit, 1, kTelling[below(std::size(kTelling))]);
                }
            }
        }
    }

private:
    static constexpr std::string_view kTelling[] = {
        "nan",  "inf",    "-inf", "1e400",    "1000000000000", "-1",   "\"",   "\"\"", ",",     "\t", "\r\n", "\r",         "\n\n",
        "0",    "1e-300", "?",    "万",       "\xEF\xBB\xBF",  "\xFF", "\x80", ";",    "99999", "--", "1e30", "2024-02-30", "é",
        "\xF0", "+",      "|",    "1,000,000"};
    std::mt19937 m_random{20261122};
};

}  // namespace

class FuzzTexts : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    // Opens the damaged text with `choice` again and again and reads every sample that comes of it.
    void damage(const std::string& original, Choice choice) {
        const int asked = qEnvironmentVariableIntValue("SEEKBENCH_FUZZ_SECONDS");
        const qint64 most = asked > 0 ? asked * 1000 : 1000;
        const std::string path = m_folder.path().toStdString() + "/damaged";
        choice.parameters["path"] = path;
        TextDamage damage;
        std::size_t read = 0, refused = 0;
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < most || read + refused < 300) {
            std::string text = original;
            damage.apply(text);
            std::ofstream(path, std::ios::binary) << text;
            const auto dataset = openDataset(choice);
            if (!dataset) {
                ++refused;
                QVERIFY(!dataset.error().english().empty());
                continue;
            }
            ++read;
            std::vector<std::int64_t> all(static_cast<std::size_t>((*dataset)->size(Part::Train)));
            for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<std::int64_t>(i);
            (*dataset)->fit(Part::Train, std::span(all).first(all.size() / 2));
            Batch batch;
            (*dataset)->read(Part::Train, all, batch);
            for (const HostTensor& input : batch.inputs)
                QVERIFY(std::ranges::all_of(input.floats, [](float value) { return std::isfinite(value); }));
            QVERIFY(std::ranges::all_of(batch.target.floats, [](float value) { return std::isfinite(value); }));
            const std::int64_t classes = (*dataset)->spec().classes;
            if (classes > 0)
                QVERIFY(std::ranges::all_of(batch.target.integers, [&](std::int64_t label) { return label >= 0 && label < classes; }));
        }
        qInfo("%zu read, %zu refused", read, refused);
        QVERIFY(read > 2 && refused > 2);  // both ways are walked
    }

private slots:
    void tables() {
        std::string text = "id,age,colour,when,label\n";
        for (int i = 0; i < 12; ++i)
            text += std::to_string(i) + "," + (i % 5 ? std::to_string(20 + i) + ".5" : "") + (i % 2 ? ",\"red, dark\"," : ",blue,") +
                    "2024-01-" + std::to_string(10 + i) + (i % 3 ? ",yes\n" : ",no\n");
        damage(text, {"csv", {}});
    }
    void tablesInTheOrderOfTime() {
        std::string text = "when;who;size;price\n";
        for (int i = 0; i < 12; ++i)
            text += "2024/1/" + std::to_string(28 - i) + ";" + std::to_string(i / 3) + ";" + std::to_string(i) + ";1.5\n";
        damage(text, {"csv", {{"time_column", std::string("when")}, {"group_column", std::string("who")}, {"task", std::string("value")}}});
    }
    void prices() {
        std::string text = "000300\n日期,开盘,最高,最低,收盘,成交量\n";
        for (int i = 0; i < 20; ++i)
            text +=
                "2024-01-" + std::to_string(10 + i) + ",10,1" + std::to_string(2 + i % 3) + ",9,11,\"1,2" + std::to_string(10 + i) + "\"\n";
        damage(text, {"prices",
                      {{"window", std::int64_t{2}},
                       {"target", std::string("return")},
                       {"indicators", std::string("sma(3) kdj(3) cci(2) adx(2) rsi(2)")}}});
    }
    void texts() {
        damage("the cat sees a dog, 你好 world.\nthe end of it",
               {"text", {{"length", std::int64_t{4}}, {"encoding", std::string("utf-8")}}});
    }
    void indicatorLists() {
        TextDamage damage;
        std::size_t read = 0;
        for (int round = 0; round < 20000; ++round) {
            std::string text = "sma(5, 10) macd rsi(14), kdj(9 3 3)";
            damage.apply(text);
            read += indicatorsFromText(text) ? 1 : 0;
        }
        QVERIFY(read > 100 && read < 19900);
    }
};

QTEST_APPLESS_MAIN(FuzzTexts)
#include "tst_fuzz_texts.moc"
