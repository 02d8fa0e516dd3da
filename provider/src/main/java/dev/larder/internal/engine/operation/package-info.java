/**
 * Defines what each operation of JSR-107 means. {@link dev.larder.internal.engine.operation.Operations} holds each of
 * them as a value. The result is a {@link dev.larder.internal.engine.operation.Transition}: it says what to write, to
 * report and to count.
 */
@NullMarked
package dev.larder.internal.engine.operation;

import org.jspecify.annotations.NullMarked;
