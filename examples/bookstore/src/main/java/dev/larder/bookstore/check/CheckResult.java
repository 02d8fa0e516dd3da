package dev.larder.bookstore.check;

import dev.larder.bookstore.workload.Region;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the check found.
 *
 * @param conflicts changes given up because another clerk was first
 * @param findings what was read, way by way
 * @param regions the traffic of the caches during the check
 */
public record CheckResult(
        int clerks,
        int witnesses,
        int commits,
        int rollbacks,
        int conflicts,
        List<Finding> findings,
        List<Region> regions)
        implements Serializable {

    /** What this check found and what another did, as one. */
    public CheckResult plus(CheckResult other) {
        Map<String, Finding> byWay = new LinkedHashMap<>();
        both(findings, other.findings).forEach(finding -> byWay.merge(finding.way(), finding, Finding::plus));
        return new CheckResult(
                clerks + other.clerks,
                witnesses + other.witnesses,
                commits + other.commits,
                rollbacks + other.rollbacks,
                conflicts + other.conflicts,
                List.copyOf(byWay.values()),
                both(regions, other.regions).toList());
    }

    private static <T> Stream<T> both(List<T> these, List<T> those) {
        return Stream.concat(these.stream(), those.stream());
    }

    /** Everything that was read, right or wrong. */
    public long reads() {
        return findings.stream().mapToLong(Finding::reads).sum();
    }

    /** Reads that should never have happened. */
    public long wrong() {
        return findings.stream().mapToLong(Finding::wrong).sum();
    }

    /** Whatever was wrong, in words; empty if nothing was. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        findings.stream()
                .filter(finding -> finding.wrong() > 0)
                .map(finding -> finding.way() + ": " + finding.wrong() + " wrong reads of " + finding.reads())
                .forEach(faults::add);
        Region.complaints(regions).stream()
                .map(none -> none + " during the check")
                .forEach(faults::add);
        return faults;
    }
}
