package dev.larder.internal.config;

/**
 * The text of a configuration file.
 *
 * @param name the file's name in messages
 */
record ConfigurationText(String name, String text) {}
