/**
 * Does a store do what its verbs promise? {@link dev.larder.contract.StoreContract} runs all of these contracts;
 * each answers one question.
 */
@NullMarked
package dev.larder.contract.store;

import org.jspecify.annotations.NullMarked;
