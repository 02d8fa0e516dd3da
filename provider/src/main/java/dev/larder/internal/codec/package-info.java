/**
 * Objects to bytes and back, and copies of objects.
 *
 * <p>{@link dev.larder.internal.codec.Codecs} is the door. Behind it:
 *
 * <ul>
 *   <li><b>Who may pass</b>: {@code AllowList}, {@code DefaultTypes}, {@code DeclaredTypes}, and the {@code Gate} that
 *       one cache makes of them.
 *   <li><b>What a class is</b>: {@code Nature} sorts classes into those whose fields tell everything, those with
 *       {@code SerialHooks}, and those that are closed; {@code Shape} is the fields. What the JDK's own types are made
 *       of stands in tables: {@code Scalars}, {@code CollectionKind}, {@code MapKind}, {@code BoxKind}.
 *   <li><b>Copies</b> ({@code …Copy}): a {@code CopyPlan} per class, a {@code Trail} per copy.
 *   <li><b>Values</b> ({@code …Serializer}): Kryo walks the {@code Graph}; which class is written how is the {@code
 *       Vocabulary}'s to say, {@code MessageClasses} names classes in bytes and {@code References} keeps objects that
 *       occur twice one object. Whatever only Java serialisation understands goes through {@code Streams}, behind the
 *       same gate.
 *   <li><b>Keys</b> ({@code Key…}): text where that is plain, else a canonical form, since equal keys must be equal
 *       bytes.
 *   <li><b>Records</b>: {@code Marshaller} and {@code Payloads} put header, key and value together; {@code Layout} says
 *       where each stands. {@code docs/format.md} gives it byte by byte.
 * </ul>
 *
 * <p>Classes of the application are remembered by objects that live as long as their manager's {@code Codecs}; nothing
 * static knows any of them, so a manager that was closed pins no class loader.
 *
 * <p>Fields are read and set by method handles, chained some at a time: it takes no {@code Unsafe}, and the JIT makes
 * straight code of it.
 */
@NullMarked
package dev.larder.internal.codec;

import org.jspecify.annotations.NullMarked;
