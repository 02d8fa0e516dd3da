package dev.larder.benchmarks;

import java.util.List;

/** All that one run has measured. */
record Results(
        List<Measurement> byReference,
        List<Measurement> together,
        List<Measurement> byValue,
        List<Measurement> memory) {}
