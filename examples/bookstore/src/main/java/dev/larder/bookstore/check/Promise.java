package dev.larder.bookstore.check;

/**
 * What had been committed before a reader began, and is thus the least that it must see.
 *
 * @param revision of the book
 * @param reviews of the book
 * @param titles by the book's author
 * @param books in the whole shop
 * @param newest the ISBN of the book published last
 */
record Promise(int revision, int reviews, int titles, int books, String newest) {}
