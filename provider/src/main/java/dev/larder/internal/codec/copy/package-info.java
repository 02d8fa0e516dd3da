/**
 * Copies values on the heap. {@link dev.larder.internal.codec.copy.StructuralCopier} chooses a
 * {@link dev.larder.internal.codec.copy.CopyPlan} once for each class. A {@code CopyContext} lives for one copy
 * operation and preserves shared references.
 */
@NullMarked
package dev.larder.internal.codec.copy;

import org.jspecify.annotations.NullMarked;
