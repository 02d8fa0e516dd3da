/**
 * Determines how long an entry lives and whether it is still valid.
 * {@link dev.larder.internal.engine.expiry.ExpiryCalculator} calculates an entry's expiry from the expiry policy.
 * {@link dev.larder.internal.engine.expiry.Liveness} checks whether an entry is live at a moment.
 */
@NullMarked
package dev.larder.internal.engine.expiry;

import org.jspecify.annotations.NullMarked;
