/**
 * Resolves a manager's URI and reads its configuration files and settings. Begin with
 * {@link dev.larder.internal.config.StoreResolver}.
 */
@NullMarked
package dev.larder.internal.config;

import org.jspecify.annotations.NullMarked;
