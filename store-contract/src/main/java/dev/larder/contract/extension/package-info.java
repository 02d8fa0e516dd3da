/**
 * Does a cache do what Larder adds to the standard over this backend? {@link
 * dev.larder.contract.ExtensionContract} runs all of these contracts.
 */
@NullMarked
package dev.larder.contract.extension;

import org.jspecify.annotations.NullMarked;
