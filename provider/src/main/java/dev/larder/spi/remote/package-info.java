/**
 * What stores on servers have in common: what a failed call does. Begin with
 * {@link dev.larder.spi.remote.FailurePolicy}. A backend in this project uses it; one of your own may.
 */
@NullMarked
package dev.larder.spi.remote;

import org.jspecify.annotations.NullMarked;
