/** A bookshop on Hibernate ORM whose caches are Larder's by configuration alone: the command and its account. */
@NullMarked
package dev.larder.bookstore;

import org.jspecify.annotations.NullMarked;
