package outfitter.models.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts out the demo shop's stock: mostly plenty, sometimes few, now and then none; some fixed by stock.csv. */
final class StoreRoom {
    private static final double SOLD_OUT = 0.05;
    private static final double FEW = 0.09;

    private final List<Map<String, String>> fixed = Resources.csv("stock.csv");
    private final Dice dice;
    private final LocalDate today;

    StoreRoom(Dice dice, LocalDate today) {
        this.dice = dice;
        this.today = today;
    }

    /** A row of the stock table. */
    record Lot(String sku, int quantity, @Nullable LocalDate restockOn) {}

    List<Lot> fill(Goods goods) {
        return goods.all().values().stream()
                .flatMap(good -> good.pieces().stream().map(piece -> lot(good, piece.sku())))
                .toList();
    }

    private Lot lot(Good good, String sku) {
        Lot counted = counted(good, sku);
        return fixed.stream()
                .filter(row -> sku.startsWith(row.getOrDefault("starts_with", "")))
                .findFirst()
                .map(row -> fixed(sku, row))
                .orElse(counted);
    }

    private Lot counted(Good good, String sku) {
        double luck = dice.share();
        if (good.repeatable()) return new Lot(sku, dice.between(60, 320), null);
        if (luck < SOLD_OUT) return new Lot(sku, 0, dice.chance(0.6) ? today.plusDays(dice.between(3, 30)) : null);
        return new Lot(sku, luck < SOLD_OUT + FEW ? dice.between(1, 3) : dice.between(4, 28), null);
    }

    private Lot fixed(String sku, Map<String, String> row) {
        String days = row.getOrDefault("restock_in_days", "");
        Optional<LocalDate> restock =
                days.isEmpty() ? Optional.empty() : Optional.of(today.plusDays(Long.parseLong(days)));
        return new Lot(sku, Integer.parseInt(row.getOrDefault("quantity", "0")), restock.orElse(null));
    }
}
