// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>

#include "core/base/hash.h"
#include "core/data/generated/generated_kinds.h"
#include "core/data/portable_math.h"
#include "core/data/random.h"

namespace seekbench {
namespace {

constexpr Parameter<std::int64_t> kLength{"length"};
constexpr Parameter<std::int64_t> kTrainSamples{"train_samples"};
constexpr Parameter<std::int64_t> kTestSamples{"test_samples"};
constexpr Parameter<std::int64_t> kPerCustomer{"per_customer"};
constexpr Parameter<double> kFraudShare{"fraud_share"};
constexpr Parameter<double> kHidden{"hidden"};
constexpr Parameter<std::int64_t> kSeed{"seed"};

constexpr std::size_t kFeatures = 6;
constexpr double kSoon = 1.0 / 24, kLarge = 3;

struct Payment {
    double amount = 0, days = 0, hour = 0;
    bool abroad = false, present = true;
};

double share(Xoshiro256& random) { return (double{random.symmetric()} + 1) / 2; }

// How a customer pays.
struct Customer {
    double hour, spread, abroad, online, pace;  // usual hour and how far from it, shares abroad and without card, days between payments
    Customer(std::uint64_t seed, std::uint64_t stream) {
        Xoshiro256 random(seed, stream);
        hour = 24 * share(random);
        spread = 2 + 6 * share(random);
        abroad = 0.3 * share(random);
        online = 0.1 + 0.5 * share(random);
        pace = 0.1 + 2 * share(random);
    }
    Payment pay(Xoshiro256& random) const {
        Payment payment;
        // Mostly near the usual amount, seldom many times of it.
        const double size = share(random);
        payment.amount = 0.2 + 1.3 * size + (share(random) < 0.15 ? 6 * share(random) : 0);
        payment.days = share(random) < 0.15 ? kSoon * share(random) : pace * 2 * share(random);
        payment.hour = hour + spread * double{random.symmetric()};
        payment.abroad = share(random) < abroad;
        payment.present = share(random) >= online;
        return payment;
    }
};

bool followsRule(const Payment& payment) { return payment.abroad && !payment.present && payment.days < kSoon && payment.amount > kLarge; }

class Transactions final : public Dataset {
public:
    Transactions(SampleSpec spec, const Parameters& parameters)
        : m_spec(std::move(spec)),
          m_length(static_cast<std::size_t>(parameters[kLength])),
          m_perCustomer(parameters[kPerCustomer]),
          m_seed(static_cast<std::uint64_t>(parameters[kSeed])),
          m_fraudShare(parameters[kFraudShare]),
          m_hidden(parameters[kHidden]) {
        // A block holds one fraud; where it lies is drawn, so that frauds are spread over customers.
        m_block = m_fraudShare > 0 ? std::max<std::int64_t>(1, std::llround(1 / m_fraudShare)) : 0;
    }

    const SampleSpec& spec() const override { return m_spec; }
    std::int64_t size(Part part) const override { return part == Part::Train ? m_spec.trainSamples : m_spec.testSamples; }

    void read(Part part, std::span<const std::int64_t> indices, Batch& batch) const override {
        batch.inputs.resize(1);
        HostTensor& input = batch.inputs[0];
        input.element = ElementType::Float;
        input.sizes = {static_cast<std::int64_t>(indices.size()), static_cast<std::int64_t>(m_length), kFeatures};
        input.floats.resize(indices.size() * m_length * kFeatures);
        batch.target.element = ElementType::Integer;
        batch.target.sizes = {static_cast<std::int64_t>(indices.size())};
        batch.target.integers.clear();
        float* out = input.floats.data();
        for (const std::int64_t index : indices) {
            const bool fraud = isFraud(part, index);
            batch.target.integers.push_back(fraud);
            out = write(part, index, fraud, out);
        }
    }

