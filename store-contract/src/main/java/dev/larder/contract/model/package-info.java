/**
 * A simple model of JSR-107 and a test that compares a cache with it: random calls on few keys, and after each
 * one results, events, statistics, contents, calls of the loader, the writer and the expiry policy must be the
 * model's. The model knows one thread and no store; time passes only when a step says so.
 */
@NullMarked
package dev.larder.contract.model;

import org.jspecify.annotations.NullMarked;
