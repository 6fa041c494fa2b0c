#!/usr/bin/env python3
"""Usage: tidy-groups.py BUILD FILE…

clang-tidy reads Qt's and the library's headers for each translation unit, about 20 s of it, and our
own few hundred lines in no time. So this writes translation units that include several sources of
equal flags each, with a compile database of their own, to BUILD/groups, and prints their paths.
"""

import concurrent.futures
import json
import os
import re
import shlex
import subprocess
import sys

LARGEST = 14  # sources in a group; more, and what they define clashes too often

# What a group as a whole would be told of, and no source of it is.
OF_GROUPS = ["-bugprone-suspicious-include"]


class Flags:
    """The flags of a compile command: those that must be equal, and those that can be united."""

    def __init__(self, command):
        self.defines, self.includes, self.rest = {}, [], []
        words = iter(shlex.split(command))
        for word in words:
            if word in ("-o", "-c"):
                next(words)
            elif word in ("-isystem", "-I", "-include"):
                self.includes.append((word, next(words)))
            elif word.startswith("-I"):
                self.includes.append(("-I", word[2:]))
            elif word.startswith("-D"):
                name, _, value = word[2:].partition("=")
                # Where Qt Test looks for its files; nothing that is compiled depends on it.
                if not name.startswith("QT_TESTCASE_"):
                    self.defines[name] = value
            else:
                self.rest.append(word)

    def fits(self, other):
        return self.rest == other.rest and all(
            other.defines.get(name, value) == value for name, value in self.defines.items()
        )

    def unite(self, other):
        self.defines.update(other.defines)
        self.includes += [include for include in other.includes if include not in self.includes]

    def words(self):
        defines = [f"-D{name}={value}" if value else f"-D{name}" for name, value in self.defines.items()]
        return self.rest + defines + [word for include in self.includes for word in include]


class Group:
    def __init__(self, folder, number, flags, sources):
        self.flags, self.sources = flags, sources
        self.path = os.path.join(folder, f"group{number}.cpp")

    def write(self):
        with open(self.path, "w", encoding="utf-8") as unit:
            for index, source in enumerate(self.sources):
                unit.write(f"#undef main\n#define main main_{index}\n" if len(self.sources) > 1 else "")
                unit.write(f'#include "{source}"\n')

    def command(self):
        return {
            "directory": os.path.dirname(self.path),
            "file": self.path,
            "arguments": self.flags.words() + ["-c", self.path],
        }

    def clashing(self):
        """The sources that do not compile after those before them."""
        if len(self.sources) == 1:
            return []
        words = self.flags.words() + ["-fsyntax-only", "-w", "-ferror-limit=0", self.path]
        answer = subprocess.run(words, capture_output=True, text=True, check=False)
        if answer.returncode == 0:
            return []
        lines = set(map(int, re.findall(re.escape(self.path) + r":(\d+):", answer.stderr)))
        found = [source for index, source in enumerate(self.sources) if 3 * index + 3 in lines]
        return found if 0 < len(found) < len(self.sources) else self.sources[1:]

    def settle(self):
        """Writes the group without what clashes in it, and returns that."""
        left = []
        self.write()
        while clashing := self.clashing():
            left += clashing
            self.sources = [source for source in self.sources if source not in clashing]
            # One that was hidden by those that left may clash now.
            self.write()
        return left


def grouped(folder, sources, flags, largest, first_number):
    groups = []
    for source in sources:
        for group in groups:
            if len(group.sources) < largest and group.flags.fits(flags[source]):
                group.flags.unite(flags[source])
                group.sources.append(source)
                break
        else:
            own = Flags("")
            own.rest = flags[source].rest
            own.unite(flags[source])
            groups.append(Group(folder, first_number + len(groups), own, [source]))
    return groups


def settled(folder, sources, flags):
    """Groups that compile. What clashes leaves its group and is grouped with others that did."""
    done, largest = [], LARGEST
    while sources:
        groups = grouped(folder, sources, flags, largest, len(done))
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            sources = [source for left in pool.map(Group.settle, groups) for source in left]
        done += groups
        # Smaller each time, so that this ends.
        largest = max(1, largest * 2 // 3)
    return done


def configure(folder, checks):
    os.makedirs(folder, exist_ok=True)
    for old in os.listdir(folder):
        if re.fullmatch(r"group\d+\.cpp", old):
            os.remove(os.path.join(folder, old))
    with open(os.path.join(folder, ".clang-tidy"), "w", encoding="utf-8") as config:
        config.write("InheritParentConfig: true\n")
        config.write(f"Checks: {','.join(checks)}\n")
        config.write("HeaderFilterRegex: '/(app|core|ui|tests)/[^ ]*\\.(h|ipp|cpp)$'\n")


def main():
    build, names = os.path.abspath(sys.argv[1]), sys.argv[2:]
    with open(os.path.join(build, "compile_commands.json"), encoding="utf-8") as database:
        commands = {entry["file"]: entry["command"] for entry in json.load(database)}
    with open("tests/.clang-tidy", encoding="utf-8") as config:
        of_tests = re.findall(r"^Checks: *(.*)", config.read(), re.MULTILINE)

    # A file that this machine does not build (a fuzz target, say) has no command to check it by.
    paths = [path for path in map(os.path.abspath, names) if path in commands]
    flags = {path: Flags(commands[path]) for path in paths}
    tests = os.path.abspath("tests") + os.sep

    groups = []
    for folder, checks, sources in (
        ("product", OF_GROUPS, [path for path in paths if not path.startswith(tests)]),
        ("tests", OF_GROUPS + of_tests, [path for path in paths if path.startswith(tests)]),
    ):
        folder = os.path.join(build, "groups", folder)
        configure(folder, checks)
        groups += settled(folder, sources, flags)

    with open(os.path.join(build, "groups", "compile_commands.json"), "w", encoding="utf-8") as database:
        json.dump([group.command() for group in groups], database, indent=1)
    for group in groups:
        print(os.path.relpath(group.path))


if __name__ == "__main__":
    main()
