/**
 * Stores that stand in front of another and change what it is seen to do, within the contract: an address
 * such as {@code plain+heap:} hides the abilities of {@code heap:}, {@code flaky+heap:} loses exchanges.
 */
@NullMarked
package dev.larder.contract.twist;

import org.jspecify.annotations.NullMarked;
