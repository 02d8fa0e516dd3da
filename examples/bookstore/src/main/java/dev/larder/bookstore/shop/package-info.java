/** The shop itself: opened, filled from a seed, and served at its desk. */
@NullMarked
package dev.larder.bookstore.shop;

import org.jspecify.annotations.NullMarked;
