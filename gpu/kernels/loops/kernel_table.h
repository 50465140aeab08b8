// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the kernels take and give: plain arrays, no torch, one thread. A KernelTable holds all of them compiled for one instruction set;
// callers share the work between threads and put the parts together in a fixed order, so that no thread's timing shows in a number.

#include <cstdint>

namespace seekbench {

// A stretch of the positions of a picture or volume: class c of position i is logits[c·plane + i].
struct ClassPositions {
    static constexpr std::int64_t kGreatestCount = 256;
    static constexpr std::int64_t kGreatestClasses = 64;
    static constexpr std::int64_t kIgnored = -100;  // the position takes no part

    const float* logits = nullptr;
    std::int64_t plane = 0;
    const std::int64_t* target = nullptr;  // class of each position, or kIgnored
    std::int64_t count = 0;                // 1 to kGreatestCount
    std::int64_t classes = 0;              // 2 to kGreatestClasses
};

// −alpha_t · max(1 − p_t, 1e-6)^gamma · log p_t with alpha_0 for class 0 and alpha_1 for all others.
struct FocalTerms {
    float gamma = 2;
    float alphaBackground = 1, alphaForeground = 1;
};

// Sums over positions that take part; the arrays have an element for each class. Of two classes those of class 0 are left out, but for
// truth: it is the background.
struct DiceFocalSums {
    double counted = 0;
    std::int64_t strangers = 0;  // targets that are no class and not ignored
    double focal = 0;
    double common[ClassPositions::kGreatestClasses] = {};   // Σ p where it is the true class
    double squares[ClassPositions::kGreatestClasses] = {};  // Σ p²
    double truth[ClassPositions::kGreatestClasses] = {};    // Σ 1 where it is the true class
};

// The slope of the loss is, at each position, that of  focal · (focal term) + Σ_c (ofTruth[c] · [c is true] + ofShare[c] · p_c) · p_c
// with the factors held fixed; those of class 0 are 0 (see gpu/kernels/fused_class_loss.cpp for where they come from).
struct DiceFocalSlopes {
    float focal = 0;
    float ofTruth[ClassPositions::kGreatestClasses] = {};
    float ofShare[ClassPositions::kGreatestClasses] = {};
};

// Cross entropy of softmax: (1 − smoothing) · w_t · (−log p_t) + smoothing / classes · Σ_c w_c · (−log p_c).
struct CrossEntropyTerms {
    float smoothing = 0;
    const float* weights = nullptr;  // by class; null: all 1
    float weightSum = 0;             // of all classes
    float slope = 0;                 // factor on the gradient
};

// softmax(gate(scale · Q Kᵀ) + mask) V for each head, with dropout of the weights. The gate is that of course A:
// f(s) = (min(max(tanh s, −½), ½) + ½) · s.
struct AttentionShape {
    // Queries and keys go through in squares of this side, the last ones narrower. Keys and features are rounded up: two of the widest
    // vectors, one of them.
    static constexpr std::int64_t kBlock = 96;
    static constexpr std::int64_t kKeyUnit = 32;
    static constexpr std::int64_t kFeatureUnit = 16;

    std::int64_t heads = 0;  // per sample
    std::int64_t queries = 0, keys = 0;
    std::int64_t features = 0, valueFeatures = 0;  // of a head
    float scale = 1;
    bool gated = false;
    bool causal = false;                       // query i sees keys 0 to i
    const float* mask = nullptr;               // added to the scores; −∞ hides
    std::int64_t maskSample = 0, maskRow = 0;  // distances between samples and between queries
    std::uint32_t dropBelow = 0;               // a weight is dropped when its random number is below (of 2³²); 0: none
    float keptScale = 1;                       // what is kept is multiplied by it
    std::uint64_t seed = 0;

