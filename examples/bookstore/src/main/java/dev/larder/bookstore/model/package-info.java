/** What the shop keeps: ordinary JPA entities. */
@NullMarked
package dev.larder.bookstore.model;

import org.jspecify.annotations.NullMarked;
