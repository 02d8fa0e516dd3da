package dev.larder.mapdb.database;

/** Encodes cache names for MapDB: letters and digits stay, all other chars become numbers. */
final class CacheNameText {
    private CacheNameText() {}

    static String encode(String name) {
        StringBuilder encoded = new StringBuilder(name.length() + 8);
        for (int i = 0; i < name.length(); i++) {
            char each = name.charAt(i);
            if (isPlain(each)) {
                encoded.append(each);
            } else {
                encoded.append('~').append(Integer.toHexString(1 << Character.SIZE | each), 1, 5);
            }
        }
        return encoded.toString();
    }

    private static boolean isPlain(char each) {
        return (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z') || (each >= '0' && each <= '9');
    }
}
