/**
 * Runs the JCache TCK against a store of Larder. {@link dev.larder.tck.TckRunner} starts one JVM per store, in which
 * {@link dev.larder.tck.StoreRun} runs the tests, counts and reports.
 */
@NullMarked
package dev.larder.tck;

import org.jspecify.annotations.NullMarked;
