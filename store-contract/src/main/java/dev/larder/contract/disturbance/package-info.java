/**
 * How is a backend made to take the long way? A {@link dev.larder.contract.disturbance.Disturbance} hides a
 * store's abilities or lets it lose exchanges, so that each contract also runs that way.
 */
@NullMarked
package dev.larder.contract.disturbance;

import org.jspecify.annotations.NullMarked;
