/**
 * Managers and the lifecycle of their caches: which exist, and when they close. Begin with
 * {@link dev.larder.internal.manager.Managers}.
 */
@NullMarked
package dev.larder.internal.manager;

import org.jspecify.annotations.NullMarked;
