#include "execution/connector.h"

namespace wayreeve::execution {

// The settled outbox item is the record; there is nobody to send anything to.
Connector::Answer SandboxConnector::send(const Dispatch&, const std::string&, const std::string&) {
    return {DispatchState::Succeeded, "ok"};
}

} // namespace wayreeve::execution
