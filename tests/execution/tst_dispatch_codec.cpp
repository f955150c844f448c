#include "execution/execution_tests.h"

#include "execution/dispatch_codec.h"

#include <QtTest>

using namespace wayreeve;
using namespace wayreeve::execution;

namespace {

Dispatch sample() {
    Dispatch d;
    d.number = UINT64_MAX;
    d.decision = 1ULL << 33;
    d.proposal = 3;
    d.customer = 4;
    d.agent = 5;
    d.action = 6;
    d.content = 7;
    d.channel = documents::Channel::Sms;
    d.slot = documents::Slot::Operation;
    d.connector = "http";
    d.key = "abc";
    d.subject = "Grüße";
    d.body = "…";
    d.cost = 0.02;
    d.at = {-1};
    d.state = DispatchState::Unknown;
    d.attempts = 6;
    d.result = "http-503";
    return d;
}

std::vector<std::uint8_t> bytesOf(const Dispatch& dispatch) {
    cbor::Writer writer;
    encode(writer, dispatch);
    return writer.take();
}

bool read(const std::vector<std::uint8_t>& bytes, Dispatch& dispatch) {
    cbor::Reader reader(bytes);
    return decode(reader, dispatch) && reader.atEnd();
}

} // namespace

void DispatchCodecTest::readsBackEqual() {
    for (const Dispatch& dispatch : {sample(), Dispatch()}) {
        Dispatch back;
        QVERIFY(read(bytesOf(dispatch), back));
        QVERIFY(back == dispatch);
    }
}

void DispatchCodecTest::hostileBytesAreRefused() {
    const auto good = bytesOf(sample());
    for (std::size_t at = 0; at < good.size(); ++at) {
        Dispatch back;
        QVERIFY(!read({good.begin(), good.begin() + static_cast<std::ptrdiff_t>(at)}, back));
        for (int byte = 0; byte < 256; ++byte) {
            auto bad = good;
            bad[at] = static_cast<std::uint8_t>(byte);
            if (read(bad, back))
                QCOMPARE(bytesOf(back), bad);
        }
    }
}
