// Purchase intent of shop sessions: purchase_intent [--csv FILE]. Without `PageValues`, fitted on the first 9,000 rows
// of online_shoppers_intention.csv ($WAYREEVE_TEST_DATA or ../shared/data), tested on the rest: the area under the ROC
// curve of the engine's value model (shipped settings, one pass) and of logistic regression.
// Prints {"rows", "fitted", "value_model_auc", "logistic_auc"}.
#include "tests/planning/purchase_intent.cpp"

#include <cstdio>
#include <cstdlib>
#include <cstring>

int main(int argc, char** argv) {
    using namespace wayreeve::planning::trial;
    const char* folder = std::getenv("WAYREEVE_TEST_DATA");
    std::string file = (folder != nullptr ? folder : std::string(WAYREEVE_SOURCE_DIR) + "/../shared/data") +
                       "/online_shoppers_intention.csv";
    if (argc == 3 && std::strcmp(argv[1], "--csv") == 0)
        file = argv[2];
    else if (argc != 1) {
        std::fputs("Usage: purchase_intent [--csv FILE]\n", stderr);
        return 2;
    }
    constexpr std::size_t fitted = 9'000;
    const auto sessions = readSessions(file);
    if (!sessions || sessions->rows.size() <= fitted) {
        std::fprintf(stderr, "%s is no file of at least %zu sessions.\n", file.c_str(), fitted + 1);
        return 3;
    }
    const std::span<const std::uint8_t> truth = std::span(sessions->bought).subspan(fitted);
    std::printf("{\"rows\": %zu, \"fitted\": %zu, \"value_model_auc\": %.4f, \"logistic_auc\": %.4f}\n",
                sessions->rows.size(), fitted, areaUnderCurve(valueModelScores(*sessions, fitted), truth),
                areaUnderCurve(logisticScores(*sessions, fitted), truth));
    return 0;
}
