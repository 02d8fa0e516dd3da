/**
 * What stores on servers have in common: what a failed call does. Begin with
 * {@link dev.larder.remote.FailurePolicy}. Backends use it; the rest of the core does not know it.
 */
@NullMarked
package dev.larder.remote;

import org.jspecify.annotations.NullMarked;
