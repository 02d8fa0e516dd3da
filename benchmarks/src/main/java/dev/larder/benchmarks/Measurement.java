package dev.larder.benchmarks;

/**
 * What one operation of one subject cost.
 *
 * @param operation the benchmark method's name
 * @param setting the title of the configuration or kind of value
 * @param subject the title of whose cache it was
 * @param clock nanoseconds by the clock, for one thread's operation
 * @param cpu nanoseconds of CPU time of the whole process
 * @param bytes bytes allocated
 */
record Measurement(
        String operation, String setting, int threads, String subject, double clock, double cpu, double bytes) {}
