/** The JMX beans of caches and their registration. Begin with {@link dev.larder.internal.management.CacheBeans}. */
@NullMarked
package dev.larder.internal.management;

import org.jspecify.annotations.NullMarked;
