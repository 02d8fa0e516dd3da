/**
 * Tests a cache while its server fails. {@link dev.larder.contract.fault.FaultsContract} stops, kills and restarts a
 * real {@link dev.larder.contract.fault.ServerProcess}.
 */
@NullMarked
package dev.larder.contract.fault;

import org.jspecify.annotations.NullMarked;
