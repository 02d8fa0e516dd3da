/**
 * Makes the core use its slower paths on any backend. A {@link dev.larder.contract.disturbance.Disturbance} hides a
 * store's abilities or loses its exchanges, and each contract also runs that way.
 */
@NullMarked
package dev.larder.contract.disturbance;

import org.jspecify.annotations.NullMarked;
