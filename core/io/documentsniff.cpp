#include "core/io/documentsniff.h"

#include "core/io/jsontext.h"

#include <array>

namespace passel {

namespace {

struct Attribute
{
    std::string_view name;
    Role role;
};

// Names of both JSON forms; `_metadata` is never written by the first and spelled so by the second.
constexpr std::array<Attribute, 27> Attributes{{
    {"id", Role::Id},
    {"text", Role::Text},
    {"blob", Role::Blob},
    {"tensor", Role::Tensor},
    {"uri", Role::Uri},
    {"mime_type", Role::MimeType},
    {"mimeType", Role::MimeType},
    {"tags", Role::Tags},
    {"weight", Role::Weight},
    {"embedding", Role::Embedding},
    {"chunks", Role::Chunks},
    {"matches", Role::Matches},
    {"granularity", Role::Granularity},
    {"adjacency", Role::Adjacency},
    {"parent_id", Role::ParentId},
    {"parentId", Role::ParentId},
    {"offset", Role::Offset},
    {"location", Role::Location},
    {"modality", Role::Modality},
    {"scores", Role::Scores},
    {"evaluations", Role::Evaluations},
    {"_metadata", Role::Metadata},
    {"Metadata", Role::Metadata},
    {"metadata_", Role::Metadata},
    {"score", Role::Tag},
    {"evaluation", Role::Tag},
    {"content", Role::Tag},
}};

bool isNumberBegin(char c)
{
    return (c >= '0' && c <= '9') || c == '-' || c == 'N' || c == 'I';
}

// Judged by the beginning, as the text may be cut: what stands innermost in the lists.
bool looksLikeTensor(const char *at, const char *end)
{
    JsonScanner scanner(at, end);
    if (scanner.take('{')) { // {"dense": …}, {"sparse": …}, maybe with a name of the library before
        JsonSlice key;
        return !scanner.string(&key) || key.source == "\"dense\"" || key.source == "\"sparse\""
               || key.source == "\"clsName\"" || key.source == "\"cls_name\""
               || key.source == "\"parameters\"";
    }
    while (scanner.take('[')) {
    }
    const char c = scanner.peek();
    return isNumberBegin(c) || c == ']' || c == 't' || c == 'f' || c == '\0';
}

enum class Likeness { No, Neutral, Telling };

// The first element of `chunks` or `matches`, the first member of `scores` or `evaluations`.
Likeness likenessOf(const char *text, const char *end, bool nested);

bool holdsDocuments(const char *at, const char *end)
{
    JsonScanner scanner(at, end);
    (void)scanner.take('[');
    const char c = scanner.peek();
    return c == ']' || c == '\0'
           || (c == '{' && likenessOf(scanner.at(), end, true) != Likeness::No);
}

bool holdsScores(const char *at, const char *end)
{
    JsonScanner scanner(at, end);
    JsonSlice key;
    (void)scanner.take('{');
    if (!scanner.string(&key) || !scanner.take(':'))
        return true; // empty or cut
    const char c = scanner.peek();
    return c == '{' || c == 'n' || c == '\0';
}

// What a value at \a at, which is not null, says of an attribute's name: ordinary tables use these
// words, too, for values of other kinds.
Likeness judge(Role role, const char *at, const char *end, bool nested)
{
    const char begin = *at;
    const auto when = [](bool fits, Likeness likeness) { return fits ? likeness : Likeness::No; };
    switch (role) {
    case Role::Id:
    case Role::Text:
    case Role::Uri:
    case Role::MimeType:
    case Role::ParentId:
    case Role::Modality:
        return when(begin == '"', Likeness::Neutral);
    case Role::Blob:
        return when(begin == '"', Likeness::Telling);
    case Role::Weight:
    case Role::Offset: {
        const std::string_view rest(at, static_cast<size_t>(end - at));
        return when(isNumberBegin(begin) || rest.starts_with("\"NaN\"")
                        || rest.starts_with("\"Infinity\"") || rest.starts_with("\"-Infinity\""),
                    Likeness::Neutral);
    }
    case Role::Granularity:
    case Role::Adjacency:
        return when(begin >= '0' && begin <= '9', Likeness::Telling);
    case Role::Location:
        return when(begin == '[' && looksLikeTensor(at, end), Likeness::Neutral);
    case Role::Tensor:
    case Role::Embedding:
        return when((begin == '[' || begin == '{' || isNumberBegin(begin))
                        && looksLikeTensor(at, end),
                    Likeness::Telling);
    case Role::Chunks:
    case Role::Matches: // within a document not once more: depth is not bounded here
        return when(begin == '[' && (nested || holdsDocuments(at, end)), Likeness::Telling);
    case Role::Scores:
    case Role::Evaluations:
        return when(begin == '{' && holdsScores(at, end), Likeness::Telling);
    case Role::Tags:
        return when(begin == '{', Likeness::Telling);
    default:
        return when(begin == '{', Likeness::Neutral);
    }
}

Likeness likenessOf(const char *text, const char *end, bool nested)
{
    JsonScanner scanner(text, end);
    if (!scanner.take('{'))
        return Likeness::No;
    int names = 0;
    int telling = 0;      // names that ordinary tables seldom have, null or not
    bool said = false;    // by a value: a null fits any table
    bool foreign = false; // a name that is none of DocArray's
    bool badTags = false;
    while (scanner.peek() == '"') {
        JsonSlice key;
        if (!scanner.string(&key) || !scanner.take(':'))
            break;
        const Role role = roleNamed(key.source.substr(1, key.source.size() - 2));
        const char begin = scanner.peek();
        if (role == Role::Tag) {
            if (key.source == "\"url\"" || key.source == "\"bytes_\"")
                return Likeness::No; // a schema of DocArray v2, whose members are its own
            foreign = true;
        } else if (begin != '\0') {
            ++names;
            Likeness likeness = Likeness::Neutral;
            if (begin != 'n') {
                likeness = judge(role, scanner.at(), end, nested);
                // A document whose tags are a number is a damaged one, when all else fits.
                if (role == Role::Tags && isNumberBegin(begin)) {
                    badTags = true;
                    likeness = Likeness::Telling;
                }
                if (likeness == Likeness::No)
                    return Likeness::No;
                said = said || likeness == Likeness::Telling;
            }
            telling +=
                likeness == Likeness::Telling
                || (begin == 'n' && role != Role::Id && role != Role::Text && role != Role::Uri
                    && role != Role::Weight && role != Role::Offset && role != Role::Location);
        }
        JsonSlice slice;
        if (!scanner.value(&slice) || !scanner.take(','))
            break;
    }
    if (badTags && foreign)
        return Likeness::No;
    if (nested)
        return names > 0 || !foreign ? Likeness::Neutral : Likeness::No;
    // Nulls fit any table: they tell only where all names are DocArray's, or very many.
    const int enough = foreign ? 3 : 1;
    return names >= 2 && (said || telling >= enough) ? Likeness::Telling : Likeness::Neutral;
}

} // namespace

Role roleNamed(std::string_view name)
{
    for (const Attribute &attribute : Attributes) {
        if (attribute.name == name)
            return attribute.role;
    }
    return Role::Tag;
}

bool looksLikeDocument(const char *text, const char *end)
{
    return likenessOf(text, end, false) == Likeness::Telling;
}

} // namespace passel
