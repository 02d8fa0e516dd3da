/** Who wins, and what the specification says: operations, turns and the one loop that exchanges. */
@NullMarked
package dev.larder.internal.engine;

import org.jspecify.annotations.NullMarked;
