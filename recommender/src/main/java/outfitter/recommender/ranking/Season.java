package outfitter.recommender.ranking;

import java.time.Instant;
import java.time.ZoneOffset;

/** A quarter of the year as outdoor people reckon it (northern half of the world), by the month in UTC. */
public enum Season {
    WINTER(0, "winter"),
    SPRING(1, "spring"),
    SUMMER(2, "summer"),
    AUTUMN(3, "autumn");

    /** How many there are. */
    public static final int COUNT = 4;

    private final int number;
    private final String code;

    Season(int number, String code) {
        this.number = number;
        this.code = code;
    }

    /** December begins winter, March spring, and so on. */
    public static Season at(Instant instant) {
        int month = instant.atZone(ZoneOffset.UTC).getMonthValue();
        int number = month % 12 / 3;
        for (Season season : values()) if (season.number == number) return season;
        throw new IllegalStateException("month " + month);
    }

    /** Where what was counted of {@code product} in this season stands in an array of all. */
    public int slot(int product) {
        return COUNT * product + number;
    }

    /** As evidence and rules name it. */
    public String code() {
        return code;
    }
}
