package dev.larder.internal.config;

/**
 * A configuration file as it was read.
 *
 * @param name what messages call it
 */
record ConfigurationText(String name, String text) {}