    static constexpr std::int64_t roundedUp(std::int64_t number, std::int64_t unit) { return (number + unit - 1) / unit * unit; }
    std::int64_t keysPadded() const { return roundedUp(keys, kKeyUnit); }
    std::int64_t featuresPadded() const { return roundedUp(features, kFeatureUnit); }
    std::int64_t valueFeaturesPadded() const { return roundedUp(valueFeatures, kFeatureUnit); }
    std::int64_t queryBlocks() const { return (queries + kBlock - 1) / kBlock; }
};

// Rows of one head: row i begins at data + i·row.
struct HeadRows {
    float* data = nullptr;
    std::int64_t row = 0;
};

// Keys and values of one head, laid out for the products. Sizes in floats: transposed ones keysPadded × features,
// straight ones keysPadded × features padded.
struct AttentionPacked {
    float* keysTransposed = nullptr;    // scaled
    float* values = nullptr;            // forward only
    float* keys = nullptr;              // backward only, scaled
    float* valuesTransposed = nullptr;  // backward only
};

struct AttentionForward {
    std::int64_t sample = 0, head = 0;  // of the mask and of the random numbers
    HeadRows query, result;
    float* logSumExp = nullptr;  // of each query; +∞ for one that sees nothing
};

struct AttentionBackward {
    std::int64_t sample = 0, head = 0;
    HeadRows query, result, resultSlope, querySlope;
    const float* logSumExp = nullptr;
    float* keySlopes = nullptr;    // keysPadded × features padded, added to
    float* valueSlopes = nullptr;  // keysPadded × value features padded, added to
};

// A window over a volume (a picture has depth 1). Planes are dense.
struct PoolShape {
    std::int64_t in[3] = {1, 1, 1}, out[3] = {1, 1, 1};  // depth, height, width
    std::int64_t kernel[3] = {1, 1, 1}, stride[3] = {1, 1, 1}, padding[3] = {0, 0, 0};

    std::int64_t inPlane() const { return in[0] * in[1] * in[2]; }
    std::int64_t outPlane() const { return out[0] * out[1] * out[2]; }
    std::int64_t scratch() const { return 2 * (in[2] + 2 * padding[2] + kernel[2] + 3 * stride[2] * 16); }
};

// The windows along one row of the output where channels lie beside each other. Their rows that lie inside: row i begins at
// input + lines[i], at the start of the volume's row, and its first place is number places[i] of the window; at least one.
struct PoolRow {
    const std::int64_t* lines = nullptr;
    const std::int32_t* places = nullptr;
    std::int64_t lineCount = 0;
    std::int64_t in = 1, out = 1, kernel = 1, stride = 1, padding = 0;  // along the row
    std::int64_t inStep = 1, outStep = 1;                               // floats from one position to the next
    std::int64_t channels = 1;
};

// One step of an LSTM; arrays are rows × size.
struct LstmStep {
    std::int64_t rows = 0, size = 0;
    const float* cellBefore = nullptr;  // null: all 0
    float* cell = nullptr;
    float* hidden = nullptr;
};

// C (rows × columns) = A · B, or C + A · B; then the bias of each column, then a ReLU, where wanted. Row i of a matrix begins at
// data + i · row; of a transposed one, where it is read as it lies, column i does. No extent is 0.
struct MatrixProduct {
    static constexpr std::int64_t kScratch = 256 * (96 + 512);  // floats that a product needs, aligned to 64 bytes

    std::int64_t rows = 0, columns = 0, depth = 0;
    const float* a = nullptr;
    std::int64_t aRow = 0;
    bool aTransposed = false;
    const float* b = nullptr;
    std::int64_t bRow = 0;
    bool bTransposed = false;
    float* c = nullptr;
    std::int64_t cRow = 0;
    bool add = false;
    const float* bias = nullptr;  // may be null
    bool relu = false;
};

// The distribution of normal numbers, or its approximation.
enum class GeluGate : std::uint8_t { Normal, Tanh };

struct KernelTable {
    // Adds to `sums`.
    void (*diceFocalSums)(const ClassPositions&, const FocalTerms&, DiceFocalSums& sums);
    // gradient[c·plane + i] = slope of the loss; 0 where the position takes no part.
    void (*diceFocalGradient)(const ClassPositions&, const FocalTerms&, const DiceFocalSlopes&, float* gradient);
    // The sum of the cross entropies; with `gradient` not null also terms.slope times their slopes.
    double (*crossEntropyPositions)(const ClassPositions&, const CrossEntropyTerms&, float* gradient);
    // The same for one row of logits; `classes` has no bound here.
    double (*crossEntropyRow)(const float* logits, std::int64_t classes, std::int64_t target, const CrossEntropyTerms&, float* gradient);

