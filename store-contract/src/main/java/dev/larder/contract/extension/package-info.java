/**
 * Tests what Larder adds to JSR-107, over this backend. {@link dev.larder.contract.ExtensionContract} runs all of these
 * contracts.
 */
@NullMarked
package dev.larder.contract.extension;

import org.jspecify.annotations.NullMarked;
