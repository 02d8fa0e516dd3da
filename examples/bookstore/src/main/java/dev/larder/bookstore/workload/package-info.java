/** The same seeded requests served without and with the cache, and what each cost. */
@NullMarked
package dev.larder.bookstore.workload;

import org.jspecify.annotations.NullMarked;
