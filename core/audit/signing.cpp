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

static_assert(crypto_sign_PUBLICKEYBYTES == 32 && crypto_sign_SECRETKEYBYTES == 64);

} // namespace

SigningKey SigningKey::generate() {
    (void)hashOf(std::string_view()); // starts libsodium
    SigningKey key;
    crypto_sign_keypair(key.publicKey.data(), key.secretKey.data());
    return key;
}

void SigningKey::sign(SignedHead& head) const {
    const std::vector<std::uint8_t> bytes = signedBytes(head);
    head.signature.assign(crypto_sign_BYTES, 0);
    crypto_sign_detached(head.signature.data(), nullptr, bytes.data(), bytes.size(), secretKey.data());
}

bool isSignedBy(const SignedHead& head, std::span<const std::uint8_t> publicKey) {
    if (head.signature.size() != crypto_sign_BYTES || publicKey.size() != crypto_sign_PUBLICKEYBYTES)
        return false;
    const std::vector<std::uint8_t> bytes = signedBytes(head);
    return crypto_sign_verify_detached(head.signature.data(), bytes.data(), bytes.size(), publicKey.data()) == 0;
}

} // namespace wayreeve::audit
