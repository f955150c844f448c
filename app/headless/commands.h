#pragma once

#include <string>
#include <vector>

namespace wayreeve::headless {

/// One command of wayreevectl. `run` gets the words after its name and answers an exit code.
struct CommandSpec {
    const char* name;
    const char* synopsis;
    const char* purpose;  ///< one sentence, translated when shown
    const char* examples; ///< lines
    int (*run)(const std::vector<std::string>& words);
};

[[nodiscard]] const std::vector<CommandSpec>& commands();

int runCheck(const std::vector<std::string>& words);
int runStories(const std::vector<std::string>& words);
int runSimulate(const std::vector<std::string>& words);
int runReplay(const std::vector<std::string>& words);
int runDecisions(const std::vector<std::string>& words);
int runExplain(const std::vector<std::string>& words);
int runQueue(const std::vector<std::string>& words);
int runHandoff(const std::vector<std::string>& words);
int runSuggestions(const std::vector<std::string>& words);
int runServe(const std::vector<std::string>& words);
int runSources(const std::vector<std::string>& words);
int runQuarantine(const std::vector<std::string>& words);
int runErase(const std::vector<std::string>& words);
int runCustomer(const std::vector<std::string>& words);
int runUnmerge(const std::vector<std::string>& words);
int runStop(const std::vector<std::string>& words);
int runOutbox(const std::vector<std::string>& words);
int runDispatch(const std::vector<std::string>& words);
int runVerify(const std::vector<std::string>& words);
int runImport(const std::vector<std::string>& words);
int runExport(const std::vector<std::string>& words);
int runOffPolicy(const std::vector<std::string>& words);
int runStitching(const std::vector<std::string>& words);
int runLifetime(const std::vector<std::string>& words);
int runTable(const std::vector<std::string>& words);
int runReweight(const std::vector<std::string>& words);
int runBacktest(const std::vector<std::string>& words);
int runEffects(const std::vector<std::string>& words);
int runDrift(const std::vector<std::string>& words);
int runInsights(const std::vector<std::string>& words);
int runAuditStages(const std::vector<std::string>& words);
int runStages(const std::vector<std::string>& words);

} // namespace wayreeve::headless
