"""Makes the results page's test fixture: documents as the job writes them, from a capture folder.

Usage: page_fixture.py CAPTURE_FOLDER OUTPUT_FOLDER

A stand-in for the job, good enough to look at: bands are decayed means, alerts come from the
capture's truth file. Windows before SKIP seconds are left out to keep the fixture small.
"""

import collections
import gzip
import hashlib
import json
import math
import re
import sys
from datetime import datetime, timezone

LINE = re.compile(
    r'^\[(\d+)\] (.*?) - - \[([^\]]+)\] "(\S+) (\S+) HTTP/[\d.]+" (\d+) (\S+) ([\d.]+)$')
SKIP = 240
SIZE = 10
TOP = 14

RULES = {
    "brute_force": ("high", "Brute force followed by a successful login", "T1110.001",
                    "Password Guessing", "TA0006", "Credential Access"),
    "credential_stuffing": ("high", "Credential stuffing", "T1110.004", "Credential Stuffing",
                            "TA0006", "Credential Access"),
    "password_spraying": ("high", "Password spraying against the login", "T1110.003",
                          "Password Spraying", "TA0006", "Credential Access"),
    "dir_scan_exploit": ("critical", "Path scan followed by a hit", "T1595.003",
                         "Wordlist Scanning", "TA0043", "Reconnaissance"),
    "path_traversal": ("high", "Path traversal", "T1083", "File and Directory Discovery",
                       "TA0007", "Discovery"),
    "sqli": ("critical", "SQL injection probing followed by answers", "T1190",
             "Exploit Public-Facing Application", "TA0001", "Initial Access"),
    "xss": ("medium", "Cross-site scripting probes", "T1189", "Drive-by Compromise", "TA0001",
            "Initial Access"),
    "idor_enum": ("high", "Enumeration of ids", "T1530", "Data from Cloud Storage", "TA0009",
                  "Collection"),
    "malformed_probes": ("low", "Malformed requests", "T1595", "Active Scanning", "TA0043",
                         "Reconnaissance"),
    "request_flood": ("high", "Request flood fills the backlog", "T1499.003",
                      "Application Exhaustion Flood", "TA0040", "Impact"),
    "latency_regression": ("medium", "Endpoint slower than its baseline", None, None, None, None),
    "orders_5xx_burst": ("high", "Server errors far above the baseline", None, None, None, None),
    "worker_kill9": ("low", "Puma worker replaced", None, None, None, None),
}
TARGET = {"password_spraying": "POST /login", "request_flood": "GET /search",
          "latency_regression": "GET /api/v1/products", "orders_5xx_burst": "GET /orders/{uuid}"}


def iso(seconds):
    return datetime.fromtimestamp(seconds, timezone.utc).isoformat(
        timespec="milliseconds").replace("+00:00", "Z")


def epoch(text):
    return datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp()


def template(method, path):
    path = path.split("?")[0]
    path = re.sub(r"/[0-9a-f]{8}-[0-9a-f-]{27}", "/{uuid}", path)
    return method + " " + re.sub(r"/\d+", "/{id}", path)


def requests(folder):
    with open(folder + "/access.log", errors="replace") as lines:
        for number, text in enumerate(lines, 1):
            match = LINE.match(text)
            if match:
                at = datetime.strptime(match[3], "%d/%b/%Y:%H:%M:%S %z").timestamp()
                size = 0 if match[7] == "-" else int(match[7])
                yield (number, at, match[2].split(",")[0], template(match[4], match[5]),
                       int(match[6]), size, float(match[8]), text.rstrip("\n"))


def quantile(values, q):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(q * len(ordered)))]


def cut(number):
    return float("%.4g" % number)


