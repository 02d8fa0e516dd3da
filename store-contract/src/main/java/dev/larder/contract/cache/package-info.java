/**
 * Does a cache do what JSR-107 says over this backend? {@link dev.larder.contract.CacheContract} runs all of these
 * contracts; each answers one question.
 */
@NullMarked
package dev.larder.contract.cache;

import org.jspecify.annotations.NullMarked;
