#include "audit/verify.h"

#include "base/cbor.h"

#include <sodium.h>

namespace wayreeve::audit {

namespace {

std::vector<std::uint8_t> signedBytes(const SignedHead& head) {
    cbor::Writer writer;
    writer.array(4);
    writer.text(head.tag);
    writer.uint(head.entries);
    writer.bytes(head.link.bytes);
    writer.bytes(head.recordsHash.bytes);
    return writer.take();
}

std::vector<std::uint8_t> signedBytes(const ErasedRecords& erased) {
    cbor::Writer writer;
    writer.array(4);
    writer.text("erased");
    writer.text(erased.tag);
    writer.uint(erased.customer);
    writer.array(erased.numbers.size());
    for (const std::uint64_t number : erased.numbers)
        writer.uint(number);
    return writer.take();
}

template <class Signed>
void signWith(const SigningKey& key, Signed& what) {
    const std::vector<std::uint8_t> bytes = signedBytes(what);
    what.signature.assign(crypto_sign_BYTES, 0);
    crypto_sign_detached(what.signature.data(), nullptr, bytes.data(), bytes.size(), key.secretKey.data());
}

template <class Signed>
bool fits(const Signed& what, std::span<const std::uint8_t> publicKey) {
    if (what.signature.size() != crypto_sign_BYTES || publicKey.size() != crypto_sign_PUBLICKEYBYTES)
        return false;
    const std::vector<std::uint8_t> bytes = signedBytes(what);
    return crypto_sign_verify_detached(what.signature.data(), bytes.data(), bytes.size(), publicKey.data()) == 0;
}

static_assert(crypto_sign_PUBLICKEYBYTES == 32 && crypto_sign_SECRETKEYBYTES == 64);

} // namespace

SigningKey SigningKey::generate() {
    (void)hashOf(std::string_view()); // starts libsodium
    SigningKey key;
    crypto_sign_keypair(key.publicKey.data(), key.secretKey.data());
    return key;
}

void SigningKey::sign(SignedHead& head) const {
    signWith(*this, head);
}

void SigningKey::sign(ErasedRecords& erased) const {
    signWith(*this, erased);
}

bool isSignedBy(const SignedHead& head, std::span<const std::uint8_t> publicKey) {
    return fits(head, publicKey);
}

bool isSignedBy(const ErasedRecords& erased, std::span<const std::uint8_t> publicKey) {
    return fits(erased, publicKey);
}

} // namespace wayreeve::audit
