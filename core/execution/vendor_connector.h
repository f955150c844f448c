#pragma once

#include "base/result.h"
#include "documents/connectors.h"
#include "execution/connector_environment.h"
#include "execution/http_call.h"

namespace wayreeve::execution {

/// One item as a vendor's format sees it.
struct VendorItem {
    const documents::ConnectorSettings& settings;
    const ConnectorEnvironment& environment;
    const std::string& secret;
    const Dispatch& dispatch;
    const std::string& customerKey;
    const std::string& actionId;
    std::optional<std::string> address; ///< the customer's e-mail, where it is known
};

/// How a vendor wants to be asked, and what its answers mean. The published pages stand in docs/formats/connectors.md.
struct VendorFormat {
    /// The request, without its limits; an Error's code is the answer's ("no-address"): nothing is sent.
    Result<HttpRequest> (*request)(const VendorItem& item);
    Connector::Answer (*answer)(const HttpAnswer& answer);
    bool honoursKeys = false; ///< Connector::honoursKeys, of opt-outs too
    /// The same for an opt-out (opt_out.h); null where the vendor has no place for one ("no-opt-out").
    Result<HttpRequest> (*optOut)(const VendorItem& item) = nullptr;
    Connector::Answer (*optOutAnswer)(const HttpAnswer& answer) = nullptr;
};

extern const VendorFormat slackMessage;      ///< chat.postMessage; knows no keys
extern const VendorFormat hubspotStage;      ///< PATCH of a contact's stage; repeating changes nothing; an
                                             ///< opt-out unsubscribes from all e-mail
extern const VendorFormat zendeskTicket;     ///< POST of a ticket with Idempotency-Key, which Zendesk forgets after two
                                             ///< hours: a crash may last longer
extern const VendorFormat zendeskEscalation; ///< PUT of a ticket's priority and an internal note; knows no keys
extern const VendorFormat metaAudienceAdd;   ///< POST of a hashed address; repeating changes nothing
extern const VendorFormat metaAudienceRemove; ///< DELETE of one; repeating changes nothing

/// Sends by one of these formats. Codes beside those of plainAnswer(): "bad-key", "garbled" (a success that cannot be
/// read as one: Unknown), and each format's own. Any thread.
class VendorConnector final : public Connector {
public:
    VendorConnector(documents::ConnectorSettings settings, ConnectorEnvironment environment, std::string secret,
                    const VendorFormat& format);
    [[nodiscard]] Answer send(const Dispatch& dispatch, const std::string& customerKey,
                              const std::string& actionId) override;
    [[nodiscard]] bool honoursKeys() const override { return m_format.honoursKeys; }

private:
    documents::ConnectorSettings m_settings;
    ConnectorEnvironment m_environment;
    std::string m_secret;
    const VendorFormat& m_format;
};

/// The JSON of an answer as a context; null where it is none.
[[nodiscard]] Value jsonOf(const HttpAnswer& answer);
/// A vendor's own word for an error as a result code: "slack-channel_not_found"; what is not letters, digits and '_' is
/// left out.
[[nodiscard]] std::string vendorCode(const std::string& vendor, const std::string& word);

} // namespace wayreeve::execution
