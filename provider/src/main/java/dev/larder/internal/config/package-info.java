/** Where a manager's settings come from. */
@NullMarked
package dev.larder.internal.config;

import org.jspecify.annotations.NullMarked;
