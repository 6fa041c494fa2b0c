#!/usr/bin/env python3
"""Fills English plural forms: "row(s)" is "row" for one and "rows" otherwise. Run after lupdate."""
import re
import sys
import xml.sax.saxutils as xml

QUOTES = {"&apos;": "'", "&quot;": '"'}

path = sys.argv[1]
text = open(path, encoding="utf-8").read()


def escape(words):
    return xml.escape(words, {quote: entity for entity, quote in QUOTES.items()})


def fill(match):
    source = xml.unescape(match.group(1), QUOTES)
    one = escape(re.sub(r"(\w+)\(s\)", r"\1", source))
    many = escape(re.sub(r"(\w+)\(s\)", r"\1s", source))
    return (match.group(0)[: match.start(2) - match.start(0)]
            + f"<translation>\n            <numerusform>{one}</numerusform>\n"
            + f"            <numerusform>{many}</numerusform>\n        </translation>")


text = re.sub(r'<source>([^<]*)</source>(?:(?!</message>).)*?(<translation type="unfinished">.*?</translation>)',
              fill, text, flags=re.S)
open(path, "w", encoding="utf-8").write(text)
