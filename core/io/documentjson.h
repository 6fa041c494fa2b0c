// DocArray's JSON in both of its forms (FORMATS §4): members are attributes of Documents.
#pragma once

#include "core/array/documentarray.h"
#include "core/io/jsonchunk.h"

#include <array>
#include <bitset>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace passel {

//! \brief Collects Documents from JSON objects into columns. Of members of one name the last is
//! kept, and a `duplicate-key` is added to the issues. One thread.
class DocumentTable
{
public:
    //! \brief \a depth counts chunks and matches above; \a issues must outlive the table.
    DocumentTable(int depth, IssueList *issues);
    ~DocumentTable();
    Q_DISABLE_COPY_MOVE(DocumentTable)

    //! \brief All elements of a chunk; true when the list ended in it.
    [[nodiscard]] Result<bool> takeChunk(Chunk &chunk, const JsonShared &shared);
    [[nodiscard]] Result<DocumentArray> finish(const TaskContext &context);

private:
    struct RoleColumn;
    struct TagColumn;
    struct Input; // where errors are: chunk offset and text

    Result<void> takeObject(JsonScanner &scanner, const Input &input);
    Result<void> takeMember(const std::string &name, JsonScanner &scanner, const Input &input);
    Result<void> takeTags(JsonScanner &scanner, const Input &input);
    Result<Value> takeDocuments(JsonScanner &scanner, const Input &input);
    Result<void> setTag(const std::string &name, const JsonSlice &slice, bool inTags);
    void appendTag(TagColumn &tag) const;
    Result<void> set(Role role, Value value);
    // What the row has so far under a name that comes again.
    void forget(Role role);
    bool forgetTag(const std::string &name);
    void noteDuplicate(const std::string &name, const char *place, const Input &input);

    int m_depth;
    IssueList *m_issues;
    qint64 m_rows = 0;
    qint64 m_nested = 0; // documents inside the current one, however deep
    std::array<std::unique_ptr<RoleColumn>, 32> m_roles;
    std::vector<std::unique_ptr<TagColumn>> m_tags;
    std::unordered_map<std::string, size_t> m_tagsByName;
    std::vector<Role> m_order;
    // Of the row that is being read; texts lie in the chunk.
    std::bitset<32> m_seen;                                       // by role
    std::vector<size_t> m_rowTags;                                // tags that were set
    std::unordered_map<std::string, std::string_view> m_nullTags; // name, key as it is written
};

} // namespace passel
