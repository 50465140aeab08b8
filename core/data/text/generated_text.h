// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace seekbench {

// Text that is made up by a small grammar, to train language models without a file. Every sentence is drawn evenly from the choices below:
//
//   sentence = subject [", which" verb object ","] verb object [place] "."
//   subject  = "the" [adjective] noun | "the" [adjective] nouns       the verb agrees with it: "sees" | "see", also behind a clause
//   object   = "the" [adjective] (noun | nouns)
//   place    = ("near" | "behind" | "under") "the" noun
//
// What a model can learn, in the order it usually does: which letters there are, words, the order of kinds of words, and that the verb
// after a clause agrees with the subject before it. `nats` is the information drawn: no model can have a lower loss per character on
// average than nats/size of a long text.
struct GeneratedText {
    std::string text;
    double nats = 0;
};
// At least `characters` long, up to the end of a sentence. Equal on every platform.
GeneratedText generatedText(std::int64_t characters, std::int64_t seed);
// The characters that such a text may hold, in ascending order, whatever its seed.
std::string_view generatedTextAlphabet();

}  // namespace seekbench
