package dev.larder.bookstore.workload;

/** One customer: what for, and the place of which book in the catalogue. */
record Request(Visit visit, int place) {}
