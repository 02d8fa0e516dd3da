/** Tests of the store SPI. {@link dev.larder.contract.StoreContract} runs all of these contracts. */
@NullMarked
package dev.larder.contract.store;

import org.jspecify.annotations.NullMarked;
