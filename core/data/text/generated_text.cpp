// SPDX-License-Identifier: Apache-2.0
#include "core/data/text/generated_text.h"

#include <array>
#include <set>
#include <span>

#include "core/data/portable_math.h"
#include "core/data/random.h"

namespace seekbench {
namespace {

using Words = std::span<const std::string_view>;
constexpr std::array<std::string_view, 12> kNouns{"cat",  "dog",  "bird",  "girl",  "king",  "farmer",
                                                  "tree", "ship", "stone", "river", "horse", "lamp"};
constexpr std::array<std::string_view, 8> kVerbs{"see", "find", "want", "follow", "hear", "know", "leave", "need"};
constexpr std::array<std::string_view, 8> kAdjectives{"old", "small", "red", "quiet", "young", "green", "cold", "brave"};
constexpr std::array<std::string_view, 3> kPlaces{"near", "behind", "under"};

class Writer {
public:
    explicit Writer(std::int64_t seed) : m_random(static_cast<std::uint64_t>(seed), 0) {}

    void sentence() {
        const bool plural = nounPhrase();
        if (decide()) {
            m_text += ", which ";
            verb(plural);
            nounPhrase();
            m_text += ", ";
        } else {
            m_text += ' ';
        }
        verb(plural);
        nounPhrase();
        if (decide()) {
            m_text += ' ';
            m_text += draw(kPlaces);
            m_text += " the ";
            m_text += draw(kNouns);
        }
        m_text += ".\n";
    }
    std::size_t size() const { return m_text.size(); }
    GeneratedText take() { return {std::move(m_text), m_nats}; }

private:
    std::uint64_t below(std::uint64_t bound) {
        m_nats += portableLog(static_cast<double>(bound));
        return m_random.below(bound);
    }
    std::string_view draw(Words words) { return words[below(words.size())]; }
    bool decide() { return below(2) == 1; }
    // Whether there are several of them.
    bool nounPhrase() {
        m_text += "the ";
        if (decide()) {
            m_text += draw(kAdjectives);
            m_text += ' ';
        }
        m_text += draw(kNouns);
        const bool plural = decide();
        if (plural) m_text += 's';
        return plural;
    }
    void verb(bool plural) {
        m_text += draw(kVerbs);
        m_text += plural ? " " : "s ";
    }

    Xoshiro256 m_random;
    std::string m_text;
    double m_nats = 0;
};

}  // namespace

GeneratedText generatedText(std::int64_t characters, std::int64_t seed) {
    Writer writer(seed);
    do writer.sentence();
    while (static_cast<std::int64_t>(writer.size()) < characters);
    return writer.take();
}

std::string_view generatedTextAlphabet() {
    static const std::string alphabet = [] {
        std::string letters = "the which.,\n s";
        for (const Words words : {Words(kNouns), Words(kVerbs), Words(kAdjectives), Words(kPlaces)})
            for (const std::string_view word : words) letters += word;
        const std::set<char> sorted(letters.begin(), letters.end());
        return std::string(sorted.begin(), sorted.end());
    }();
    return alphabet;
}

}  // namespace seekbench
