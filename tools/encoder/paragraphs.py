"""Prose paragraphs of fetched public repositories, one JSON line each, into a file outside this repository.

usage: paragraphs.py OUT GITDIR…   (a GITDIR's parent folder is named owner+name)
"""
import hashlib
import json
import re
import subprocess
import sys

SKIP_PATH = re.compile(r"(^|/)(node_modules|vendor|i18n|translations?|changelog|license|code.of.conduct|\.github/ISSUE)", re.I)
LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")


def git(directory, *arguments):
    return subprocess.run(["git", "-C", directory, *arguments], capture_output=True, check=True).stdout.decode("utf8", "replace")


def plain(text):
    text = re.sub(r"<[^>]+>", "", LINK.sub(r"\1", text))
    text = re.sub(r"\[([^\]]+)\]\[[^\]]*\]", r"\1", text)
    return re.sub(r"\s+", " ", re.sub(r"[*_]{2,3}", "", text)).strip()


def is_prose(text):
    words = text.split()
    letters = sum(c.isalpha() or c.isspace() for c in text)
    return 12 <= len(words) <= 180 and letters / len(text) > 0.86 and re.search(r"\b(the|a|to|we|is|of|and|in|it|i)\b", text, re.I)


def blocks(markdown):
    """Yields (heading, text) of paragraphs and list items."""
    markdown = re.sub(r"^---\n.*?\n---\n", "", markdown, flags=re.S)
    markdown = re.sub(r"^(```|~~~).*?^\1", "\n", markdown, flags=re.S | re.M)
    heading, held = "", []

    def flush():
        text = plain(" ".join(held))
        held.clear()
        return text

    for line in markdown.split("\n") + [""]:
        mark = re.match(r"^#{1,6}\s+(.*)", line)
        item = re.match(r"^\s*([-*+]|\d+[.)])\s+(.*)", line)
        if mark or item or not line.strip() or re.match(r"^(\s{4,}\S|\||>|=+$|-+$|:\w+:|\.\. )", line) and not held:
            if held:
                yield heading, flush()
            if mark:
                heading = plain(mark[1])
            elif item:
                held.append(item[2])
        else:
            held.append(line.strip())


def main(out, directories):
    seen = set()
    with open(out, "w") as file:
        for directory in directories:
            repository = re.search(r"/([^/]+)\+([^/]+)/repo", directory)
            commit = git(directory, "rev-parse", "HEAD").strip()
            for path in git(directory, "ls-tree", "-r", "--name-only", "-z", "HEAD").split("\0"):
                if not re.search(r"\.(md|mdx|markdown|rst|adoc|mediawiki)$", path) or SKIP_PATH.search(path):
                    continue
                markdown = git(directory, "show", f"HEAD:{path}")
                named = re.search(r"^(?:title:\s*[\"']?(.+?)[\"']?\s*|#\s+(.+))$", markdown, re.M)
                title = plain((named[1] or named[2]) if named else path)
                for at, (heading, text) in enumerate(blocks(markdown)):
                    key = hashlib.sha256(text.encode()).hexdigest()
                    if key not in seen and is_prose(text):
                        seen.add(key)
                        row = {"repository": f"{repository[1]}/{repository[2]}", "commit": commit, "path": path, "at": at, "title": title, "heading": heading if heading != title else "", "text": text, "sha256": key}
                        file.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
