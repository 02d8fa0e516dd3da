package dev.larder.benchmarks;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A mutable object of eight fields, such as applications cache. */
@SuppressWarnings("unused") // its fields are there to be copied
final class Order implements Serializable {
    private static final long serialVersionUID = 1;

    private String customer;
    private int quantity;
    private long number;
    private double discount;
    private LocalDate placed;
    private Status status;
    private BigDecimal price;
    private List<String> notes;

    private Order(int seed) {
        customer = "customer " + seed;
        quantity = seed % 17;
        number = 1_000_000L + seed;
        discount = seed / 3.0;
        placed = LocalDate.ofEpochDay(10_000 + seed % 10_000);
        status = Status.values()[seed % Status.values().length];
        price = BigDecimal.valueOf(seed, 2);
        notes = new ArrayList<>(List.of("fragile", "gift " + seed, "leave at door"));
    }

    static Order of(int seed) {
        return new Order(seed);
    }

    private enum Status {
        OPEN,
        PAID,
        SENT
    }
}