    // out[i] = in[i] · keptScale, or 0 where the random number of (seed, first + i) is below dropBelow (of 2³²). May work in place.
    void (*dropout)(const float* in, float* out, std::int64_t first, std::int64_t count, std::uint64_t seed, std::uint32_t dropBelow,
                    float keptScale);

    void (*packAttention)(const AttentionShape&, HeadRows keys, HeadRows values, const AttentionPacked&);
    std::int64_t (*attentionScratch)(const AttentionShape&);  // floats that the next two need, aligned to 64 bytes
    void (*attentionForward)(const AttentionShape&, const AttentionPacked&, const AttentionForward&, std::int64_t block, float* scratch);
    void (*attentionBackward)(const AttentionShape&, const AttentionPacked&, const AttentionBackward&, std::int64_t block, float* scratch);
    // map = f(scale · X Xᵀ), queries × queries; keysTransposed as packed. A block writes the squares from its own on along the row, and
    // their mirror images. And its slope: rows of `slopes` are written.
    void (*gatedMap)(const AttentionShape&, const AttentionPacked&, HeadRows rows, float* map, std::int64_t block, float* scratch);
    void (*gatedMapBackward)(const AttentionShape&, const AttentionPacked&, HeadRows rows, const float* mapSlopes, HeadRows slopes,
                             std::int64_t block, float* scratch);

    // gates (rows × 4 · size): in, the sums; out, the gates themselves. Writes cell and hidden.
    void (*lstmForward)(const LstmStep&, float* gates);
    // cellSlopes: in, of the cell; out, of the cell before. Writes the slopes by the sums.
    void (*lstmBackward)(const LstmStep&, const float* gates, const float* hiddenSlopes, float* cellSlopes, float* gateSlopes);

    // Which of a window's places was greatest goes to `where`, counted row by row within the window. scratch: shape.scratch() floats.
    void (*maxPoolPlane)(const PoolShape&, const float* in, float* out, std::uint8_t* where, float* scratch);
    void (*maxPoolPlaneBackward)(const PoolShape&, const float* outSlopes, const std::uint8_t* where, float* inSlopes);

    // The same for a row of windows with channels beside each other. Backwards it adds to inSlopes; or writes, where no windows meet.
    void (*maxPoolRow)(const PoolRow&, const float* in, float* out, std::uint8_t* where);
    void (*maxPoolRowBackward)(const PoolRow&, const float* outSlopes, const std::uint8_t* where, float* inSlopes, bool adds);

    // Each number of C is a sum in an order that depends on the depth only.
    void (*multiplyMatrices)(const MatrixProduct&, float* scratch);

    // x · gate(x) and its slope times outSlopes (Hendrycks and Gimpel 2016, arXiv 1606.08415). May work in place.
    void (*gelu)(GeluGate, const float* in, float* out, std::int64_t count);
    void (*geluBackward)(GeluGate, const float* in, const float* outSlopes, float* inSlopes, std::int64_t count);
};

// Compiled for the processor that the compiler assumes; for AVX2 with FMA; for AVX-512 (F, BW, DQ, VL). The latter two are null where
// they were not compiled. Which of them this machine can run is InstructionSet's to say.
const KernelTable* plainKernels();
const KernelTable* avx2Kernels();
const KernelTable* avx512Kernels();

}  // namespace seekbench
