/** What JMX shows. */
@NullMarked
package dev.larder.internal.management;

import org.jspecify.annotations.NullMarked;
