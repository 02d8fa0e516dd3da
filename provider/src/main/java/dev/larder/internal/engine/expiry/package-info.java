/**
 * Determines how long an entry lives and whether it is still valid. {@link
 * dev.larder.internal.engine.expiry.ExpiryCalculator} turns an expiry policy into an expiry. {@link
 * dev.larder.internal.engine.expiry.Liveness} judges an entry at a moment.
 */
@NullMarked
package dev.larder.internal.engine.expiry;

import org.jspecify.annotations.NullMarked;