class Band:
    def __init__(self):
        self.count, self.mean, self.square = 0, 0.0, 0.0

    def limits(self, share):
        spread = math.sqrt(max(self.square - self.mean ** 2, 0)) + 0.12 * self.mean
        spread += 0.02 if share else 0.0005
        upper = self.mean + 4 * spread
        return {"expected": cut(self.mean), "lower": cut(max(0, self.mean - 4 * spread)),
                "upper": cut(min(1, upper) if share else upper)}

    def learn(self, value):
        self.count += 1
        weight = max(1 / self.count, 0.03)
        self.mean += weight * (value - self.mean)
        self.square += weight * (value ** 2 - self.square)


def windows(rows):
    counts = collections.Counter(row[3] for row in rows)
    kept = {endpoint for endpoint, _ in counts.most_common(TOP)}
    groups = collections.defaultdict(list)
    for row in rows:
        endpoint = row[3] if row[3] in kept else "{unmatched}"
        groups[(int(row[1]) // SIZE * SIZE, endpoint)].append(row)
    first = min(row[1] for row in rows)
    bands = collections.defaultdict(Band)
    for (start, endpoint), group in sorted(groups.items()):
        times = [row[6] for row in group]
        count = len(group)
        observed = {"rate": count / SIZE, "errors_4xx": sum(r[4] // 100 == 4 for r in group) / count,
                    "errors_5xx": sum(r[4] // 100 == 5 for r in group) / count,
                    "latency.p50": quantile(times, .5), "latency.p95": quantile(times, .95),
                    "latency.p99": quantile(times, .99)}
        baseline, worst = {}, (0.0, "rate")
        for metric, value in observed.items():
            band = bands[endpoint, metric]
            limits = band.limits(metric.startswith("errors"))
            excess = (value - limits["expected"]) / (limits["upper"] - limits["expected"] + 1e-9)
            if band.count >= 12:
                place = baseline
                for part in metric.split(".")[:-1]:
                    place = place.setdefault(part, {})
                place[metric.split(".")[-1]] = limits
                worst = max(worst, (excess, metric))
            if band.count < 12 or excess < 1:
                band.learn(value)
        if start - first < SKIP:
            continue
        document = {"@timestamp": iso(start), "service": {"name": "shop"},
                    "puma": {"endpoint": endpoint},
                    "sentinel": {"window": {
                        "size_seconds": SIZE, "count": count, "rate": count / SIZE,
                        "errors_4xx": round(observed["errors_4xx"] * count),
                        "errors_5xx": round(observed["errors_5xx"] * count),
                        "latency": {p: cut(observed["latency." + p]) for p in ("p50", "p95", "p99")}}}}
        if baseline:
            document["sentinel"]["baseline"] = baseline
            document["sentinel"]["anomaly"] = {
                "score": round(1 - math.exp(-max(worst[0], 0)), 3), "metric": worst[1]}
        yield document


def stats(folder, first):
    seen = set()
    with open(folder + "/stats.ndjson") as lines:
        for text in lines:
            poll = json.loads(text)
            for worker in poll["stats"]["worker_status"]:
                key = (worker["index"], worker["last_checkin"])
                if key in seen or epoch(worker["last_checkin"]) - first < SKIP:
                    continue
                seen.add(key)
                status = worker["last_status"]
                names = ("backlog", "running", "pool_capacity", "busy_threads", "max_threads",
                         "requests_count")
                sample = {name: status.get(name, 0) for name in names}
                sample["utilization"] = round(sample["busy_threads"] / max(1, sample["max_threads"]), 3)
                yield {"@timestamp": iso(epoch(worker["last_checkin"])), "host": {"name": poll["host"]},
                       "service": {"name": poll["service"]},
                       "puma": {"worker": {key: worker[key] for key in ("index", "pid", "phase")},
                                "stats": sample}}


def alert(episode, rows):
    name = episode["name"]
    level, title, technique, technique_name, tactic, tactic_name = RULES[name]
    start, end = epoch(episode["start"]), epoch(episode["end"])
    sources = episode["source_ips"]
    target = TARGET.get(name)
    hits = [r for r in rows if start <= r[1] <= end and (
        r[2] in sources if len(sources) == 1 else target is None or r[3] == target)]
    entity = {"type": "address", "value": sources[0]} if len(sources) == 1 else (
        {"type": "endpoint", "value": target} if target else {"type": "service", "value": "shop"})
    severity = {"low": 21, "medium": 47, "high": 73, "critical": 99}[level]
    body = {"id": hashlib.sha256(name.encode()).hexdigest()[:20], "status": "closed", "level": level,
            "count": len(hits), "risk_score": severity, "entity": entity,
            "evidence": [{"timestamp": iso(r[1]), "position": "access.log#%d" % r[0],
                          "text": r[7][:400]} for r in hits[:10]],
            "explanation": "%s: %d requests in %d s. %s" % (
                title, len(hits), end - start, episode["expected"]),
            "runbook": "docs/alerts/%s.md" % name.replace("_", "-"),
            "parts": [{"rule_id": "puma-" + name, "name": title, "level": level, "first": iso(start),
                       "last": iso(end), "count": len(hits)}]}
    if name == "request_flood":
        body["parts"].append({"rule_id": "puma-backlog", "name": "Backlog grows", "level": "medium",
                              "first": iso(start + 4), "last": iso(end), "count": 3})
    if name == "latency_regression":
        body["metric"] = {"name": "latency.p95", "value": 0.391, "expected": 0.038, "upper": 0.094}
    if name == "orders_5xx_burst":
        body["metric"] = {"name": "errors_5xx", "value": 0.74, "expected": 0.002, "upper": 0.09}
        body["status"] = "ongoing"
    document = {"@timestamp": iso(min(start + 6, end)), "service": {"name": "shop"},
                "event": {"kind": "alert", "start": iso(start), "end": iso(end), "severity": severity},
                "rule": {"id": "puma-" + name, "name": title, "description": episode["expected"],
                         "category": name.split("_")[0]},
                "sentinel": {"alert": body}}
    if technique:
        document["threat"] = {"tactic": {"id": [tactic], "name": [tactic_name]},
                              "technique": {"id": [technique], "name": [technique_name]}}
    if target:
        document["puma"] = {"endpoint": target}
    if len(sources) == 1:
        document["source"] = {"ip": sources[0]}
    elif sources:
        document["related"] = {"ip": sources[:20]}
    return document


def dead_letters(folder):
    with open(folder + "/stderr.log", errors="replace") as lines:
        for number, text in enumerate(lines, 1):
            if "parse error" in text and number % 2:
                yield {"@timestamp": "2026-11-21T21:29:00.000Z", "service": {"name": "shop"},
                       "event": {"kind": "event", "dataset": "puma.dead_letter", "reason": "not an access line"},
                       "log": {"file": {"path": "stderr.log", "line": number}},
                       "message": text.rstrip("\n")[:300]}


def write(path, documents):
    with open(path, "wb") as raw, gzip.GzipFile("", "wb", 9, raw, 0) as out:
        for document in documents:
            out.write((json.dumps(document, separators=(",", ":")) + "\n").encode())


def main(folder, output):
    rows = list(requests(folder))
    with open(folder + "/truth.ndjson") as lines:
        truth = [json.loads(text) for text in lines]
    alerts = [alert(episode, rows) for episode in truth if episode["name"] in RULES]
    letters = list(dead_letters(folder))
    closed = list(windows(rows))
    write(output + "/windows.ndjson.gz", closed)
    write(output + "/stats.ndjson.gz", stats(folder, rows[0][1]))
    write(output + "/alerts.ndjson.gz", alerts)
    write(output + "/dead-letters.ndjson.gz", letters)
    summary = {"state": "done", "from": iso(rows[0][1]), "to": iso(rows[-1][1]), "lines": rows[-1][0],
               "requests": len(rows), "windows": len(closed), "alerts": len(alerts),
               "dead_letters": len(letters)}
    with open(output + "/summary.json", "w") as out:
        out.write(json.dumps(summary, indent=2) + "\n")


main(*sys.argv[1:])
