/** Readers that must see what was committed before they began. */
@NullMarked
package dev.larder.bookstore.check;

import org.jspecify.annotations.NullMarked;
