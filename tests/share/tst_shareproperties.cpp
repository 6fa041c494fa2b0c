// What must hold for any table, any order and any number: properties, not examples.
#include "core/share/canonicaljson.h"
#include "core/share/sharepack.h"
#include "tests/share/shareddata.h"

#include <QTest>

#include <map>
#include <rapidcheck.h>

using namespace passel;
using namespace passel::testdata;

namespace {

struct Share
{
    Manifest manifest;
    std::map<Digest, QByteArray> parts;
};

Share packed(const DocumentArray &array, const PackOptions &options = {})
{
    Share share;
    const auto manifest =
        packArray(array, options, {}, [&](const PackedPart &part) -> Result<void> {
            share.parts[part.ref.name] = part.stored;
            return {};
        });
    RC_ASSERT(bool(manifest));
    share.manifest = *manifest;
    return share;
}

DocumentArray unpacked(const Share &share)
{
    const auto array = unpackArray(
        share.manifest,
        [&](const PartRef &ref) -> Result<QByteArray> { return share.parts.at(ref.name); }, {});
    RC_ASSERT(bool(array));
    return *array;
}

// Texts of letters, so that they are UTF-8; few enough of them to come again.
rc::Gen<std::string> word()
{
    return rc::gen::container<std::string>(rc::gen::elementOf(std::string("abcdefgh")));
}

DocumentArray anyTable()
{
    const auto rows = *rc::gen::inRange(0, 400);
    const Field n = field(QStringLiteral("n"), TypeKind::Int);
    const Field t = field(QStringLiteral("t"), TypeKind::Text);
    const Field f = field(QStringLiteral("f"), TypeKind::Float64);
    const auto size = static_cast<size_t>(rows);
    const auto numbers = *rc::gen::container<std::vector<rc::Maybe<qint64>>>(
        size, rc::gen::maybe(rc::gen::arbitrary<qint64>()));
    const auto words =
        *rc::gen::container<std::vector<rc::Maybe<std::string>>>(size, rc::gen::maybe(word()));
    const auto doubles =
        *rc::gen::container<std::vector<double>>(size, rc::gen::arbitrary<double>());
    std::vector<Value> ns;
    std::vector<Value> ts;
    std::vector<Value> fs;
    for (size_t row = 0; row < size; ++row) {
        ns.push_back(numbers[row] ? Value::integer(*numbers[row]) : Value());
        ts.push_back(words[row] ? Value::text(*words[row]) : Value());
        fs.push_back(Value::float64(doubles[row]));
    }
    return DocumentArray::create(Schema({n, t, f}), {column(n, ns), column(t, ts), column(f, fs)},
                                 rows);
}

} // namespace

class TestShareProperties final : public QObject
{
    Q_OBJECT

private slots:

    void whatIsPulledIsWhatWasSeen()
    {
        QVERIFY(rc::check("any rows in any order come back", [] {
            const DocumentArray table = anyTable();
            auto seen = table;
            if (table.rowCount() > 0) {
                const auto positions = *rc::gen::container<std::vector<quint32>>(
                    rc::gen::inRange<quint32>(0, static_cast<quint32>(table.rowCount())));
                seen = table.selected(positions);
            }
            // Tiny parts, so that there are many.
            Manifest parent;
            parent.cut = CutParameters{1, 1024, 1024, 2048};
            PackOptions options;
            options.parent = &parent;
            const Share share = packed(seen, options);
            RC_ASSERT(unpacked(share).equals(seen));
            // Another layout of the same cells is the same share.
            const auto compact = seen.compacted();
            RC_ASSERT(bool(compact));
            RC_ASSERT(packed(*compact, options).manifest == share.manifest);
        }));
    }

    void numbersReadBack()
    {
        QVERIFY(rc::check("ECMAScript's numbers read back", [](quint64 bits) {
            const auto value = std::bit_cast<double>(bits);
            RC_PRE(std::isfinite(value));
            RC_ASSERT(ecmaScriptNumber(value).toDouble() == value);
        }));
    }
};

QTEST_GUILESS_MAIN(TestShareProperties)
#include "tst_shareproperties.moc"
