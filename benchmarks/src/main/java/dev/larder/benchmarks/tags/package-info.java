/** What tags cost near every store, beside sets of keys kept by hand over the same client. */
@NullMarked
package dev.larder.benchmarks.tags;

import org.jspecify.annotations.NullMarked;
