/** Providers and managers: which caches exist, and who closes them. */
@NullMarked
package dev.larder.internal.manager;

import org.jspecify.annotations.NullMarked;
