/**
 * A simple model of JSR-107, and a test that compares a cache with it. The test makes random calls on few keys. After
 * each call these must equal the model's: the result, events, statistics, keys, and calls of the loader, the writer and
 * the expiry policy. The model has one thread and no store; time passes only when a step says so.
 */
@NullMarked
package dev.larder.contract.model;

import org.jspecify.annotations.NullMarked;
