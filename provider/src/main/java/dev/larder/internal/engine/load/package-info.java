/**
 * Loads missing values. {@link dev.larder.internal.engine.LoadCoalescer} lets all callers of this JVM share one
 * load, and {@link dev.larder.internal.engine.load.DistributedLoadLock} all JVMs on a store.
 */
@NullMarked
package dev.larder.internal.engine.load;

import org.jspecify.annotations.NullMarked;
