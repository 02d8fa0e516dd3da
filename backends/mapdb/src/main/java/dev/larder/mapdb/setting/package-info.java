/**
 * Which settings does an address have, and which values do they take? Begin with
 * {@link dev.larder.mapdb.setting.FileSettings}. {@link dev.larder.mapdb.setting.Bound} is the bound of one cache.
 */
@NullMarked
package dev.larder.mapdb.setting;

import org.jspecify.annotations.NullMarked;
