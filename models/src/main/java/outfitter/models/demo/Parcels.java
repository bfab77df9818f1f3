package outfitter.models.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import outfitter.models.shop.OrderState;
import outfitter.models.shop.ShipmentState;

/** Follows an order from the moment it was placed to now, and tells how far it has come. */
final class Parcels {
    static final ZoneId HOME = ZoneId.of("Europe/London");
    private static final List<String> CARRIERS = List.of("Heron Post", "Northline", "Parcelway");
    private static final double CANCELLED = 0.02;
    private static final double LATE = 0.035;
    private static final double LOST = 0.004;
    private static final double SENT_BACK = 0.004;

    private final Dice dice;
    private final Instant now;

    Parcels(Dice dice, Instant now) {
        this.dice = dice;
        this.now = now;
    }

    /** How far an order is, with its parcel if it has one. */
    record Progress(OrderState state, Past.@Nullable Parcel parcel) {}

    Progress follow(Instant placed, String delivery) {
        if (dice.chance(CANCELLED)) return new Progress(OrderState.CANCELLED, null);
        Instant paid = placed.plus(Duration.ofMinutes(dice.between(2, 40)));
        Instant packed = paid.plus(Duration.ofMinutes(dice.between(180, 1_200)));
        Instant shipped = packed.plus(Duration.ofMinutes(dice.between(90, 600)));
        LocalDate expected = workingDays(shipped, delivery.equals("express") ? 2 : 5);
        LocalDate arrives = workingDays(shipped, delivery.equals("express") ? 1 : dice.between(2, 4));
        if (dice.chance(LATE)) arrives = expected.plusDays(dice.between(1, 5));
        double fate = dice.share();
        if (now.isBefore(paid)) return new Progress(OrderState.PLACED, null);
        if (now.isBefore(packed)) return new Progress(OrderState.PAID, null);
        if (now.isBefore(shipped))
            return new Progress(OrderState.PACKED, parcel(ShipmentState.LABEL, null, expected, null));
        return onTheWay(shipped, expected, arrives, fate);
    }

    private Progress onTheWay(Instant shipped, LocalDate expected, LocalDate arrives, double fate) {
        Instant delivered = at(arrives, LocalTime.of(9, 0)).plus(Duration.ofMinutes(dice.between(0, 510)));
        if (fate < LOST + SENT_BACK && delivered.isBefore(now.minus(Duration.ofDays(4)))) {
            ShipmentState sad = fate < LOST ? ShipmentState.LOST : ShipmentState.RETURNED;
            return new Progress(OrderState.SHIPPED, parcel(sad, shipped, expected, null));
        }
        if (!now.isBefore(delivered)) {
            return new Progress(OrderState.DELIVERED, parcel(ShipmentState.DELIVERED, shipped, expected, delivered));
        }
        return new Progress(OrderState.SHIPPED, parcel(state(expected, arrives), shipped, expected, null));
    }

    private ShipmentState state(LocalDate expected, LocalDate arrives) {
        LocalDate today = LocalDate.ofInstant(now, HOME);
        if (today.isAfter(expected)) return ShipmentState.LATE;
        return today.equals(arrives) ? ShipmentState.OUT_FOR_DELIVERY : ShipmentState.IN_TRANSIT;
    }

    Past.Parcel parcel(
            ShipmentState state, @Nullable Instant shipped, LocalDate expected, @Nullable Instant delivered) {
        String carrier = dice.pick(CARRIERS);
        String tracking = String.format(
                Locale.ROOT, "%s%08dGB", carrier.substring(0, 2).toUpperCase(Locale.ROOT), dice.between(1, 99_999_999));
        return new Past.Parcel(carrier, tracking, state, shipped, expected, delivered);
    }

    static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(HOME).toInstant();
    }

    private static LocalDate workingDays(Instant from, int days) {
        LocalDate day = LocalDate.ofInstant(from, HOME);
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SUNDAY) left--;
        }
        return day;
    }
}
