// The CSV kernels against the scan by the letter, on every kind of text and border.
#include "core/io/csvscan.h"

#include <QTest>

#include <rapidcheck.h>
#include <string>
#include <vector>

using namespace passel;

namespace {

struct Found
{
    std::vector<quint32> ends;
    std::vector<quint32> rows;
    bool insideQuotes = false;
    bool stray = false;

    bool operator==(const Found &) const = default;
};

Found scanWith(CsvScanFunction function, const std::string &text, size_t piece)
{
    const std::string padded = text + std::string(64, '\0');
    std::vector<quint32> ends(text.size() + 128);
    std::vector<quint32> rows(text.size() + 128);
    CsvEnds found{ends.data(), rows.data(), 0, 0};
    CsvScanState state;
    for (size_t from = 0; from < text.size(); from += piece)
        function(padded.data(), from, std::min(text.size(), from + piece), ',', '"', &state,
                 &found);
    ends.resize(found.endCount);
    rows.resize(found.rowCount);
    return {ends, rows, state.insideQuotes, state.stray};
}

Found scanByLetter(const std::string &text)
{
    const std::string padded = text + std::string(64, '\0');
    std::vector<quint32> ends(text.size() + 128);
    std::vector<quint32> rows(text.size() + 128);
    CsvEnds found{ends.data(), rows.data(), 0, 0};
    CsvScanState state;
    size_t strays = 0;
    scanCarefully(padded.data(), 0, text.size(), ',', '"', &state, &found, nullptr, 0, &strays);
    ends.resize(found.endCount);
    rows.resize(found.rowCount);
    return {ends, rows, state.insideQuotes, strays > 0};
}

} // namespace

class TestCsvScan : public QObject
{
    Q_OBJECT

private slots:
    void kernelsAgree();
    void splitAgrees();
};

void TestCsvScan::kernelsAgree()
{
    const bool good = rc::check("fast scans equal the careful one", [] {
        const auto letters = *rc::gen::container<std::string>(
            rc::gen::weightedElement<char>({{6, 'a'}, {3, ','}, {3, '"'}, {2, '\n'}, {1, '\r'}}));
        // Long enough for several blocks: the pattern is repeated.
        std::string text;
        const int times = *rc::gen::inRange(1, 12);
        for (int i = 0; i < times; ++i)
            text += letters;
        const size_t piece = 64 * static_cast<size_t>(*rc::gen::inRange(1, 4));
        const Found careful = scanByLetter(text);
        for (const CsvScanFunction function : {csvKernels().scan, portableCsvKernels().scan}) {
            const Found fast = scanWith(function, text, piece);
            RC_ASSERT(fast.stray == careful.stray);
            if (!fast.stray)
                RC_ASSERT(fast == careful);
        }
    });
    QVERIFY(good);
}

void TestCsvScan::splitAgrees()
{
    const bool good = rc::check("fast splits equal the careful one", [] {
        const auto letters = *rc::gen::container<std::string>(
            rc::gen::weightedElement<char>({{6, 'a'}, {3, ','}, {2, '"'}, {2, '\n'}, {1, '\r'}}));
        std::string text = letters + letters + letters;
        if (scanByLetter(text).stray)
            RC_DISCARD("stray");
        const std::string padded = text + std::string(64, '\0');
        CsvScanState state;
        const size_t careful = splitCarefully(padded.data(), text.size(), ',', '"', &state, 0, 0);
        RC_ASSERT(csvKernels().split(padded.data(), text.size(), '"') == careful);
        RC_ASSERT(portableCsvKernels().split(padded.data(), text.size(), '"') == careful);
    });
    QVERIFY(good);
}

QTEST_GUILESS_MAIN(TestCsvScan)
#include "tst_csvscan.moc"
