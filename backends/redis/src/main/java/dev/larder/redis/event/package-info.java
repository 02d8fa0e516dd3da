/**
 * Events between JVMs. {@link dev.larder.redis.event.EventPublisher} makes the exchange publish
 * it. {@link dev.larder.redis.event.EventSubscriber} receives events on one connection for all caches of a
 * backend.
 */
@NullMarked
package dev.larder.redis.event;

import org.jspecify.annotations.NullMarked;
