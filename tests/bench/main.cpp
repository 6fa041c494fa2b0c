// passel-bench: one case of the benchmark, one JSON line. Built with the tests, never installed.
#include "tests/bench/bench.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <map>

namespace passel::bench {

double quantile(std::vector<double> values, double share)
{
    const auto at = static_cast<size_t>(static_cast<double>(values.size() - 1) * share);
    std::nth_element(values.begin(), values.begin() + static_cast<qsizetype>(at), values.end());
    return values[at];
}

double median(std::vector<double> values)
{
    return quantile(std::move(values), 0.5);
}

void print(const QJsonObject &answer)
{
    std::puts(QJsonDocument(answer).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

int failed(const Error &error)
{
    std::fprintf(stderr, "%s\n", qPrintable(error.message()));
    return 1;
}

int usage()
{
    std::fputs("usage: passel-bench load FILE | first-view FILE | gui-grid | gui-start |\n"
               "       transfer FILE --scratch DIR\n",
               stderr);
    return 2;
}

} // namespace passel::bench

int main(int argc, char **argv)
{
    using namespace passel::bench;
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const std::map<QString, std::function<int(const QStringList &)>> cases{
        {QStringLiteral("load"), load},         {QStringLiteral("first-view"), firstView},
        {QStringLiteral("gui-grid"), guiGrid},  {QStringLiteral("gui-start"), guiStart},
        {QStringLiteral("transfer"), transfer},
    };
    const auto found = arguments.isEmpty() ? cases.end() : cases.find(arguments.front());
    return found == cases.end() ? usage() : found->second(arguments.mid(1));
}
