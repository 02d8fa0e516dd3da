package dev.larder.bookstore.shop;

import java.util.List;
import java.util.random.RandomGenerator;

/** Makes up names, titles and opinions. */
final class Words {
    static final List<String> GENRES = List.of(
            "Adventure",
            "Biography",
            "Cookery",
            "Crime",
            "Fantasy",
            "Gardening",
            "History",
            "Philosophy",
            "Poetry",
            "Romance",
            "Science",
            "Travel");

    private static final List<String> FIRST = List.of(
            "Ada", "Bram", "Clara", "Dmitri", "Edith", "Farid", "Greta", "Hugo", "Ines", "Jonas", "Kaya", "Lev");
    private static final List<String> LAST =
            List.of("Abbot", "Brandt", "Castell", "Dufour", "Eriksen", "Fontana", "Grigore", "Hallam", "Ito", "Janda");
    private static final List<String> WHAT =
            List.of("Lamp", "Harbour", "Orchard", "Clock", "Letter", "Winter", "River", "Larder", "Ferry", "Garden");
    private static final List<String> WHOSE =
            List.of("the Miller", "a Stranger", "the North", "my Aunt", "Two Cities", "the Sea", "No One", "the Bees");
    private static final List<String> HOW =
            List.of("Could not put it down.", "A slow start.", "Read it twice.", "Wants an editor.", "A small wonder.");

    private final RandomGenerator random;

    Words(RandomGenerator random) {
        this.random = random;
    }

    String name() {
        return pick(FIRST) + " " + pick(LAST);
    }

    String title() {
        return "The " + pick(WHAT) + " of " + pick(WHOSE) + ", volume " + (1 + random.nextInt(40));
    }

    String opinion() {
        return pick(HOW);
    }

    private String pick(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
