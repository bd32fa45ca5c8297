#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Write a pos-tools model from a fitted scikit-learn IsolationForest.

    sklearn-export.py forest.joblib --statuses approved,denied,failed -m pos.model
    pos-score -p forest -m pos.model today.csv

The forest's columns must be, in this order: status code, count, hour, minute, issue (1 if the status is
denied, failed or reversed). --statuses gives the names in the order of their codes; LabelEncoder's is
alphabetical. Scores are those of -score_samples(). The model has no monitor state, so it serves
pos-score -p forest and -p seed.

A .joblib or .pkl file is a pickle: reading one runs whatever code it holds, so read only your own.
To bring a forest from another machine use --dump there and give the JSON file to this script here;
reading JSON runs nothing and needs no scikit-learn. Any other program may write that JSON:

    status_codes  {"approved": 0, ...}     features   ["status", "count", "hour", "minute", "issue"]
    max_samples   256                      offset     offset_ of the forest, e.g. -0.57
    trees         [{feature, threshold, left, right, samples}, ...]: one list each, by node, node 0 the root;
                  children -1 at a leaf; x[feature] <= threshold goes left; samples: training rows in the node

Exit status: 0 done, 64 usage, 65 bad forest, 66 no such input, 69 no scikit-learn, 73 cannot write.
"""

import argparse
import hashlib
import json
import math
import pathlib
import sys
import unicodedata
import warnings
from typing import Any, NoReturn

NAME = "sklearn-export.py"
FEATURES = ["status", "count", "hour", "minute", "issue"]
MAX_COUNT = 2**53

USAGE, BAD_DATA, NO_INPUT, UNAVAILABLE, CANNOT_WRITE = 64, 65, 66, 69, 73  # sysexits.h


def fail(code: int, message: object) -> NoReturn:
    print(f"{NAME}: {' '.join(str(message).split())}", file=sys.stderr)  # one line, whatever a library says
    sys.exit(code)


class BadForest(Exception):
    """The forest cannot be a pos-tools model; the text says why."""


def require(condition: bool, why: str) -> None:
    if not condition:
        raise BadForest(why)


# ---- reading: either way the result is the JSON layout above, not yet checked


def read_json(path: str) -> dict[str, Any]:
    text = sys.stdin.buffer.read() if path == "-" else pathlib.Path(path).read_bytes()
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadForest(f"not JSON: {error}") from error


def read_joblib(path: str, statuses: list[str]) -> dict[str, Any]:
    pathlib.Path(path).open("rb").close()  # a missing file shall say so, also where joblib is missing
    warnings.showwarning = lambda message, *_: print(f"{NAME}: {' '.join(str(message).split())}", file=sys.stderr)
    try:
        import joblib
        from sklearn.ensemble import IsolationForest
        forest = joblib.load(path)
    except ImportError as error:
        fail(UNAVAILABLE, f"{error}; install scikit-learn, or --dump the forest where it was made")
    except Exception as error:  # a damaged pickle can raise anything
        raise BadForest(f"not a joblib file: {error!r}") from error
    require(isinstance(forest, IsolationForest), f"holds a {type(forest).__name__}, not an IsolationForest")
    require(hasattr(forest, "offset_"), "the forest is not fitted")
    require(forest.n_features_in_ == len(FEATURES),
            f"the forest has {forest.n_features_in_} features, not {len(FEATURES)}: {', '.join(FEATURES)}")

    trees = []
    for estimator, columns in zip(forest.estimators_, forest.estimators_features_):
        tree = estimator.tree_
        trees.append({
            # With max_features < 1 a tree numbers only the columns it was given. A leaf's feature is negative.
            "feature": [int(columns[i]) if i >= 0 else -1 for i in tree.feature],
            "threshold": tree.threshold.tolist(),
            "left": tree.children_left.tolist(),
            "right": tree.children_right.tolist(),
            "samples": tree.n_node_samples.tolist(),
        })
    return {
        "status_codes": {status: code for code, status in enumerate(statuses)},
        "features": FEATURES,
        "max_samples": int(forest.max_samples_),
        "offset": float(forest.offset_),
        "trees": trees,
    }


# ---- writing


def status_names(codes: dict[str, int]) -> list[str]:
    names = sorted(codes, key=codes.__getitem__)
    require(len(names) > 0 and [codes[name] for name in names] == list(range(len(names))),
            "status codes are not 0, 1, 2, ...")
    for name in names:
        try:
            size = len(name.encode())
        except UnicodeEncodeError:
            raise BadForest(f"status {name!a} is not UTF-8") from None
        require(1 <= size <= 64 and all(unicodedata.category(char) != "Cc" for char in name),
                f"status {name!a} is not 1-64 bytes without control characters")
    return names


def is_count(value: object) -> bool:
    return type(value) is int and 1 <= value <= MAX_COUNT


def tree_line(tree: dict[str, list], largest: list[int], sample_size: int) -> str:
    """The tree in preorder; largest: the greatest value each feature can have."""
    nodes = len(tree["left"])
    tokens: list[str] = []
    todo = [0]
    while todo:  # not recursive: nothing bounds the depth of a tree in a JSON file
        node = todo.pop()
        require(type(node) is int and 0 <= node < nodes and len(tokens) < nodes, "is not a tree")
        left, right, samples = tree["left"][node], tree["right"][node], tree["samples"][node]
        if left == right == -1:
            require(is_count(samples) and samples <= sample_size, f"node {node}: {samples!r} samples in a leaf")
            tokens.append(f"#{samples}")
            continue
        feature, threshold = tree["feature"][node], tree["threshold"][node]
        require(type(feature) is int and 0 <= feature < len(FEATURES), f"node {node}: no feature {feature!r}")
        # Every split separates values, so a threshold outside of them means that the columns are others.
        require(0 <= threshold < largest[feature], f"node {node}: splits {FEATURES[feature]} at {threshold!r}; "
                "are the columns in order and unscaled, and all statuses named?")
        # Values are whole numbers, for which x <= t is x <= floor(t).
        tokens.append(f"{FEATURES[feature][0]}{math.floor(threshold)}")
        todo += [right, left]
    return " ".join(tokens)


def model_text(forest: dict[str, Any], threshold: float | None) -> str:
    require(forest["features"] == FEATURES, f"the features are not {', '.join(FEATURES)}")
    statuses = status_names(forest["status_codes"])
    sample_size = forest["max_samples"]
    require(is_count(sample_size) and sample_size >= 2, f"max_samples is {sample_size!r}")
    if threshold is None:
        threshold = 0.0 - forest["offset"]
        require(0 <= threshold <= 1, f"offset is {forest['offset']!r}, not between -1 and 0")

    largest = [len(statuses) - 1, MAX_COUNT, 23, 59, 1]
    trees = []
    for number, tree in enumerate(forest["trees"]):
        try:
            trees.append(tree_line(tree, largest, sample_size))
        except BadForest as error:
            raise BadForest(f"tree {number}: {error}") from error
    require(len(trees) > 0, "there are no trees")

    lines = ["pos-model 1",
             f"statuses {len(statuses)}", *statuses,
             f"features {len(FEATURES)}", *FEATURES,
             f"sample-size {sample_size}",
             f"threshold {threshold!r}",  # repr: the shortest decimals that read back as the same number
             f"trees {len(trees)}", *trees,
             "monitor 0",
             "lineage 1", f"tool {NAME}"]
    body = "\n".join(lines) + "\n"
    return f"{body}sha256 {hashlib.sha256(body.encode()).hexdigest()}\n"


# ---- command line


class Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        fail(USAGE, message)


def score(text: str) -> float:
    value = float(text)
    if not 0 <= value <= 1:
        raise ValueError
    return value


def main() -> None:
    description, _, details = (__doc__ or "").partition("\n")
    parser = Parser(prog=NAME, description=description, epilog=details,
                    formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("forest", metavar="FOREST", help=".joblib or .pkl file; else JSON; - is JSON on stdin")
    parser.add_argument("--statuses", metavar="LIST", help="names by code, with commas between; for pickles only")
    parser.add_argument("--threshold", metavar="X", type=score, help="alert above this score (default: -offset_)")
    target = parser.add_mutually_exclusive_group(required=True)
    target.add_argument("-m", "--model", metavar="MODEL", help="model file to write")
    target.add_argument("--dump", metavar="JSON", help="write the forest as JSON instead")
    options = parser.parse_args()

    is_pickle = options.forest.endswith((".joblib", ".pkl"))
    if is_pickle and options.statuses is None:
        parser.error("--statuses is needed: a forest knows only the codes")
    if options.statuses is not None and not is_pickle:
        parser.error("--statuses is for .joblib and .pkl; a JSON forest has its status_codes")

    try:
        if is_pickle:
            statuses = options.statuses.split(",")
            require(len(set(statuses)) == len(statuses), "a status is named twice in --statuses")
            forest = read_joblib(options.forest, statuses)
        else:
            forest = read_json(options.forest)
        text = model_text(forest, options.threshold)  # also for --dump: what it writes shall read back
    except OSError as error:
        fail(NO_INPUT, f"{options.forest}: {error.strerror}")
    except BadForest as error:
        fail(BAD_DATA, f"{options.forest}: {error}")
    except (LookupError, TypeError, AttributeError, ArithmeticError) as error:  # JSON of another shape
        fail(BAD_DATA, f"{options.forest}: not the layout that --help shows: {error!r}")

    try:  # no temporary file: a model cut short fails its checksum
        pathlib.Path(options.dump or options.model).write_text(
            json.dumps(forest) + "\n" if options.dump else text, encoding="utf-8", newline="\n")
    except OSError as error:
        fail(CANNOT_WRITE, f"{options.dump or options.model}: {error.strerror}")


if __name__ == "__main__":
    main()