    std::string fingerprint() const override {
        // Everything follows from these; a change of the rule must change the number.
        constexpr std::uint64_t kRule = 1;
        Fingerprint fingerprint;
        const std::uint64_t numbers[] = {kRule, m_seed, m_length, static_cast<std::uint64_t>(m_perCustomer),
                                         static_cast<std::uint64_t>(m_block)};
        fingerprint.add(std::as_bytes(std::span(numbers)));
        fingerprint.add(std::as_bytes(std::span(&m_hidden, 1)));
        return fingerprint.hex();
    }
    std::optional<std::int64_t> stratumOf(Part part, std::int64_t index) const override { return isFraud(part, index); }
    std::optional<std::int64_t> groupOf(Part part, std::int64_t index) const override {
        return index / m_perCustomer * 2 + (part == Part::Test ? 1 : 0);
    }
    std::vector<Baseline> baselines(Part part, std::span<const std::int64_t> indices) const override {
        if (indices.empty()) return {};
        const auto frauds = std::ranges::count_if(indices, [&](std::int64_t index) { return isFraud(part, index); });
        // Below one half there are always more honest ones.
        return {{"accuracy", "majority", 1 - static_cast<double>(frauds) / static_cast<double>(indices.size())}};
    }

private:
    // Streams of customers, samples and blocks, of both parts, never meet.
    std::uint64_t stream(std::uint64_t what, Part part, std::int64_t number) const {
        return (static_cast<std::uint64_t>(number) * 2 + (part == Part::Test ? 1 : 0)) * 3 + what;
    }
    bool isFraud(Part part, std::int64_t index) const {
        if (m_block == 0) return false;
        Xoshiro256 random(m_seed, stream(0, part, index / m_block));
        return static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(m_block))) == index % m_block;
    }
    float* write(Part part, std::int64_t index, bool fraud, float* out) const {
        const Customer customer(m_seed, stream(1, part, index / m_perCustomer));
        Xoshiro256 random(m_seed, stream(2, part, index));
        const bool isHidden = share(random) < m_hidden;
        for (std::size_t i = 0; i < m_length; ++i) {
            Payment payment = customer.pay(random);
            if (i + 1 == m_length) {
                // Honest customers do not end like a fraud; one feature of a payment that would is taken back.
                if (followsRule(payment)) payment.present = true;
                if (fraud && !isHidden) {
                    payment.abroad = true;
                    payment.present = false;
                    payment.days = kSoon * 0.99 * share(random);
                    payment.amount = kLarge + 0.01 + 4 * share(random);
                }
            }
            const double turns = payment.hour / 24;
            const double features[kFeatures] = {payment.amount,
                                                payment.days,
                                                portableSine(turns),
                                                portableSine(turns + 0.25),
                                                payment.abroad ? 1.0 : 0.0,
                                                payment.present ? 1.0 : 0.0};
            out = std::ranges::transform(features, out, [](double value) { return static_cast<float>(value); }).out;
        }
        return out;
    }

    SampleSpec m_spec;
    std::size_t m_length;
    std::int64_t m_perCustomer, m_block = 0;
    std::uint64_t m_seed;
    double m_fraudShare, m_hidden;
};

SampleSpec describe(const Parameters& parameters) {
    return {.inputs = {TensorType{{parameters[kLength], static_cast<std::int64_t>(kFeatures)}, ElementType::Float}},
            .target = {{}, ElementType::Integer},
            .targetKind = TargetKind::Class,
            .classes = 2,
            .classNames = {std::string(phrase("honest")), std::string(phrase("fraud"))},
            .trainSamples = parameters[kTrainSamples],
            .testSamples = parameters[kTestSamples],
            .grouped = true};
}

}  // namespace

DatasetKind generatedTransactionsKind() {
    return {
        .kind = {"generated_transactions",
                 phrase("Made-up card payments"),
                 phrase("Payments of customers, of which few are frauds by a known rule: a test of rare classes."),
                 {
                     specOf(kLength, phrase("Length"), phrase("How many payments a sample shows."), 16, 1, 4096, phrase("payments")),
                     specOf(kTrainSamples, phrase("Training samples"), phrase("Number of samples to train on."), 50000, 2, 1e9),
                     specOf(kTestSamples, phrase("Test samples"), phrase("Number of samples of the test part."), 10000, 1, 1e9),
                     specOf(kPerCustomer, phrase("Samples per customer"), phrase("How many samples are of the same customer."), 20, 1, 1e6),
                     specOf(kFraudShare, phrase("Share of frauds"), phrase("One of 500 by default, as on real cards."), 0.002, 0, 0.5),
                     specOf(kHidden, phrase("Hidden frauds"), phrase("Share of the frauds that look honest: nobody can find them."), 0.1, 0,
                            1),
                     specOf(kSeed, phrase("Seed"), phrase("Of everything that is drawn."), 0, 0, 1e15),
                 }},
        .describe = describe,
        .open = [](const Parameters& parameters) -> Result<std::unique_ptr<Dataset>> {
            return std::unique_ptr<Dataset>(std::make_unique<Transactions>(describe(parameters), parameters));
        }};
}

}  // namespace seekbench
