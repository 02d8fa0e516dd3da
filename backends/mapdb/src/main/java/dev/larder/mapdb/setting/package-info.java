/**
 * The settings of the file store and its bounds. Begin with {@link dev.larder.mapdb.setting.FileSettings}.
 */
@NullMarked
package dev.larder.mapdb.setting;

import org.jspecify.annotations.NullMarked;
