package dev.larder.bookstore.shop;

import java.util.Locale;

/** Numbers the shop's own editions: 978, the place in nine digits, the check digit. */
public final class Isbn {
    private Isbn() {}

    /** The ISBN of the book at a place, from 0; larger places have larger ISBNs. */
    public static String of(int place) {
        String digits = String.format(Locale.ROOT, "978%09d", place);
        return digits + check(digits);
    }

    private static int check(String digits) {
        int sum = 0;
        for (int at = 0; at < digits.length(); at++) {
            sum += (digits.charAt(at) - '0') * (at % 2 == 0 ? 1 : 3);
        }
        return (10 - sum % 10) % 10;
    }
}
