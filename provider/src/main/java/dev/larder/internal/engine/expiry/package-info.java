/**
 * How long does an entry live, and is it still valid? {@link dev.larder.internal.engine.expiry.ExpiryCalculator}
 * turns an expiry policy into moments. {@link dev.larder.internal.engine.expiry.Liveness} judges an entry at a
 * moment.
 */
@NullMarked
package dev.larder.internal.engine.expiry;

import org.jspecify.annotations.NullMarked;
