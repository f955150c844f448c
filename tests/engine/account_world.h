#pragma once

#include "engine/customer_state.h"
#include "engine/world.h"

#include <QStringList>

#include <map>
#include <string>

/// A supplier whose customers are companies: scripts of their people, and what became of them.
namespace account_world {

using namespace wayreeve;

/// A hard cap of `count` in `days` rolling days.
void addCap(documents::Workspace& workspace, const std::string& id, documents::CapPer per, int count, int days);

/// The demo with consent as its only policy and, where a guide is viewed, an agent of the account that checks in by
/// e-mail with an admin or else a champion. "Size Chart Viewed" has a person's own agent write to them.
std::shared_ptr<documents::Workspace> supplier();

perception::Event groupOf(const world::Script& script, const std::string& user, const std::string& group, Duration at,
                          Context traits = {});

/// Somebody of the account "acme", with an address.
void join(world::Script& script, const std::string& user, const char* role, bool consents, int at,
          const std::string& group = "acme");

world::Script agentic();

std::map<std::uint32_t, std::string> keysOf(const world::Kept& kept);

/// "account:acme check-in bo": subject, action and addressee of what went out, in the records' order.
QStringList sent(const engine::Program& program, const world::Kept& kept);

/// Where the account's check-ins stopped, in the records' order, each word once in a row.
QStringList stopped(const engine::Program& program, const world::Kept& kept, const std::string& action);

std::map<std::string, engine::CustomerState> statesOf(const engine::Program& program, const world::Kept& kept);

/// Who is in it, by key.
QString membersOf(const engine::Program& program, const world::Kept& kept, const std::string& account);

} // namespace account_world
