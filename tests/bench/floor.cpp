// The floors of the benchmark: bounds, not programs. For CSV a SIMD scan that knows the schema,
// checks nothing and copies no text; for JSON a simdjson walk over every value that builds nothing.
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <immintrin.h>
#include <simdjson.h>
#include <string>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

std::vector<char> readWhole(const char *path)
{
    const int fd = ::open(path, O_RDONLY | O_CLOEXEC);
    struct stat status = {};
    if (fd < 0 || ::fstat(fd, &status) != 0)
        return {};
    std::vector<char> bytes(static_cast<size_t>(status.st_size) + simdjson::SIMDJSON_PADDING);
    size_t done = 0;
    while (done < static_cast<size_t>(status.st_size)) {
        const ssize_t n =
            ::read(fd, bytes.data() + done, static_cast<size_t>(status.st_size) - done);
        if (n <= 0)
            break;
        done += static_cast<size_t>(n);
    }
    ::close(fd);
    return bytes;
}

struct Found
{
    uint64_t rows = 0;
    uint64_t sum = 0;
};

__attribute__((target("avx2"))) inline uint64_t mask(const char *at, char wanted)
{
    const __m256i all = _mm256_set1_epi8(wanted);
    const auto half = [](__m256i bytes, __m256i value) __attribute__((target("avx2")))
    {
        return static_cast<uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(bytes, value)));
    };
    const uint64_t low = half(_mm256_loadu_si256(reinterpret_cast<const __m256i *>(at)), all);
    const uint64_t high = half(_mm256_loadu_si256(reinterpret_cast<const __m256i *>(at + 32)), all);
    return low | (high << 32);
}

// Finds every comma and line end outside quotes, and parses each field that begins with a digit as
// a whole number: the least that any typed reader has to do.
__attribute__((target("avx2,bmi,bmi2,pclmul"))) Found scan(const char *begin, const char *end)
{
    Found found;
    uint64_t inside = 0;
    const char *field = begin;
    for (const char *at = begin; at < end; at += 64) {
        // The buffer is padded, so the last stretch may be read whole; what is behind it does not
        // count.
        const uint64_t valid = end - at < 64 ? (uint64_t(1) << (end - at)) - 1 : ~uint64_t(0);
        const uint64_t quotes = mask(at, '"') & valid;
        uint64_t quoted = inside;
        if (quotes != 0) {
            const __m128i product = _mm_clmulepi64_si128(
                _mm_set_epi64x(0, static_cast<int64_t>(quotes)), _mm_set1_epi8(-1), 0);
            quoted ^= static_cast<uint64_t>(_mm_cvtsi128_si64(product));
            inside = static_cast<uint64_t>(static_cast<int64_t>(quoted) >> 63);
        }
        const uint64_t lines = mask(at, '\n') & ~quoted & valid;
        uint64_t ends = (mask(at, ',') & ~quoted & valid) | lines;
        found.rows += static_cast<uint64_t>(__builtin_popcountll(lines));
        while (ends != 0) {
            const char *stop = at + __builtin_ctzll(ends);
            uint64_t value = 0;
            for (const char *digit = field; digit < stop && *digit >= '0' && *digit <= '9'; ++digit)
                value = value * 10 + static_cast<uint64_t>(*digit - '0');
            found.sum += value;
            field = stop + 1;
            ends &= ends - 1;
        }
    }
    return found;
}

Found csv(const std::vector<char> &bytes, size_t size)
{
    const char *middle =
        static_cast<const char *>(std::memchr(bytes.data() + size / 2, '\n', size / 2)) + 1;
    Found first;
    std::thread other([&] { first = scan(bytes.data(), middle); });
    const Found second = scan(middle, bytes.data() + size);
    other.join();
    return {first.rows + second.rows - 1, first.sum + second.sum};
}

void walk(simdjson::ondemand::value value, Found *found)
{
    switch (value.type()) {
    case simdjson::ondemand::json_type::object:
        for (auto field : value.get_object()) {
            found->sum += static_cast<uint64_t>(field.key().value().raw()[0]);
            walk(field.value(), found);
        }
        break;
    case simdjson::ondemand::json_type::array:
        for (auto item : value.get_array())
            walk(item.value(), found);
        break;
    case simdjson::ondemand::json_type::string:
        found->sum += std::string_view(value.get_string()).size();
        break;
    case simdjson::ondemand::json_type::number:
        found->sum += static_cast<uint64_t>(static_cast<int64_t>(double(value.get_double())));
        break;
    default:
        found->sum += std::string_view(value.raw_json_token()).size();
        break;
    }
}

Found json(const std::vector<char> &bytes, size_t size, bool lines)
{
    Found found;
    simdjson::ondemand::parser parser;
    if (lines) {
        simdjson::ondemand::document_stream stream;
        if (parser.iterate_many(bytes.data(), size, 1 << 20).get(stream) != simdjson::SUCCESS)
            return found;
        for (auto document : stream) {
            for (auto field : document.get_object()) {
                found.sum += static_cast<uint64_t>(field.key().value().raw()[0]);
                walk(field.value(), &found);
            }
            ++found.rows;
        }
        return found;
    }
    auto document = parser.iterate(bytes.data(), size, bytes.size());
    for (auto item : document.get_array()) {
        walk(item.value(), &found);
        ++found.rows;
    }
    return found;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 2) {
        std::fputs("usage: passel-floor FILE\n", stderr);
        return 2;
    }
    const std::string path = argv[1];
    const auto ends = [&](const char *suffix) {
        return path.size() > std::strlen(suffix)
               && path.compare(path.size() - std::strlen(suffix), std::string::npos, suffix) == 0;
    };
    const auto started = Clock::now();
    const std::vector<char> bytes = readWhole(argv[1]);
    if (bytes.empty())
        return 1;
    const size_t size = bytes.size() - simdjson::SIMDJSON_PADDING;
    Found found;
    try {
        found = ends(".csv") ? csv(bytes, size) : json(bytes, size, ends(".ndjson"));
    } catch (const simdjson::simdjson_error &error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    const double seconds = std::chrono::duration<double>(Clock::now() - started).count();
    std::printf("{\"s\": %.6f, \"rows\": %llu, \"sum\": %llu}\n", seconds,
                static_cast<unsigned long long>(found.rows),
                static_cast<unsigned long long>(found.sum));
    return 0;
}
