/** Larder's file store beside other stores on disk: time, space and what reopening costs. */
@NullMarked
package dev.larder.benchmarks.file;

import org.jspecify.annotations.NullMarked;
